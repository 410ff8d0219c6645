/**
 * A day of the servicing calendar as `YYYY-MM-DD`, 1900 to 2199. It has no time and no zone; text
 * order is date order. Only `parseDate` and the functions here make one.
 */
export type BusinessDate = string & { readonly businessDate: unique symbol };

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const ZERO = '0'.charCodeAt(0);

export type YearMonthDay = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
};

/** Reads a date that exists; null for 2026-02-30, 26-1-1 or anything else. */
export function parseDate(text: string): BusinessDate | null {
  if (!/^(?:19|2[01])\d\d-\d\d-\d\d$/.test(text)) return null;
  const { year, month, day } = partsOf(text as BusinessDate);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as BusinessDate;
}

/** The same for dates written in code and tests: a date that does not exist is a bug and throws. */
export function date(text: string): BusinessDate {
  const parsed = parseDate(text);
  if (parsed === null) throw new RangeError(`not a date: ${text}`);
  return parsed;
}

export function partsOf(on: BusinessDate): YearMonthDay {
  return {
    year: twoDigits(on, 0) * 100 + twoDigits(on, 2),
    month: twoDigits(on, 5),
    day: twoDigits(on, 8),
  };
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

export function fromParts({ year, month, day }: YearMonthDay): BusinessDate {
  return `${year}-${padded(month)}-${padded(day)}` as BusinessDate;
}

function padded(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Days since 0000-03-01 or so: only differences mean anything. */
export function dayNumber(on: BusinessDate): number {
  const { year, month, day } = partsOf(on);
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const thisLeap = month > 2 && isLeapYear(year) ? 1 : 0;
  return past * 365 + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + thisLeap + day;
}

/** Days from one date to another, negative when the second is earlier. First counted, last not. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(on: BusinessDate, days: number): BusinessDate {
  let { year, month, day } = partsOf(on);
  day += days;
  while (day < 1) {
    month -= 1;
    if (month < 1) {
      month = 12;
      year -= 1;
    }
    day += daysInMonth(year, month);
  }
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return fromParts({ year, month, day });
}

/**
 * The day so many months later that falls on `dueDay`, or on the last day of a shorter month. The
 * due day is kept apart from the date, so 31 returns to 31 after February.
 */
export function addMonths(on: BusinessDate, months: number, dueDay?: number): BusinessDate {
  const { year, month, day } = partsOf(on);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  const wanted = dueDay ?? day;
  const last = daysInMonth(toYear, toMonth);
  return fromParts({ year: toYear, month: toMonth, day: wanted < last ? wanted : last });
}

/** Whole calendar months from the month of one date to the month of another. */
export function monthsBetween(from: BusinessDate, to: BusinessDate): number {
  const a = partsOf(from);
  const b = partsOf(to);
  return (b.year - a.year) * 12 + (b.month - a.month);
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(on: BusinessDate): number {
  return dayNumber(on) % 7;
}

export function laterOf(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a > b ? a : b;
}

export function earlierOf(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a < b ? a : b;
}

/** The earliest of dates any of which may be missing. */
export function earliestOf(dates: readonly (BusinessDate | null)[]): BusinessDate | null {
  return dates.reduce<BusinessDate | null>(
    (a, b) => (a === null ? b : b === null ? a : earlierOf(a, b)),
    null,
  );
}
