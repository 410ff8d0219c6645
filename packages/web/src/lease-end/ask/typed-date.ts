import { type BusinessDate, fromParts, parseDate } from '@roadbook/domain/time/calendar';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date as people in the United States write it: 3/15/2027, 03152027, 3-15-27,
 * March 15, 2027, 15 Mar 2027, and 2027-03-15. Null when it is none, or a day that does not exist.
 */
export function readTypedDate(typed: string): BusinessDate | null {
  const text = typed.trim().toLowerCase();
  const iso = parseDate(text);
  if (iso !== null) return iso;
  const bare = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  const parted = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4}|\d{2})$/.exec(text);
  const [, month, day, year] = bare ?? parted ?? [];
  if (month !== undefined) return existing(Number(month), day, year);
  const named = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})$/.exec(text);
  if (named !== null) return existing(monthNamed(named[1]), named[2], named[3]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4}|\d{2})$/.exec(text);
  return dayFirst === null ? null : existing(monthNamed(dayFirst[2]), dayFirst[1], dayFirst[3]);
}

function monthNamed(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function existing(month: number, day = '', year = ''): BusinessDate | null {
  const whole = year.length === 2 ? 2_000 + Number(year) : Number(year);
  return parseDate(fromParts({ year: whole, month, day: Number(day) }));
}

/** A date as the field shows it again: 03/15/2027. */
export function typedDate(date: BusinessDate): string {
  return `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
}
