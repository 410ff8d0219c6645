/**
 * Goal: whatever becomes of the database, a payment is made once or refused with 503 and may be
 * sent again; the server lives, is ready again soon, and stops when it is told to.
 * Method: sixteen paying clients, a wire to PostgreSQL that is cut, slowed down and silenced, and
 * every receipt held against the ledger in the end. `npm run soak` makes each fault last longer.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import { type KillPlace, postgresPlace } from '../kill/kill-place.ts';
import { FAULTS, TERMINATED } from './fault.ts';
import { type FaultReport, payUnderFaults } from './pay-under-faults.ts';

const SERVED_AGAIN_MS = 5_000;
const STOP_MS = 15_000;

let place: KillPlace;
beforeEach(async () => {
  place = await postgresPlace();
});
afterEach(() => place.remove());

function expectNothingLost(report: FaultReport): void {
  expect(report.differences).toEqual([]);
  expect(report.findings).toEqual([]);
  for (const { name, servedAgainMs } of report.faults) {
    expect(servedAgainMs, name).toBeLessThan(SERVED_AGAIN_MS);
  }
  expect(report.stopMs).toBeLessThan(STOP_MS);
}

test('a database that is cut off, slow, silent or full loses and doubles nothing', async () => {
  const rounds = Math.max(1, effort(3));
  const report = await payUnderFaults(place, Array(rounds).fill(FAULTS).flat(), 1);
  console.log('payments under faults:', report);
  expectNothingLost(report);
  const silent = report.faults.filter(({ name }) => name === 'swallowed');
  for (const { ready, toldAway } of silent) {
    expect(ready).toBe(503);
    expect(toldAway).toBeGreaterThan(0);
  }
});

test('two servers on one database do as well', async () => {
  const [cut, , , , silent] = FAULTS;
  const faults = [cut, TERMINATED, ...(effort(10) > 1 ? [silent] : [])];
  const report = await payUnderFaults(
    place,
    faults.filter((fault) => fault !== undefined),
    2,
  );
  console.log('payments at two servers under faults:', report);
  expectNothingLost(report);
});
