import { t } from '../copy/copy.ts';
import { dateAt } from './clock.ts';
import type { DateText } from './date.ts';
import { formatDay } from './date.ts';
import { LOCALE } from './locale.ts';
import { timeAt } from './moment.ts';

/** Where something happens, as far as its clock goes. */
export type Zoned = { readonly timeZone: string };

/** The day at a place: an appointment in another zone is on the day of its own clock. */
export function dayAtPlace(instant: string, { timeZone }: Zoned): DateText {
  return dateAt(timeZone, Date.parse(instant));
}

/** "Friday, December 4 at 10:30 AM Mountain Time", by the clock of a place. */
export function formatAtPlace(instant: string, place: Zoned): string {
  const day = formatDay(dayAtPlace(instant, place));
  const time = `${timeAt(instant, place.timeZone)} ${zoneName(place.timeZone)}`;
  return t('date.moment', { day, time });
}

/** What people call a time zone: "Mountain Time". */
export function zoneName(timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALE, { timeZone, timeZoneName: 'longGeneric' });
  const part = format.formatToParts(0).find(({ type }) => type === 'timeZoneName');
  return part?.value ?? timeZone;
}
