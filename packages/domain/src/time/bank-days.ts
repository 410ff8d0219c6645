import { addDays, type BusinessDate, dayOfWeek, fromParts, partsOf } from './calendar.ts';

/**
 * Federal Reserve Bank holidays. A holiday on a Saturday does not close the Friday before it; one
 * on a Sunday closes the Monday after it. Source: Federal Reserve Banks' holiday schedule.
 */
export function bankHolidays(year: number): BusinessDate[] {
  const fixed: [number, number][] = [
    [1, 1],
    [6, 19],
    [7, 4],
    [11, 11],
    [12, 25],
  ];
  const observed = fixed.map(([month, day]) => {
    const on = fromParts({ year, month, day });
    return dayOfWeek(on) === 0 ? addDays(on, 1) : on;
  });
  return [
    ...observed,
    nthWeekday(year, 1, 1, 3),
    nthWeekday(year, 2, 1, 3),
    lastMonday(year, 5),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    nthWeekday(year, 11, 4, 4),
  ].sort();
}

/** Whether the Federal Reserve Banks settle payments on this day. */
export function isBankDay(on: BusinessDate): boolean {
  const weekday = dayOfWeek(on);
  if (weekday === 0 || weekday === 6) return false;
  return !bankHolidays(partsOf(on).year).includes(on);
}

/** This day if the banks are open, else the next day on which they are. */
export function bankDayOnOrAfter(on: BusinessDate): BusinessDate {
  let day = on;
  while (!isBankDay(day)) day = addDays(day, 1);
  return day;
}

/** The day that is so many bank days later. */
export function addBankDays(on: BusinessDate, count: number): BusinessDate {
  let day = on;
  for (let left = count; left > 0; left -= 1) day = bankDayOnOrAfter(addDays(day, 1));
  return day;
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): BusinessDate {
  const first = fromParts({ year, month, day: 1 });
  const shift = (weekday - dayOfWeek(first) + 7) % 7;
  return addDays(first, shift + (nth - 1) * 7);
}

function lastMonday(year: number, month: number): BusinessDate {
  const fifth = nthWeekday(year, month, 1, 5);
  return partsOf(fifth).month === month ? fifth : addDays(fifth, -7);
}
