import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { addDays, date, daysBetween } from './calendar.ts';
import { type DayCount, yearFraction } from './day-count.ts';

const cases = readFileSync(new URL('./cases/day-count.txt', import.meta.url), 'utf8');
const anyDay = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays(date('1990-01-01'), n));
const anyTerm = fc.integer({ min: 1, max: 3_000 });

describe('the part of a year', () => {
  test('follows the day count of the contract', () => {
    checkTable(cases, (row) => {
      const [from, to] = [row.date('from'), row.date('to')];
      const fraction = (dayCount: DayCount): string => {
        const { numerator, denominator } = yearFraction(dayCount, from, to);
        return `${numerator}/${denominator}`;
      };
      return {
        'actual/365': fraction('actual/365'),
        'actual/actual': fraction('actual/actual'),
        '30/360': fraction('30/360'),
      };
    });
  });

  test('is nothing when no day has passed', () => {
    for (const dayCount of ['actual/365', 'actual/actual', '30/360'] as const) {
      expect(yearFraction(dayCount, date('2026-03-01'), date('2026-03-01')).numerator).toBe(0n);
      expect(yearFraction(dayCount, date('2026-03-01'), date('2026-02-01')).numerator).toBe(0n);
      expect(yearFraction(dayCount, date('2026-03-01'), date('2026-02-01')).days).toBe(0);
    }
  });

  test('actual/365 is the calendar’s own days', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, (from, days) => {
        const part = yearFraction('actual/365', from, addDays(from, days));
        expect(part).toEqual({ days, numerator: BigInt(days), denominator: 365n });
      }),
    );
  });

  test('actual/actual counts each day in its own year', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, (from, days) => {
        let common = 0n;
        let leap = 0n;
        for (let n = 0; n < days; n += 1) {
          const year = Number(addDays(from, n).slice(0, 4));
          const yearDays = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
          if (yearDays === 366) leap += 1n;
          else common += 1n;
        }
        const part = yearFraction('actual/actual', from, addDays(from, days));
        expect(part.days).toBe(days);
        // common/365 + leap/366, without dividing
        expect(part.numerator * 365n * 366n).toBe((common * 366n + leap * 365n) * part.denominator);
      }),
      { numRuns: 60 },
    );
  });

  test('actual/actual adds up over any split', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, anyTerm, (from, first, second) => {
        const middle = addDays(from, first);
        const end = addDays(middle, second);
        const a = yearFraction('actual/actual', from, middle);
        const b = yearFraction('actual/actual', middle, end);
        expect(a.numerator + b.numerator).toBe(yearFraction('actual/actual', from, end).numerator);
      }),
    );
  });

  test('30/360 follows its published rule', () => {
    // The US rule as the securities industry prints it, on numbers of its own.
    const published = (from: string, to: string): number => {
      const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number);
      const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number);
      const endsFebruary = (y: number, m: number, d: number): boolean =>
        m === 2 && new Date(Date.UTC(y, 1, d + 1)).getUTCMonth() === 2;
      let [first, last] = [d1, d2];
      if (endsFebruary(y1, m1, d1) && endsFebruary(y2, m2, d2)) last = 30;
      if (endsFebruary(y1, m1, d1)) first = 30;
      if (last === 31 && first >= 30) last = 30;
      if (first === 31) first = 30;
      return 360 * (y2 - y1) + 30 * (m2 - m1) + (last - first);
    };
    fc.assert(
      fc.property(anyDay, anyTerm, (from, days) => {
        const to = addDays(from, days);
        const part = yearFraction('30/360', from, to);
        expect(part).toEqual({
          days: published(from, to),
          numerator: BigInt(published(from, to)),
          denominator: 360n,
        });
        expect(part.days).toBeGreaterThanOrEqual(0);
        expect(Math.abs(part.days - daysBetween(from, to))).toBeLessThan(6 * (days / 365 + 1));
      }),
      { numRuns: 500 },
    );
  });

  test('never shrinks as the days go on', () => {
    const kinds = fc.constantFrom<DayCount>('actual/365', 'actual/actual', '30/360');
    fc.assert(
      fc.property(kinds, anyDay, anyTerm, (dayCount, from, days) => {
        const to = addDays(from, days);
        const today = yearFraction(dayCount, from, to);
        const tomorrow = yearFraction(dayCount, from, addDays(to, 1));
        expect(tomorrow.numerator * today.denominator).toBeGreaterThanOrEqual(
          today.numerator * tomorrow.denominator,
        );
      }),
    );
  });
});
