import { addDays, addMonths, type BusinessDate, partsOf } from '@roadbook/domain/time/calendar';

/** The days between which the demonstration is lived: boarded after the cut-off, open today. */
export type DemoCalendar = {
  /** The first day a visitor sees: the open day when the demonstration is ready. */
  readonly today: BusinessDate;
  /** The day the portfolio's files are as of. */
  readonly cutOff: BusinessDate;
  /** The first day of the period that the files report. */
  readonly periodFrom: BusinessDate;
};

/** Half a year of history, in days: long enough for a charge-off and a recovery after it. */
export const HISTORY_DAYS = 185;

export function demoCalendar(today: BusinessDate): DemoCalendar {
  const cutOff = addDays(today, -HISTORY_DAYS);
  return { today, cutOff, periodFrom: addDays(addMonths(cutOff, -1), 1) };
}

/** The first date on or after a day that falls on a due day. */
export function dueOnOrAfter(day: BusinessDate, dueDay: number): BusinessDate {
  const thisMonth = addMonths(day, 0, dueDay);
  return thisMonth >= day ? thisMonth : addMonths(day, 1, dueDay);
}

/** The due day of a contract that has a due date on this day. */
export function dueDayOf(day: BusinessDate): number {
  return partsOf(day).day;
}

/**
 * The due dates that were unpaid at the cut-off, and on to two months after today. A payer who is
 * always some days late had not yet paid the last due date before the cut-off, unless it was the
 * cut-off itself: the file counts days past due from 1.
 */
export function unpaidDueDates(
  { cutOff, today }: DemoCalendar,
  dueDateOf: (number: number) => BusinessDate,
  count: number,
  lateBy: number,
): BusinessDate[] {
  const horizon = addMonths(today, 2);
  const dates: BusinessDate[] = [];
  for (let number = 1; number <= count; number += 1) {
    const due = dueDateOf(number);
    if (due > horizon) break;
    if (!wasPaidBy(cutOff, due, lateBy)) dates.push(due);
  }
  return dates;
}

/** Whether a due date had been paid by the cut-off. */
export function wasPaidBy(cutOff: BusinessDate, due: BusinessDate, lateBy: number): boolean {
  return due === cutOff || addDays(due, lateBy) <= cutOff;
}
