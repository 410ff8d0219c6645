/**
 * Goal: what a lessee tells of the odometer becomes one entry of the lease and counts everywhere
 * alike. What does not fit is refused or asked about by field, value and rule.
 * Method: the operation is called as a lessee, twice with one key, and as a stranger; the overview,
 * the lease end and the history are then read.
 */
import type { ProblemCode } from '@roadbook/api/problem';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import type { Engine } from '@roadbook/server/testing/test-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, type Input, refused, refusedWithoutTrace } from './call.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

type Told = { readingId: string; isCounted: boolean; reason: string | null; reference: string };
type Mileage = {
  readMiles: number | null;
  readOn: string | null;
  readSource: string | null;
  projectedMiles: number | null;
};

export function checkOdometerOn(engine: Engine): void {
  describe(`what a lessee tells of the odometer on ${engine}`, () => {
    const params = { contractId: contractIds.lease };
    let portal: TestPortal;
    let own: Input;
    let keys = 0;
    beforeAll(async () => {
      portal = await openTestPortal({ engine });
      own = { cookie: await portal.signIn('dana'), params };
    });
    afterAll(() => portal.end());

    const telling = (body: object): Input => {
      keys += 1;
      return { ...own, body, key: `reading-${keys.toString().padStart(4, '0')}` };
    };
    const mileage = async (): Promise<Mileage> =>
      (await call<{ mileage: Mileage }>(portal, 'getContract', own)).mileage;

    test('nobody has read it at first', async () => {
      expect(await mileage()).toMatchObject({ readMiles: null, readOn: null, readSource: null });
    });

    test('it is recorded once for its key, with its day and its source', async () => {
      const input = telling({ miles: 24_000, on: '2026-10-30' });
      const told = await call<Told>(portal, 'tellOdometer', input);
      expect(told).toMatchObject({
        miles: 24_000,
        on: '2026-10-30',
        source: 'lessee',
        reason: null,
        isCounted: true,
      });
      expect(await call(portal, 'tellOdometer', input)).toEqual(told);
      const other = { ...input, body: { miles: 24_001, on: '2026-10-30' } };
      await refused(portal, 'tellOdometer', 'key-used-for-other-input', other);
    });

    test('the overview, the lease end and the history say the same', async () => {
      const read = { readMiles: 24_000, readOn: '2026-10-30', readSource: 'lessee' };
      expect(await mileage()).toMatchObject(read);
      expect((await mileage()).projectedMiles).toBeGreaterThan(24_000);
      const { facts } = await call<{ facts: { readings: unknown } }>(portal, 'getLeaseEnd', own);
      const source = { source: 'lessee', reason: null };
      expect(facts.readings).toEqual([{ miles: 24_000, on: '2026-10-30', ...source }]);
      const { transactions } = await call<{ transactions: object[] }>(
        portal,
        'listTransactions',
        own,
      );
      expect(transactions).toContainEqual(
        expect.objectContaining({
          kind: 'odometer-read',
          amountCents: '0',
          reading: { miles: 24_000, on: '2026-10-30', source: 'lessee' },
        }),
      );
    });

    test.each<[string, object, ProblemCode, string, string, string]>([
      [
        'tomorrow',
        { miles: 24_100, on: '2026-11-03' },
        'reading-in-future',
        'body.on',
        '2026-11-03',
        'not after 2026-11-02',
      ],
      [
        'a day before the lease',
        { miles: 24_100, on: '2020-01-01' },
        'reading-before-lease',
        'body.on',
        '2020-01-01',
        '2024-05-15',
      ],
      [
        'more than a car can drive',
        { miles: 240_000, on: '2026-11-02' },
        'reading-impossible',
        'body.miles',
        '240000',
        'at most 28500',
      ],
      [
        'the same once more',
        { miles: 24_000, on: '2026-10-30' },
        'reading-known',
        'body.miles',
        '24000',
        'not on record',
      ],
      [
        'less than at delivery',
        { miles: 1, on: '2026-11-02' },
        'reading-below-delivery',
        'body.miles',
        '1',
        'or a reason',
      ],
      [
        'less than before',
        { miles: 20_000, on: '2026-11-02' },
        'reading-contradicts',
        'body.miles',
        '20000',
        'fit 24000 on 2026-10-30',
      ],
      [
        'very many miles',
        { miles: 27_000, on: '2026-11-02' },
        'reading-far-ahead',
        'body.miles',
        '27000',
        'or a reason',
      ],
    ])('%s is refused by field, value and rule', async (_w, body, code, field, value, rule) => {
      const problem = await refusedWithoutTrace(portal, 'tellOdometer', code, telling(body));
      expect(problem.errors).toEqual([{ field, value, rule: expect.stringContaining(rule) }]);
      expect(problem.next).not.toBe('');
    });

    test.each<[string, object]>([
      ['a million miles', { miles: 1_000_000, on: '2026-11-02' }],
      ['half a mile', { miles: 24_000.5, on: '2026-11-02' }],
      ['less than nothing', { miles: -1, on: '2026-11-02' }],
      ['a day that is none', { miles: 24_100, on: '2026-02-30' }],
      ['a reason of one’s own', { miles: 24_100, on: '2026-11-02', reason: 'my garage' }],
    ])('%s is no reading at all', async (_w, body) => {
      await refusedWithoutTrace(portal, 'tellOdometer', 'invalid-input', telling(body));
    });

    test('a true lower one is taken with a reason; of three, two that agree count', async () => {
      const reason = 'earlier-wrong';
      const low = telling({ miles: 22_000, on: '2026-11-01', reason });
      const told = await call<Told>(portal, 'tellOdometer', low);
      expect(told.reason).toBe(reason);
      const next = telling({ miles: 22_040, on: '2026-11-02', reason });
      expect(await call<Told>(portal, 'tellOdometer', next)).toMatchObject({ isCounted: true });
      expect(await mileage()).toMatchObject({ readMiles: 22_040, readOn: '2026-11-02' });
      // A slip of the same day is corrected without a question.
      const slip = telling({ miles: 22_050, on: '2026-11-02' });
      expect(await call<Told>(portal, 'tellOdometer', slip)).toMatchObject({ reason: null });
      expect(await mileage()).toMatchObject({ readMiles: 22_050 });
    });

    test('a loan has none, and nobody tells for a contract of somebody else', async () => {
      const loan = { ...telling({ miles: 9, on: '2026-11-02' }) };
      const other = { ...loan, params: { contractId: contractIds.loan } };
      await refusedWithoutTrace(portal, 'tellOdometer', 'reading-not-for-this-contract', other);
      const stranger = { ...loan, cookie: await portal.signIn('stranger') };
      await refusedWithoutTrace(portal, 'tellOdometer', 'contract-not-found', stranger);
    });

    test('a lease that has ended takes no more of them, and the books prove', async () => {
      const { store } = portal.shell;
      expect((await checkLedger(store)).findings).toEqual([]);
      await store.query("update contract_state set status = 'turned-in' where contract_id = $1", [
        params.contractId,
      ]);
      const late = telling({ miles: 22_100, on: '2026-11-02' });
      await refusedWithoutTrace(portal, 'tellOdometer', 'lease-has-ended', late);
    });
  });
}
