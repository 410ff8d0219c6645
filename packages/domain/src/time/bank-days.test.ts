import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../tests/house/shared-data.ts';
import { checkTable } from '../../testing/case-table.ts';
import { addBankDays, bankDayOnOrAfter, bankHolidays, isBankDay } from './bank-days.ts';
import { addDays, date, dayOfWeek, daysBetween } from './calendar.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays(date('2021-01-01'), n));

describe('bank days', () => {
  test('follow the Federal Reserve calendar', () => {
    checkTable(read('bank-days'), (row) => ({
      open: isBankDay(row.date('on')) ? 'yes' : 'no',
      'settles on': bankDayOnOrAfter(row.date('on')),
      'two later': addBankDays(row.date('on'), 2),
    }));
  });

  test('are never a weekend, and a holiday closes on a weekday only', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        if (isBankDay(on)) expect([1, 2, 3, 4, 5]).toContain(dayOfWeek(on));
        const settles = bankDayOnOrAfter(on);
        expect(isBankDay(settles)).toBe(true);
        expect(daysBetween(on, settles)).toBeLessThanOrEqual(4);
        for (let day = on; day < settles; day = addDays(day, 1)) expect(isBankDay(day)).toBe(false);
      }),
    );
  });

  test('counted one by one are the bank days between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (on, count) => {
        const end = addBankDays(on, count);
        let passed = 0;
        for (let day = addDays(on, 1); day <= end; day = addDays(day, 1)) {
          if (isBankDay(day)) passed += 1;
        }
        expect(passed).toBe(count);
        expect(isBankDay(end)).toBe(true);
        expect(addBankDays(on, 0)).toBe(on);
      }),
    );
  });

  test('a year has eleven holidays', () => {
    for (let year = 2021; year <= 2199; year += 1) {
      expect(new Set(bankHolidays(year)).size).toBe(11);
    }
  });
});

type Schedule = {
  holidays: Record<string, string[]>;
  closures: { openOnPrecedingFriday: string[]; closedOnFollowingMonday: string[] };
};

describeWithSharedData('the published holiday schedule', (data) => {
  const file = readFileSync(join(data, 'vectors/fed-bank-holidays-2025-2027.json'), 'utf8');
  const { holidays, closures } = JSON.parse(file) as Schedule;

  test('agrees day by day for its three years', () => {
    const named = Object.values(holidays).flat();
    const closed = new Set([...named, ...closures.closedOnFollowingMonday]);
    let seen = 0;
    for (let on = date('2025-01-01'); on <= date('2027-12-31'); on = addDays(on, 1)) {
      const isWeekday = dayOfWeek(on) > 0 && dayOfWeek(on) < 6;
      expect(`${on} ${isBankDay(on)}`).toBe(`${on} ${isWeekday && !closed.has(on)}`);
      seen += 1;
    }
    expect(seen).toBe(1_095);
    expect(named).toHaveLength(33);
  });

  test('leaves the Friday before a Saturday holiday open', () => {
    expect(closures.openOnPrecedingFriday.length).toBeGreaterThan(0);
    for (const on of closures.openOnPrecedingFriday) expect(isBankDay(date(on))).toBe(true);
  });
});
