import { date } from '@roadbook/domain/time/calendar';
import { expect, test } from 'vitest';
import { retentionOn, USUAL_RETENTION } from './retention.ts';

const short = { ...USUAL_RETENTION, letter: 30 };
const long = { ...USUAL_RETENTION, letter: 2_000 };
const retention = [
  { from: date('2026-01-01'), keptDays: short },
  { from: date('2027-01-01'), keptDays: long },
];

test.each([
  ['before the first policy the usual days hold', '2025-12-31', 400],
  ['the first holds from its day', '2026-01-01', 30],
  ['until the day before the next', '2026-12-31', 30],
  ['and the next from its own', '2027-01-01', 2_000],
])('%s', (_what, on, days) => {
  expect(retentionOn({ retention }, on).letter).toBe(days);
});

test('a lender without policies keeps for the usual days', () => {
  expect(retentionOn({}, '2030-01-01')).toBe(USUAL_RETENTION);
});
