/** The close on one engine: once for every contract and day, whatever happens in between. */
import { addDays, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractIdOf } from '../../../src/boarding/board-record.ts';
import { DayNotDone, openDayOf, turnDay } from '../../../src/book/day/business-day.ts';
import { closeOpenDay } from '../../../src/book/day/close-day.ts';
import { checkLedger } from '../../../src/book/proof/check-ledger.ts';
import { createWriter } from '../../../src/book/write/writer.ts';
import type { Store } from '../../../src/platform/database/store.ts';
import { boardSampleLoan, boardText, DEAL, leaseFile } from '../../sample-book.ts';
import { arrivedPayment } from '../../sample-payment.ts';
import { OPEN_DAY, TEST_CLOCK, TEST_LENDER } from '../../test-lender.ts';
import { type Engine, openTestStore, type TestStore } from '../../test-store.ts';
import { watchedStore } from '../../watched-store.ts';

class Killed extends Error {}

/** Boards leases that fall due on a day of the month, without late fees, and answers their ids. */
async function boardLeases(store: Store, dueDay: number, count: number): Promise<string[]> {
  const assetNumbers = Array.from({ length: count }, (_, n) => `D${dueDay}-${n}`);
  const lender = {
    ...TEST_LENDER,
    leasePolicy: { ...TEST_LENDER.leasePolicy, lateFee: null },
    boarding: { ...TEST_LENDER.boarding, dueDay },
  };
  await boardText(store, leaseFile(assetNumbers.map((assetNumber) => ({ assetNumber }))), {
    lender,
  });
  return assetNumbers.map((assetNumber) => contractIdOf(DEAL, assetNumber));
}

/** Closes days until the given one is open. */
async function closeUntil(store: Store, day: BusinessDate): Promise<void> {
  while ((await openDayOf(store)) !== day) await closeOpenDay(store, TEST_CLOCK);
}

