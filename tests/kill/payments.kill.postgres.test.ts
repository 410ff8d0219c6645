import { afterAll, beforeAll, expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import { type KillPlace, postgresPlace } from './kill-place.ts';
import { killUnderPayments } from './kill-under-payments.ts';

let place: KillPlace;
beforeAll(async () => {
  place = await postgresPlace();
});
afterAll(() => place.remove());

test('the server on PostgreSQL is killed under payments, and nothing is lost', async () => {
  const report = await killUnderPayments(place, Math.max(2, effort(10)));
  console.log('kills under payments, PostgreSQL:', report);
  expect(report.killsInOpenWrites).toBeGreaterThan(0);
  expect(report.differences).toEqual([]);
  expect(report.findings).toEqual([]);
});
