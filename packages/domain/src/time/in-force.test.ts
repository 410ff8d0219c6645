import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, date } from './calendar.ts';
import { inForceOrFirst } from './in-force.ts';

const from = (text: string) => ({ effectiveFrom: date(text) });

describe('dated data in force', () => {
  const data = [from('2026-07-01'), from('2025-01-01'), from('2026-01-01')];
  it.each([
    ['2024-12-31', '2025-01-01', 'before the first, the first'],
    ['2025-01-01', '2025-01-01', 'on its first day'],
    ['2025-12-31', '2025-01-01', 'on the last day before the next'],
    ['2026-01-01', '2026-01-01', 'on the day of the change'],
    ['2099-01-01', '2026-07-01', 'after the last, the last'],
  ])('on %s it is what began on %s: %s', (on, began) => {
    expect(inForceOrFirst(data, date(on))).toEqual(from(began));
  });

  it('is an error where there is none', () => {
    expect(() => inForceOrFirst([], date('2026-01-01'))).toThrow(RangeError);
  });

  it('has nothing that began later and still not after the day', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 4_000 }), { minLength: 1 });
    const start = date('2020-01-01');
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 5_000 }), (began, on) => {
        const dated = began.map((day) => ({ effectiveFrom: addDays(start, day) }));
        const found = inForceOrFirst(dated, addDays(start, on));
        const reached = began.filter((day) => day <= on);
        const expected = reached.length > 0 ? Math.max(...reached) : Math.min(...began);
        expect(found.effectiveFrom).toBe(addDays(start, expected));
      }),
    );
  });
});
