import { type BusinessDate, daysBetween, daysInMonth, isLeapYear, partsOf } from './calendar.ts';

/** How a contract counts days of interest. `30/360` is the US (NASD) rule. */
export type DayCount = 'actual/365' | 'actual/actual' | '30/360';

/** A part of a year as an exact fraction, with the days a person would count. */
export type YearFraction = {
  readonly days: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
};

/** The part of a year from one date to another; first day counted, last not. Zero if not later. */
export function yearFraction(
  dayCount: DayCount,
  from: BusinessDate,
  to: BusinessDate,
): YearFraction {
  if (to <= from) return { days: 0, numerator: 0n, denominator: 365n };
  if (dayCount === 'actual/365') return overDays(daysBetween(from, to), 365n);
  if (dayCount === '30/360') return overDays(days30360(from, to), 360n);
  return actualActual(from, to);
}

function overDays(days: number, basis: bigint): YearFraction {
  return { days, numerator: BigInt(days), denominator: basis };
}

/** Days in years of 365 over 365 plus days in leap years over 366, split at each 1 January. */
function actualActual(from: BusinessDate, to: BusinessDate): YearFraction {
  let common = 0;
  let leap = 0;
  let start = from;
  while (start < to) {
    const year = partsOf(start).year;
    const newYear = `${year + 1}-01-01` as BusinessDate;
    const end = newYear < to ? newYear : to;
    if (isLeapYear(year)) leap += daysBetween(start, end);
    else common += daysBetween(start, end);
    start = end;
  }
  return {
    days: common + leap,
    numerator: BigInt(common) * 366n + BigInt(leap) * 365n,
    denominator: 365n * 366n,
  };
}

/** 30/360 US: the 31st and the last day of February count as the 30th at the start. */
function days30360(from: BusinessDate, to: BusinessDate): number {
  const a = partsOf(from);
  const b = partsOf(to);
  const fromLastOfFebruary = a.month === 2 && a.day === daysInMonth(a.year, 2);
  const toLastOfFebruary = b.month === 2 && b.day === daysInMonth(b.year, 2);
  let endDay = b.day;
  if (fromLastOfFebruary && toLastOfFebruary) endDay = 30;
  const startDay = fromLastOfFebruary || a.day === 31 ? 30 : a.day;
  if (endDay === 31 && startDay === 30) endDay = 30;
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + (endDay - startDay);
}