export function checkCloseOn(engine: Engine): void {
  describe(`the close, ${engine}`, () => {
    let opened: TestStore;
    let store: Store;
    beforeAll(async () => {
      opened = await openTestStore(engine);
      store = opened.store;
    });
    afterAll(async () => {
      const report = await checkLedger(store);
      await opened.end();
      expect(report.findings).toEqual([]);
    });

    const billsOf = (day: BusinessDate) =>
      store.query<{ contract_id: string; business_date: BusinessDate }>(
        `select contract_id, business_date from entry
         where kind = 'lease-payment-due' and effective_date = $1 order by contract_id`,
        [day],
      );

    test('a day with nothing to do turns, and the next one is open', async () => {
      const report = await closeOpenDay(store, TEST_CLOCK);
      expect(report).toMatchObject({ day: OPEN_DAY, closed: 0, setAside: 0 });
      expect(report.totals).toMatchObject({ entryCount: 0n, totalCents: '0' });
      expect(await openDayOf(store)).toBe(addDays(OPEN_DAY, 1));
    });

    test.each([
      [4, 2],
      [5, 3],
      [6, 4],
      [7, 5],
      [8, 7],
      [9, 9],
      [10, 11],
      [11, 12],
      [12, 14],
    ])(
      'on the %dth, killed before statement %d and called again, it bills once',
      async (due, at) => {
        const day = date(`2026-11-${`${due}`.padStart(2, '0')}`);
        const leases = await boardLeases(store, due, 3);
        await closeUntil(store, day);
        let statements = 0;
        const killed = watchedStore(store, () => {
          statements += 1;
          if (statements >= at) throw new Killed();
        });
        await expect(closeOpenDay(killed, TEST_CLOCK)).rejects.toThrow(Killed);
        expect(await openDayOf(store)).toBe(day);
        const report = await closeOpenDay(store, TEST_CLOCK);
        expect(report.day).toBe(day);
        expect((await billsOf(day)).map((row) => row.contract_id)).toEqual(leases.sort());
      },
    );

    test('a contract whose rule throws waits aside; the others go on', async () => {
      const day = date('2026-11-14');
      const [broken = '', ...sound] = await boardLeases(store, 14, 5);
      await closeUntil(store, day);
      const [terms] = await store.query<{ terms: string }>(
        'select terms from contract_terms where contract_id = $1',
        [broken],
      );
      const setTerms = (text: string | undefined) =>
        store.query('update contract_terms set terms = $2::json where contract_id = $1', [
          broken,
          text,
        ]);
      await setTerms('{"product":"lease"}');
      expect(await closeOpenDay(store, TEST_CLOCK)).toMatchObject({ closed: 4, setAside: 1 });
      const reasons = await store.query<{ contract_id: string; reason: string }>(
        'select contract_id, reason from set_aside where business_date = $1',
        [day],
      );
      expect(reasons).toMatchObject([{ contract_id: broken }]);
      expect(reasons[0]?.reason).not.toBe('');
      expect((await billsOf(day)).map((row) => row.contract_id)).toEqual(sound.sort());
      await setTerms(terms?.terms);
      expect(await closeOpenDay(store, TEST_CLOCK)).toMatchObject({ closed: 1, setAside: 0 });
      const made = (await billsOf(day)).find((row) => row.contract_id === broken);
      expect(made?.business_date).toBe(addDays(day, 1));
    });

    test('a decision that cannot be stored is set aside, and the others go on', async () => {
      const day = date('2026-11-16');
      const [broken = '', ...sound] = await boardLeases(store, 16, 5);
      await closeUntil(store, day);
      await store.query(
        `insert into entry select contract_id, 900, entry_id, 'close:2026-11-16:2', input_hash,
           kind, product, '2030-01-01', effective_date, recorded_at, amount_cents, balance_cents,
           body, hash from entry where contract_id = $1`,
        [broken],
      );
      const report = await closeOpenDay(store, TEST_CLOCK);
      expect(report).toMatchObject({ closed: 4, setAside: 1 });
      expect((await billsOf(day)).map((row) => row.contract_id)).toEqual(sound.sort());
      await store.query('delete from entry where contract_id = $1 and seq = 900', [broken]);
      expect(await closeOpenDay(store, TEST_CLOCK)).toMatchObject({ closed: 1, setAside: 0 });
    });

    test('a chunk takes at most six statements, however many contracts are set aside', async () => {
      const count = engine === 'embedded' ? 230 : 1_100;
      const leases = await boardLeases(store, 18, count);
      await closeUntil(store, date('2026-11-18'));
      const broken = leases.slice(0, 20);
      await store.query(
        `update contract_terms set policy_id = '00000000-0000-8000-8000-000000000000'
         where contract_id = any($1::uuid[])`,
        [`{${broken.join(',')}}`],
      );
      const chunks: string[][] = [];
      let turned = false;
      const counted = watchedStore(store, (statement) => {
        if (statement === 'begin') turned = true;
        if (statement === 'read-due-contracts') chunks.push([]);
        if (!turned) chunks.at(-1)?.push(statement);
      });
      const report = await closeOpenDay(counted, TEST_CLOCK);
      expect(report).toMatchObject({ closed: count - 20, setAside: 20 });
      expect(chunks.filter((each) => each.includes('apply-decisions')).length).toBeGreaterThan(1);
      expect(Math.max(...chunks.map((each) => each.length))).toBeLessThanOrEqual(6);
      await store.query(
        `update contract_terms set policy_id =
           (select policy_id from contract_terms where contract_id = $2)
         where contract_id = any($1::uuid[])`,
        [`{${broken.join(',')}}`, leases.at(-1)],
      );
      expect(await closeOpenDay(store, TEST_CLOCK)).toMatchObject({ closed: 20 });
    });

    test('money between the last pass and the turn is closed the same night', async () => {
      const loan = await boardSampleLoan(store, 'between');
      const writer = createWriter(store, TEST_CLOCK);
      const day = await openDayOf(store);
      let turns = 0;
      const interrupted = watchedStore(store, async (statement) => {
        if (statement !== 'begin') return;
        turns += 1;
        if (turns === 1) await writer.run(arrivedPayment(loan, 'too-much', 20_000_00n));
      });
      const report = await closeOpenDay(interrupted, TEST_CLOCK);
      expect(report.day).toBe(day);
      expect(turns).toBe(2);
      const kinds = await store.query<{ kind: string }>(
        'select kind from entry where contract_id = $1 and business_date = $2',
        [loan, day],
      );
      expect(kinds).toContainEqual({ kind: 'refund-owed' });
    });

    test('a day that is not open, or not done, does not turn', async () => {
      const day = (await openDayOf(store)) ?? OPEN_DAY;
      await expect(turnDay(store, addDays(day, 1), 0)).rejects.toThrow(DayNotDone);
      await expect(turnDay(store, addDays(day, -1), 0)).rejects.toThrow(DayNotDone);
      const dueDay = Number(day.slice(-2));
      await boardLeases(store, dueDay, 1);
      await expect(turnDay(store, day, 0)).rejects.toThrow('1 contracts still have something');
      expect(await openDayOf(store)).toBe(day);
    });
  });
}
