import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date } from '../../time/calendar.ts';
import { inForceOn } from './in-force.ts';

const first = { version: 1, effectiveFrom: date('2025-01-01') };
const second = { version: 2, effectiveFrom: date('2026-01-01') };
const mended = { version: 3, effectiveFrom: date('2026-01-01') };

test('a guide holds from its day until the next one does', () => {
  const days = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map(date);
  expect(days.map((on) => inForceOn([second, first], on))).toEqual([null, first, first, second]);
  expect(inForceOn([mended, first, second], date('2026-01-01'))).toBe(mended);
});

test('the order in which versions come changes nothing', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([first, second, mended]),
      fc.nat({ max: 900 }),
      (some, days) => {
        const on = addDays(date('2024-10-01'), days);
        const sorted = some.toSorted((a, b) => a.version - b.version);
        expect(inForceOn(some, on)).toBe(inForceOn(sorted, on));
      },
    ),
  );
});
