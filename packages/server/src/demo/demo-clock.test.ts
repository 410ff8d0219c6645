import { date } from '@roadbook/domain/time/calendar';
import { expect, test } from 'vitest';
import { demoClock, momentOf } from './demo-clock.ts';

const ZONE = 'America/Chicago';
const iso = (ms: number): string => new Date(ms).toISOString();

test.each([
  ['2026-01-15', '12:00', '2026-01-15T18:00:00.000Z'],
  ['2026-07-15', '20:00', '2026-07-16T01:00:00.000Z'],
  // Clocks go forward on 8 March and back on 1 November, both at two in the morning.
  ['2026-03-07', '20:00', '2026-03-08T02:00:00.000Z'],
  ['2026-03-08', '12:00', '2026-03-08T17:00:00.000Z'],
  ['2026-10-31', '20:00', '2026-11-01T01:00:00.000Z'],
  ['2026-11-01', '12:00', '2026-11-01T18:00:00.000Z'],
])('%s %s in Chicago is %s', (day, time, moment) => {
  expect(iso(momentOf(ZONE, date(day), time))).toBe(moment);
});

test('the clock stands on the simulated day and never runs back on it', () => {
  const clock = demoClock({ brand: { timeZone: ZONE } as never, cutOff: '20:00' });
  const day = date('2026-06-01');
  clock.toNoon(day);
  const noon = [clock.now(), clock.now()];
  clock.toCutOff(day);
  const moments = [...noon, clock.now()];
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  expect(moments.map((ms) => iso(ms).slice(0, 13))).toEqual([
    '2026-06-01T17',
    '2026-06-01T17',
    '2026-06-02T01',
  ]);
});
