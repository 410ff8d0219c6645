import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import {
  addDays,
  addMonths,
  type BusinessDate,
  date,
  dayNumber,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  earlierOf,
  fromParts,
  isLeapYear,
  laterOf,
  monthsBetween,
  parseDate,
  partsOf,
} from './calendar.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

// The oracle: the platform's own proleptic Gregorian calendar, in UTC, counted in days.
const DAY = 86_400_000;
const FIRST = Date.UTC(1900, 0, 1) / DAY;
const LAST = Date.UTC(2199, 11, 31) / DAY;
const textOf = (epochDay: number): BusinessDate =>
  date(new Date(epochDay * DAY).toISOString().slice(0, 10));
const anyDay = fc.integer({ min: FIRST, max: LAST });

describe('the calendar', () => {
  test('agrees with the Gregorian calendar on every day from 1900 through 2199', () => {
    let expected = 0;
    let on = date('1900-01-01');
    for (let epochDay = FIRST; epochDay <= LAST; epochDay += 1) {
      if (textOf(epochDay) !== on) throw new Error(`${on} is not ${textOf(epochDay)}`);
      if (dayNumber(on) - dayNumber(date('1900-01-01')) !== expected) throw new Error(on);
      if (dayOfWeek(on) !== new Date(epochDay * DAY).getUTCDay()) throw new Error(on);
      if (fromParts(partsOf(on)) !== on) throw new Error(on);
      expected += 1;
      if (epochDay < LAST) on = addDays(on, 1);
    }
    expect(expected).toBe(109_573);
    expect(on).toBe('2199-12-31');
  });

  test('adds days and counts them back', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(textOf(a), textOf(b))).toBe(b - a);
        expect(addDays(textOf(a), b - a)).toBe(textOf(b));
        expect(textOf(a) < textOf(b)).toBe(a < b);
        expect(laterOf(textOf(a), textOf(b))).toBe(textOf(Math.max(a, b)));
        expect(earlierOf(textOf(a), textOf(b))).toBe(textOf(Math.min(a, b)));
      }),
    );
  });

  test('knows leap years and the lengths of months', () => {
    expect([1900, 2000, 2024, 2026, 2100, 2196].map(isLeapYear)).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
    for (let year = 1900; year <= 2199; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      }
    }
  });

  test('reads only dates that exist', () => {
    checkTable(read('dates'), (row) => ({ date: parseDate(row.text('written')) }));
    expect(() => date('2026-02-30')).toThrow('not a date: 2026-02-30');
  });
});

describe('months', () => {
  test('keep the due day, and fall on the last day of a shorter month', () => {
    checkTable(read('due-days'), (row) => ({
      date: addMonths(row.date('from'), row.count('months'), row.count('due day')),
    }));
  });

  test('later and earlier come back to where they began, whatever lies between', () => {
    const months = fc.integer({ min: -600, max: 600 });
    const middle = fc.integer({ min: Date.UTC(1960, 0, 1) / DAY, max: Date.UTC(2120, 0, 1) / DAY });
    fc.assert(
      fc.property(middle, months, (epochDay, count) => {
        const from = textOf(epochDay);
        const { day } = partsOf(from);
        const there = addMonths(from, count, day);
        expect(addMonths(there, -count, day)).toBe(from);
        expect(monthsBetween(from, there)).toBe(count);
        const oracle = new Date(epochDay * DAY);
        oracle.setUTCDate(1);
        oracle.setUTCMonth(oracle.getUTCMonth() + count);
        expect(there.slice(0, 7)).toBe(oracle.toISOString().slice(0, 7));
      }),
    );
  });

  test('without a due day keep the day of the date', () => {
    expect(addMonths(date('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(date('2026-01-15'), 12)).toBe('2027-01-15');
  });
});
