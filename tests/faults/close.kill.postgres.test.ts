/**
 * Goal: days are closed once and completely although the database ends the sessions of the close.
 * Method: the days are closed by a program whose sessions are terminated again and again, and what
 * it wrote is held against what is written in peace.
 */
import { date } from '@roadbook/domain/time/calendar';
import { openFirstDay } from '@roadbook/server/book/day/business-day';
import { checkLedger } from '@roadbook/server/book/proof/check-ledger';
import { migrate } from '@roadbook/server/platform/database/migrate';
import { OPEN_DAY, TEST_CLOCK } from '@roadbook/server/testing/test-lender';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import { type KillPlace, postgresPlace } from '../kill/kill-place.ts';
import { boardCloseBook, everything, writtenWithoutFaults } from '../kill/kill-under-close.ts';
import { startProcess, untilItSays } from '../kill/server-process.ts';
import { elapse } from './elapse.ts';

let place: KillPlace;
beforeEach(async () => {
  place = await postgresPlace();
});
afterEach(() => place.remove());

test('a close whose sessions are terminated goes on and closes every day once', async () => {
  const last = effort(10) > 1 ? date('2027-01-15') : date('2026-11-20');
  const store = await place.openStore();
  await migrate(store);
  await openFirstDay(store, OPEN_DAY, TEST_CLOCK());
  await boardCloseBook(store);
  const started = startProcess(
    ['--import', 'tsx', 'tests/kill/close-days.ts', last],
    place.settings,
  );
  await untilItSays(started, 'closing');
  let terminated = 0;
  let isOver = false;
  void started.ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const rows = await store.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
    );
    terminated += rows.length;
    await elapse(40);
  }
  console.log(`sessions terminated under the close: ${terminated}`);
  expect(started.child.exitCode).toBe(0);
  expect(terminated).toBeGreaterThan(0);
  expect((await checkLedger(store)).findings).toEqual([]);
  expect(await everything(store)).toEqual(await writtenWithoutFaults(last));
  await store.close();
});
