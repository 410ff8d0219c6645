import { date } from '@roadbook/domain/time/calendar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { effort } from '../house/effort.ts';
import { type KillPlace, postgresPlace } from './kill-place.ts';
import { killUnderClose } from './kill-under-close.ts';

let place: KillPlace;
beforeAll(async () => {
  place = await postgresPlace();
});
afterAll(() => place.remove());

test('the close on PostgreSQL is killed, and every day is closed once', async () => {
  const report = await killUnderClose(place, Math.max(2, effort(10)), date('2027-01-15'));
  const { written, expected, ...counts } = report;
  console.log('kills under the close, PostgreSQL:', { ...counts, entries: written.length });
  expect(report.killsInOpenCloses).toBeGreaterThan(0);
  expect(report.findings).toEqual([]);
  expect(report.daysClosed).toBe(74);
  expect(written).toEqual(expected);
});
