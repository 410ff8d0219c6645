import { type BusinessDate, dayOfWeek, fromParts, partsOf } from './calendar.ts';
import { laterBy, type Moment, utcMoment, utcParts } from './moment.ts';

/**
 * The zones of the United States by their names in the IANA database: how far a zone's standard
 * time is behind UTC in hours (negative where it is ahead), and whether it has summer time.
 * Source: 15 USC 261 and 49 CFR 71; Arizona, Hawaii and the territories keep standard time all year
 * (15 USC 260a(a)(1)).
 */
const ZONES = {
  'America/New_York': [5, true],
  'America/Detroit': [5, true],
  'America/Indiana/Indianapolis': [5, true],
  'America/Kentucky/Louisville': [5, true],
  'America/Chicago': [6, true],
  'America/Menominee': [6, true],
  'America/North_Dakota/Center': [6, true],
  'America/Denver': [7, true],
  'America/Boise': [7, true],
  'America/Phoenix': [7, false],
  'America/Los_Angeles': [8, true],
  'America/Anchorage': [9, true],
  'America/Juneau': [9, true],
  'America/Adak': [10, true],
  'Pacific/Honolulu': [10, false],
  'America/Puerto_Rico': [4, false],
  'America/St_Thomas': [4, false],
  'Pacific/Guam': [-10, false],
} as const;

export type TimeZone = keyof typeof ZONES;
export const TIME_ZONES = Object.keys(ZONES) as readonly TimeZone[];

const HOUR = 60;
const CHANGE_AT = 2 * HOUR;

/** What clocks of a zone show at a moment: the day, and the minutes past its midnight. */
export type WallTime = { readonly on: BusinessDate; readonly minutes: number };

/** Reads the name of a zone; null for one that no place of ours can be in. */
export function parseTimeZone(text: string): TimeZone | null {
  return TIME_ZONES.find((zone) => zone === text) ?? null;
}

/** What clocks of a zone show at a moment. */
export function wallTime(zone: TimeZone, moment: Moment): WallTime {
  return utcParts(laterBy(moment, offsetAt(zone, moment)));
}

/**
 * The moments at which clocks of a zone show a time of a day, earliest first: one as a rule, none
 * in the hour that is skipped in spring, two in the hour that comes twice in fall.
 */
export function momentsAt(zone: TimeZone, on: BusinessDate, minutes: number): readonly Moment[] {
  const guesses = [summerOffset(zone), standardOffset(zone)];
  const moments = [...new Set(guesses.map((offset) => utcMoment(on, minutes - offset)))];
  return moments.filter((moment) => moment + offsetAt(zone, moment) === utcMoment(on, minutes));
}

/** The first moment at which clocks show a time of a day or, where they skip it, later. */
export function momentFrom(zone: TimeZone, on: BusinessDate, minutes: number): Moment {
  // A skipped time is read with the offset before the change: 2:30 is what is then called 3:30.
  return momentsAt(zone, on, minutes)[0] ?? utcMoment(on, minutes - standardOffset(zone));
}

/** The last moment at which clocks show a time of a day or, where they skip it, later. */
export function momentTo(zone: TimeZone, on: BusinessDate, minutes: number): Moment {
  return momentsAt(zone, on, minutes).at(-1) ?? momentFrom(zone, on, minutes);
}

function standardOffset(zone: TimeZone): number {
  return -ZONES[zone][0] * HOUR;
}

function summerOffset(zone: TimeZone): number {
  return standardOffset(zone) + (ZONES[zone][1] ? HOUR : 0);
}

/** Minutes that a zone's clocks are ahead of UTC at a moment. */
function offsetAt(zone: TimeZone, moment: Moment): number {
  const standard = standardOffset(zone);
  if (!ZONES[zone][1]) return standard;
  const { year } = partsOf(utcParts(laterBy(moment, standard)).on);
  const { from, to } = summerOf(year);
  // Both changes come at 2:00 by the clock that ends: standard time in spring, summer time in fall.
  const begins = utcMoment(from, CHANGE_AT - standard);
  const ends = utcMoment(to, CHANGE_AT - standard - HOUR);
  return moment >= begins && moment < ends ? standard + HOUR : standard;
}

/**
 * The Sundays on which clocks change in a year: the second of March and the first of November.
 * Source: Energy Policy Act of 2005, section 110, from 2007 on; no appointment is older.
 */
export function summerOf(year: number): { readonly from: BusinessDate; readonly to: BusinessDate } {
  return { from: sunday(year, 3, 2), to: sunday(year, 11, 1) };
}

function sunday(year: number, month: number, which: number): BusinessDate {
  const first = dayOfWeek(fromParts({ year, month, day: 1 }));
  const day = 1 + ((7 - first) % 7) + (which - 1) * 7;
  return fromParts({ year, month, day });
}
