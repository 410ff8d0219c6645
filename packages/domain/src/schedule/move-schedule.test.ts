import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date, daysBetween, partsOf } from '../time/calendar.ts';
import { dueDateLater, isByMonths, movedFrom, nearestDueDate } from './move-schedule.ts';
import { dueDateIn, installmentCountOf, levelSchedule, sumThrough } from './schedule.ts';

const schedule = levelSchedule({
  firstDueDate: date('2026-01-31'),
  rhythm: { every: 'monthly', dueDay: 31 },
  count: 12,
  installmentCents: 100_00n,
});

test('only a rhythm of months has a due day', () => {
  expect(isByMonths({ every: 'quarterly', dueDay: 5 })).toBe(true);
  expect(isByMonths({ every: 'bi-weekly' })).toBe(false);
});

test('what comes before the first one moved stays, all others follow it', () => {
  const first = dueDateLater(schedule, 5, 2, 31);
  expect(first).toBe('2026-07-31');
  const moved = movedFrom(schedule, 5, first, 31);
  const dates = [4, 5, 6, 12].map((number) => dueDateIn(moved, number));
  expect(dates).toEqual(['2026-04-30', '2026-07-31', '2026-08-31', '2027-02-28']);
});

test('moved again and again it has the same amounts, and its dates stay in order', () => {
  const moves = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(moves, (many) => {
      let now = schedule;
      for (const [number, dueDay] of many.toSorted((a, b) => a[0] - b[0])) {
        now = movedFrom(now, number, dueDateLater(now, number, 1, dueDay), dueDay);
      }
      expect(installmentCountOf(now)).toBe(12);
      for (let number = 1; number <= 12; number += 1) {
        expect(sumThrough(now, number)).toBe(sumThrough(schedule, number));
        if (number > 1) expect(dueDateIn(now, number) > dueDateIn(now, number - 1)).toBe(true);
      }
    }),
  );
});

test('the nearest due date is within a month, later than the day, and on the due day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 28 }),
      (days, ahead, dueDay) => {
        const today = addDays(date('2026-01-01'), days);
        const dueDate = addDays(today, ahead);
        const nearest = nearestDueDate(dueDate, dueDay, today);
        expect(nearest > today).toBe(true);
        expect(partsOf(nearest).day).toBe(dueDay);
        expect(Math.abs(daysBetween(dueDate, nearest))).toBeLessThanOrEqual(31);
      },
    ),
  );
});
