import { t } from '../copy/copy.ts';
import { LOCALE } from './locale.ts';

/** A date of the servicing calendar as the wire carries it: `YYYY-MM-DD`, no time, no zone. */
export type DateText = string;

const DAY_MS = 86_400_000;
const NEAR_DAYS = 150;
const part = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
const weekdayName = part({ weekday: 'long' });
const weekdayShort = part({ weekday: 'short' });
const monthName = part({ month: 'long' });
const monthShort = part({ month: 'short' });

/** The instant of UTC midnight, only ever read back in UTC: no zone can move the day. */
function instantOf(date: DateText): Date {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) throw new RangeError('a date is written YYYY-MM-DD');
  return new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
}

const piecesOf = (date: DateText, month: Intl.DateTimeFormat) => {
  const instant = instantOf(date);
  return {
    weekday: weekdayName.format(instant),
    day: instant.getUTCDate(),
    month: month.format(instant),
    year: String(instant.getUTCFullYear()),
  };
};

/** A date that binds: "Friday, December 4, 2026"; the catalogue orders the parts. */
export function formatDay(date: DateText): string {
  return t('date.day', piecesOf(date, monthName));
}

/** The same without the year, where the day is so near that nobody asks: "Friday, December 4". */
export function formatNearDay(date: DateText, today: DateText): string {
  const days = Math.round((instantOf(date).getTime() - instantOf(today).getTime()) / DAY_MS);
  return Math.abs(days) > NEAR_DAYS ? formatDay(date) : t('date.near', piecesOf(date, monthName));
}

/** A date that binds, in a narrow row: "Fri, Dec 4, 2026". */
export function formatDayShort(date: DateText): string {
  const weekday = weekdayShort.format(instantOf(date));
  return t('date.day', { ...piecesOf(date, monthShort), weekday });
}

/** A date in a sentence or a fact: "December 4, 2026". */
export function formatDate(date: DateText): string {
  return t('date.long', piecesOf(date, monthName));
}

/** A date in a table: "Dec 4, 2026". */
export function formatDateShort(date: DateText): string {
  return t('date.short', piecesOf(date, monthShort));
}

/** A month on an axis: "Dec 2026". */
export function formatMonth(date: DateText): string {
  return t('date.month', piecesOf(date, monthShort));
}
