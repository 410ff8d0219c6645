import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { addDays, date } from '../time/calendar.ts';
import { installmentsPerYear, RHYTHM_NAMES, type Rhythm } from './rhythm.ts';
import {
  dueDateIn,
  installmentCountOf,
  installmentIn,
  installmentsBy,
  levelSchedule,
  paidBy,
  type Schedule,
  sumThrough,
} from './schedule.ts';

const cases = readFileSync(new URL('./cases/due-dates.txt', import.meta.url), 'utf8');

function rhythmOf(every: string, days: readonly number[]): Rhythm {
  const [first = 1, second = 31] = days;
  switch (every) {
    case 'monthly':
    case 'quarterly':
      return { every, dueDay: first };
    case 'semi-monthly':
      return { every, dueDays: [first, second] };
    default:
      return { every: every as 'bi-weekly' | 'weekly' };
  }
}

const anyRhythm = fc
  .record({ every: fc.constantFrom(...RHYTHM_NAMES), a: fc.integer({ min: 1, max: 16 }) })
  .map(({ every, a }) => rhythmOf(every, [a, a + 15]));

/** One to three segments one after the other, each in its own rhythm and amount. */
const anySchedule = fc
  .record({
    parts: fc.array(
      fc.record({
        rhythm: anyRhythm,
        count: fc.integer({ min: 1, max: 40 }),
        installmentCents: fc.bigInt({ min: 1n, max: 900_00n }),
        gap: fc.integer({ min: 1, max: 40 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    start: fc.integer({ min: 0, max: 3_000 }),
    finalInstallmentCents: fc.bigInt({ min: 0n, max: 900_00n }),
  })
  .map(({ parts, start, finalInstallmentCents }): Schedule => {
    let next = addDays(date('2020-01-01'), start);
    const segments = parts.map(({ rhythm, count, installmentCents, gap }) => {
      const segment = { firstDueDate: next, rhythm, count, installmentCents };
      next = addDays(dueDateIn(levelSchedule(segment), count), gap);
      return segment;
    });
    const [first, ...rest] = segments;
    return { segments: [first!, ...rest], finalInstallmentCents };
  });

describe('due dates', () => {
  test('come in their rhythm', () => {
    checkTable(cases, (row) => {
      const rhythm = rhythmOf(row.text('rhythm'), row.list('days').map(Number));
      const firstDueDate = row.date('first due');
      const schedule = levelSchedule({ firstDueDate, rhythm, count: 60, installmentCents: 1n });
      return {
        'due date': dueDateIn(schedule, row.count('number')),
        come: installmentsBy(schedule, row.date('by')),
      };
    });
  });

  test('rise strictly, and so many have come by a day as lie on or before it', () => {
    fc.assert(
      fc.property(anySchedule, fc.integer({ min: -50, max: 2_500 }), (schedule, days) => {
        const count = installmentCountOf(schedule);
        const on = addDays(dueDateIn(schedule, 1), days);
        let come = 0;
        for (let number = 1; number <= count; number += 1) {
          if (number > 1) {
            expect(dueDateIn(schedule, number) > dueDateIn(schedule, number - 1)).toBe(true);
          }
          if (dueDateIn(schedule, number) <= on) come = number;
        }
        expect(installmentsBy(schedule, on)).toBe(come);
      }),
    );
  });

  test('of a year are as many as the rhythm says', () => {
    fc.assert(
      fc.property(anyRhythm, fc.integer({ min: 0, max: 3_000 }), (rhythm, days) => {
        const firstDueDate = addDays(date('2020-01-01'), days);
        const segment = { firstDueDate, rhythm, count: 2_000, installmentCents: 1n };
        const tenYears = addDays(firstDueDate, 3_652);
        const come = installmentsBy(levelSchedule(segment), tenYears);
        expect(Math.abs(come - 10 * installmentsPerYear(rhythm))).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('sums of installments', () => {
  test('are those of the installments one by one, and so is what money pays', () => {
    const money = fc.bigInt({ min: 0n, max: 90_000_00n });
    fc.assert(
      fc.property(anySchedule, money, (schedule, paid) => {
        const count = installmentCountOf(schedule);
        let sum = 0n;
        let satisfied = 0;
        for (let number = 1; number <= count; number += 1) {
          sum += installmentIn(schedule, number).amountCents;
          expect(sumThrough(schedule, number)).toBe(sum);
          if (sum <= paid) satisfied = number;
        }
        expect(paidBy(schedule, paid, () => 0n)).toBe(satisfied);
      }),
    );
  });
});
