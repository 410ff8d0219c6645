/** Payments against the turn of the day, really at the same time: PostgreSQL only. */
import { addDays } from '@roadbook/domain/time/calendar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardSampleLoan, boardText, loanFile } from '../../../testing/sample-book.ts';
import { arrivedPayment } from '../../../testing/sample-payment.ts';
import { OPEN_DAY, TEST_CLOCK } from '../../../testing/test-lender.ts';
import { openTestStore, type TestStore } from '../../../testing/test-store.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { checkLedger } from '../proof/check-ledger.ts';
import type { Result } from '../write/command.ts';
import { createWriter } from '../write/writer.ts';
import { openDayOf, turnDay } from './business-day.ts';
import { closeOpenDay } from './close-day.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore('postgresql');
});
afterAll(async () => {
  const report = await checkLedger(opened.store);
  await opened.end();
  expect(report.findings).toEqual([]);
});

function dayOf(result: Result): string {
  if (result.outcome !== 'done') throw new Error(`not done: ${JSON.stringify(result)}`);
  return result.businessDate;
}

/** Asks until a statement that writes our `contract_state` waits at the fence. */
async function someoneWaitsAtFence(store: Queryable): Promise<void> {
  for (;;) {
    const rows = await store.query(
      `select from pg_locks fence join pg_locks ours on ours.pid = fence.pid
       where fence.locktype = 'advisory' and fence.objid = 7201 and not fence.granted
         and ours.relation = 'contract_state'::regclass and ours.granted`,
    );
    if (rows.length > 0) return;
  }
}

test('a payment that waits while the day turns gets the new day, not the closed one', async () => {
  const { store } = opened;
  const loan = await boardSampleLoan(store, 'F-1');
  const writer = createWriter(await opened.openAnother(), TEST_CLOCK);
  const watcher = await opened.openAnother();
  let payment: Promise<Result> | undefined;
  await store.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(7201)');
    payment = writer.run(arrivedPayment(loan, 'racing', 47_300n));
    await someoneWaitsAtFence(watcher);
    // The turn of the day inside the transaction that holds the fence, as `turnDay` does it.
    await turnDay({ ...store, transaction: (work) => work(tx) }, OPEN_DAY, TEST_CLOCK());
  });
  expect(dayOf(await (payment as Promise<Result>))).toBe(addDays(OPEN_DAY, 1));
  expect(await openDayOf(store)).toBe(addDays(OPEN_DAY, 1));
});

test('payments in a stream, while day after day is closed: none gets a closed date', async () => {
  const { store } = opened;
  const assets = Array.from({ length: 12 }, (_, n) => ({ assetNumber: `S-${n}` }));
  await boardText(store, loanFile(assets));
  const rows = await store.query<{ contract_id: string }>('select contract_id from contract');
  const loans = rows.map((row) => row.contract_id);
  const payer = createWriter(await opened.openAnother(), TEST_CLOCK);
  let isClosing = true;
  const days = new Map<string, number>();
  const pay = async (loan: string): Promise<void> => {
    for (let n = 0; isClosing; n += 1) {
      const day = dayOf(await payer.run(arrivedPayment(loan, `stream-${n}`, 100n)));
      days.set(day, (days.get(day) ?? 0) + 1);
    }
  };
  const paying = Promise.all(loans.map(pay));
  for (let n = 0; n < 30; n += 1) await closeOpenDay(store, TEST_CLOCK);
  isClosing = false;
  await paying;
  expect(days.size).toBeGreaterThan(10);
  const stored = await store.query<{ day: string; n: number }>(
    `select business_date::text as day, count(*)::integer as n from entry
     where key like 'stream-%' and key not like '% %' group by 1`,
  );
  expect(new Map(stored.map(({ day, n }) => [day, n]))).toEqual(days);
});

test('two servers that close the same day close it once', async () => {
  const { store } = opened;
  const other = await opened.openAnother();
  const day = await openDayOf(store);
  const results = await Promise.allSettled([
    closeOpenDay(store, TEST_CLOCK),
    closeOpenDay(other, TEST_CLOCK),
  ]);
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  const closed = await store.query('select from closed_day where business_date = $1', [day]);
  expect(closed).toHaveLength(1);
});
