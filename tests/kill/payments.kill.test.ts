import { afterAll, beforeAll, expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import { embeddedPlace, type KillPlace } from './kill-place.ts';
import { killUnderPayments } from './kill-under-payments.ts';

let place: KillPlace;
beforeAll(async () => {
  place = await embeddedPlace();
});
afterAll(() => place.remove());

test('the embedded server is killed under payments, and nothing is lost', async () => {
  const report = await killUnderPayments(place, Math.max(2, effort(10)));
  console.log('kills under payments, embedded:', report);
  expect(report.killsInOpenWrites).toBeGreaterThan(0);
  expect(report.differences).toEqual([]);
  expect(report.findings).toEqual([]);
});
