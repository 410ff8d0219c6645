import { projectedOdometer } from '@roadbook/domain/lease/odometer';
import { readingsOf } from '@roadbook/domain/lease-end/planner/contract-outlook';
import { contractPlanProblems } from '@roadbook/domain/lease-end/planner/contract-plan';
import { addDays, date } from '@roadbook/domain/time/calendar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDayOf } from '../../src/book/day/business-day.ts';
import { closeOpenDay } from '../../src/book/day/close-day.ts';
import { checkLedger } from '../../src/book/proof/check-ledger.ts';
import { contractIdsOf } from '../../src/book/read/read-account.ts';
import { readContract } from '../../src/book/read/read-contract.ts';
import { DEMO_SEED } from '../../src/demo/files/demo-files.ts';
import { type DemoReport, makeDemo } from '../../src/demo/make-demo.ts';
import { demoPortfolio } from '../../src/demo/portfolio.ts';
import { leaseEndFacts } from '../../src/lease-end/lease-end-facts.ts';
import { keptWith, planOf } from '../../src/lease-end/saves.ts';
import { listPaymentMethods } from '../../src/money/methods/payment-methods.sql.ts';
import { loginHash } from '../../src/people/person.ts';
import { checkPassword } from '../../src/people/sign-in/check-password.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import type { Store } from '../../src/platform/database/store.ts';
import { personalDataInClear } from '../platform/keys/column-contents.ts';
import { TEST_KEYS, TEST_LENDER } from '../test-lender.ts';
import { type Engine, openEmptyStore, type TestStore } from '../test-store.ts';

const TODAY = date('2028-02-29');
const NOW = Date.UTC(2028, 1, 29, 15);
const CUT_SHORT = 'cut short';

function make(store: Store, onProgress: (text: string) => void = () => undefined) {
  const job = { store, ring: TEST_KEYS, lender: TEST_LENDER, clock: () => NOW };
  return makeDemo({ ...job, today: TODAY, onProgress });
}

async function count(store: Store, sql: string): Promise<number> {
  const [row] = await store.query<{ n: bigint }>(sql);
  return Number(row?.n ?? 0n);
}

/** The whole demonstration on a database, cut short on the way and taken up again. */
export function checkDemoOn(engine: Engine): void {
  describe(`the demonstration on ${engine}`, () => {
    let opened: TestStore;
    let report: DemoReport;

    beforeAll(async () => {
      opened = await openEmptyStore(engine);
      await migrate(opened.store);
      const cut = make(opened.store, (text) => {
        if (text.includes('2027-11-15')) throw new Error(CUT_SHORT);
      });
      await expect(cut).rejects.toThrow(CUT_SHORT);
      report = await make(opened.store);
    });

    afterAll(() => opened.end());

    test('is open on its first day with every act done once', async () => {
      const { store } = opened;
      expect(await openDayOf(store)).toBe(TODAY);
      const { acts } = demoPortfolio(DEMO_SEED, TODAY);
      const done = 'select count(*) as n from entry where input_hash is not null';
      expect(await count(store, done)).toBe(acts.length);
      expect(await count(store, 'select count(*) as n from contract')).toBe(124);
      expect(await count(store, 'select count(*) as n from person')).toBe(99);
      expect(await count(store, 'select count(*) as n from set_aside')).toBe(0);
      expect(await count(store, 'select count(*) as n from outbox where sent_at is null')).toBe(0);
      const late = `select count(*) as n from entry where recorded_at > '2028-02-29T02:10:00Z'`;
      expect(await count(store, late)).toBe(0);
    });

    test('holds personal data of nobody in clear', async () => {
      expect(await personalDataInClear(opened.store, TEST_KEYS)).toEqual([]);
    });

    test('proves', async () => {
      const proof = await checkLedger(opened.store);
      expect(proof.findings).toEqual([]);
      expect(proof.closedDays).toBe(184);
    });

    test('lets its named customers in, with their contracts and bank accounts', async () => {
      const { store } = opened;
      const contracts: Record<string, number> = {};
      for (const { userName } of report.signIns) {
        const attempt = {
          login: userName,
          password: report.password,
          network: '192.0.2.1',
          device: null,
        };
        const entered = await checkPassword(store, TEST_KEYS, attempt, NOW);
        if (entered.outcome !== 'right') throw new Error(`${userName} cannot sign in`);
        contracts[userName] = (await contractIdsOf(store, entered.personId)).length;
        expect((await listPaymentMethods(store, entered.personId)).length).toBeGreaterThan(0);
      }
      expect(contracts).toEqual({
        maya: 2,
        sam: 1,
        rosa: 1,
        theo: 1,
        ines: 1,
        oscar: 1,
        lena: 3,
        vera: 2,
        nora: 4,
      });
      const byMail = loginHash(TEST_KEYS, 'Maya@customer.example').toString('hex');
      const found = `select count(*) as n from login where login_hash = decode('${byMail}', 'hex')`;
      expect(await count(store, found)).toBe(1);
      expect(report.lines.join('\n')).toContain('maya');
    });

    test('has a lessee who has prepared for the lease’s end, with a year of readings', async () => {
      const { store } = opened;
      const [row] = await store.query<{ contract_id: string }>(
        'select distinct contract_id from saved_lease_end',
      );
      const [kept] = await keptWith(store, row?.contract_id ?? '');
      expect(kept?.walk?.figures.range.openFindings).toBe(0);
      expect(kept?.walk?.figures.total.lines.length).toBeGreaterThan(1);
      const stored = await readContract(store, row?.contract_id ?? '');
      if (stored?.contract.product !== 'lease' || kept?.plan === null || kept === undefined) {
        throw new Error('the lease is there');
      }
      const facts = leaseEndFacts(stored.contract, null, TEST_LENDER, TODAY);
      const plan = planOf(kept.plan.plan);
      expect(contractPlanProblems(facts, plan)).toEqual([]);
      const readings = readingsOf(facts, plan.answers);
      const projected = projectedOdometer(facts.agreement, readings, 1_000, addDays(TODAY, 60));
      expect(projected.method).toBe('season');
      const closed = kept.plan.figures.doors.filter(({ isOpen }) => !isOpen);
      expect(closed.map(({ door }) => door)).toEqual(['early-end']);
      const ids = kept.plan.figures.leave.actions.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(['buy-miles', 'sign-new-contract']));
    });

    test('made again it changes nothing', async () => {
      const { store } = opened;
      const before = await count(store, 'select count(*) as n from entry');
      const again = await make(store);
      expect([again.days, again.acts]).toEqual([0, 0]);
      expect(await count(store, 'select count(*) as n from entry')).toBe(before);
    });

    test('lives on for a month, proves, and is then no place for another', async () => {
      const { store } = opened;
      for (let day = TODAY; day < addDays(TODAY, 31); day = addDays(day, 1)) {
        await closeOpenDay(store, () => NOW);
      }
      expect(await count(store, 'select count(*) as n from set_aside')).toBe(0);
      expect((await checkLedger(store)).findings).toEqual([]);
      await expect(make(store)).rejects.toThrow('Make it in an empty database.');
    });
  });
}
