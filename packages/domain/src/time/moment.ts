import { addDays, type BusinessDate, date, daysBetween } from './calendar.ts';

/** A point in time, the same everywhere: whole minutes since 1970-01-01 00:00 UTC. */
export type Moment = number & { readonly moment: unique symbol };

export const DAY_MINUTES = 1_440;
const FIRST_DAY = date('1970-01-01');

/** The moment at which it is a time of a day in UTC; minutes past midnight may leave the day. */
export function utcMoment(on: BusinessDate, minutes: number): Moment {
  return (daysBetween(FIRST_DAY, on) * DAY_MINUTES + minutes) as Moment;
}

/** A moment so many minutes later. */
export function laterBy(moment: Moment, minutes: number): Moment {
  return (moment + minutes) as Moment;
}

/** The day of a moment in UTC, and the minutes past its midnight. */
export function utcParts(moment: Moment): { readonly on: BusinessDate; readonly minutes: number } {
  const days = Math.floor(moment / DAY_MINUTES);
  return { on: addDays(FIRST_DAY, days), minutes: moment - days * DAY_MINUTES };
}
