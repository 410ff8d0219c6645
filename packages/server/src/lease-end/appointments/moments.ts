import type { Place } from '@roadbook/domain/place/place';
import { type BusinessDate, date } from '@roadbook/domain/time/calendar';
import type { Moment } from '@roadbook/domain/time/moment';
import { timeIn } from '../../lender/local-time.ts';
import { zoneName } from '../../lender/office-hours.ts';

const MINUTE_MS = 60_000;
const spokenDay = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

/** A time as it travels and as the database has it, from whole minutes. */
export const isoOf = (moment: Moment): string => new Date(moment * MINUTE_MS).toISOString();

/** Whole minutes since 1970, from a time as it travels. */
export const momentOf = (iso: string): Moment => Math.floor(Date.parse(iso) / MINUTE_MS) as Moment;

/** The clock in whole minutes. */
export const momentNow = (nowMs: number): Moment => Math.floor(nowMs / MINUTE_MS) as Moment;

/** The day and the time by the clock of a place: "10:30 AM Mountain Time". */
export function atPlace({ timeZone }: Pick<Place, 'timeZone'>, iso: string) {
  const { day, time } = timeIn(timeZone, iso);
  return { on: date(day), time: `${time} ${zoneName(timeZone)}` };
}

/** "Friday, December 4, 10:30 AM Mountain Time". */
export function atText(place: Pick<Place, 'timeZone'>, iso: string): string {
  const { on, time } = atPlace(place, iso);
  return `${dayText(on)}, ${time}`;
}

/** "Friday, December 4". */
export function dayText(on: BusinessDate): string {
  return spokenDay.format(new Date(`${on}T00:00:00Z`));
}
