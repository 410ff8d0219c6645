import {
  addDays,
  addMonths,
  type BusinessDate,
  daysBetween,
  daysInMonth,
  fromParts,
  monthsBetween,
  partsOf,
} from '../time/calendar.ts';

/**
 * How often an installment falls due. A due day is 1 to 31; in a shorter month it is the last day,
 * and it returns to its own day after it. Of the two due days of `semi-monthly` the first is the
 * smaller one.
 */
export type Rhythm =
  | { readonly every: 'monthly'; readonly dueDay: number }
  | { readonly every: 'quarterly'; readonly dueDay: number }
  | { readonly every: 'semi-monthly'; readonly dueDays: readonly [number, number] }
  | { readonly every: 'bi-weekly' }
  | { readonly every: 'weekly' };

export const RHYTHM_NAMES = [
  'monthly',
  'quarterly',
  'semi-monthly',
  'bi-weekly',
  'weekly',
] as const satisfies readonly Rhythm['every'][];

const PER_YEAR: Readonly<Record<Rhythm['every'], number>> = {
  monthly: 12,
  quarterly: 4,
  'semi-monthly': 24,
  'bi-weekly': 26,
  weekly: 52,
};

/** How many installments a year has: a rate of one period is the annual rate divided by it. */
export function installmentsPerYear({ every }: Rhythm): number {
  return PER_YEAR[every];
}

/** The due date `index` steps after the first one; 0 is the first one itself. */
export function dueDateAfter(rhythm: Rhythm, first: BusinessDate, index: number): BusinessDate {
  if (index === 0) return first;
  switch (rhythm.every) {
    case 'monthly':
      return addMonths(first, index, rhythm.dueDay);
    case 'quarterly':
      return addMonths(first, index * 3, rhythm.dueDay);
    case 'semi-monthly':
      return halfMonthAfter(rhythm.dueDays, first, index);
    case 'bi-weekly':
      return addDays(first, index * 14);
    case 'weekly':
      return addDays(first, index * 7);
  }
}

/** How many due dates, counted from the first one, have come on or before a day. */
export function dueDatesBy(rhythm: Rhythm, first: BusinessDate, on: BusinessDate): number {
  if (on < first) return 0;
  switch (rhythm.every) {
    case 'monthly':
      return reached(rhythm, first, on, monthsBetween(first, on));
    case 'quarterly':
      return reached(rhythm, first, on, Math.floor(monthsBetween(first, on) / 3));
    case 'semi-monthly':
      return reached(rhythm, first, on, Math.max(0, monthsBetween(first, on) * 2 - 1));
    case 'bi-weekly':
      return Math.floor(daysBetween(first, on) / 14) + 1;
    case 'weekly':
      return Math.floor(daysBetween(first, on) / 7) + 1;
  }
}

/** Counts on from a number of steps that has certainly come. */
function reached(rhythm: Rhythm, first: BusinessDate, on: BusinessDate, known: number): number {
  let count = known;
  while (dueDateAfter(rhythm, first, count) <= on) count += 1;
  return count;
}

/** A first due date that is neither of the two days stands before the next of them. */
function halfMonthAfter(
  [early, late]: readonly [number, number],
  first: BusinessDate,
  index: number,
): BusinessDate {
  const { year, month, day } = partsOf(first);
  const isLate = day >= Math.min(late, daysInMonth(year, month));
  const half = (isLate ? 1 : 0) + index;
  const inMonth = addMonths(fromParts({ year, month, day: 1 }), Math.floor(half / 2));
  return addMonths(inMonth, 0, half % 2 === 0 ? early : late);
}
