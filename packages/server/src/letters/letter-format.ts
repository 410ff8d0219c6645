import { spokenDollars } from '@roadbook/domain/money/cents';
import type { LetterValue } from '../platform/post/person/person-message.ts';

const LOCALE = 'en-US';
const day = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
const dayAndYear = new Intl.DateTimeFormat(LOCALE, {
  month: 'long',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat(LOCALE, {
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/** "44660" as "$446.60", from digits, so that no amount is too large to be exact. */
export function formatCents(cents: string): string {
  if (!/^-?\d+$/.test(cents)) throw new RangeError('cents are a digit string');
  return spokenDollars(BigInt(cents));
}

/** A day as a form has it: November 2, 2026. */
export function longDay(on: string): string {
  return dayAndYear.format(new Date(`${on}T00:00:00Z`));
}

/** "Friday, December 4"; a day of another year as "December 4, 2025", in a text "Dec 4". */
function formatDay(on: string, year: number, isShort: boolean): string {
  const moment = new Date(`${on}T00:00:00Z`);
  if (isShort) return shortDay.format(moment);
  return (moment.getUTCFullYear() === year ? day : dayAndYear).format(moment);
}

/** A value as a letter says it. `year` is the one in which the letter is written. */
export function formatValue(value: LetterValue, year: number, isShort: boolean): string | number {
  if (typeof value !== 'object') return value;
  return 'cents' in value ? formatCents(value.cents) : formatDay(value.day, year, isShort);
}
