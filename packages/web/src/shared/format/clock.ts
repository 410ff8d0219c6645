import type { DateText } from './date.ts';
import { LOCALE } from './locale.ts';

/** The date that a clock in the zone shows at a moment, in milliseconds since 1970. */
export function dateAt(timeZone: string, atMs: number): DateText {
  const parts = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(atMs);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** "20:00" as "8 PM", "17:30" as "5:30 PM". */
export function formatTime(time: string): string {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  if (match === null) throw new RangeError('a time of day is written HH:MM');
  const hour = Number(match[1]);
  const minutes = match[2] === '00' ? '' : `:${match[2]}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
}
