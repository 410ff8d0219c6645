import type { LeaseAgreement } from '../contract/lease-terms.ts';
import { leaseMaturityDate } from '../lease/lease-calendar.ts';
import { toCount } from '../money/count.ts';
import { roundHalfUp } from '../money/round.ts';
import { addDays, type BusinessDate, daysBetween } from '../time/calendar.ts';

/** What the odometer showed on a day. */
export type OdometerReading = { readonly miles: number; readonly on: BusinessDate };

/**
 * How the miles to come were estimated: at the pace of the allowance when nothing was read, in a
 * straight line from delivery, or as in the same season of the year before.
 */
export type ProjectionMethod = 'allowance-pace' | 'straight-line' | 'season';

export type ProjectedOdometer = { readonly miles: number; readonly method: ProjectionMethod };

/** A season can be read off when no two readings of the last year lie further apart than this. */
const SEASON_GAP_DAYS = 100;
const YEAR_DAYS = 365;
const WHOLE = 1_000;

/**
 * The odometer on any day: interpolated between readings, projected after the last one. Miles to
 * come count at `perMille` thousandths of the projection, so that a range can be told.
 */
export function projectedOdometer(
  terms: LeaseAgreement,
  readings: readonly OdometerReading[],
  perMille: number,
  on: BusinessDate,
): ProjectedOdometer {
  const known = knownReadings(terms, readings);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('delivery is a reading');
  if (on <= last.on) return { miles: interpolated(known, on), method: 'straight-line' };
  const days = daysBetween(last.on, on);
  const driven = last.miles - first.miles;
  const drivenDays = daysBetween(first.on, last.on);
  if (drivenDays < 1) {
    const term = daysBetween(terms.startsOn, leaseMaturityDate(terms));
    const more = share(terms.mileage.allowanceMiles, days, term);
    return { miles: last.miles + share(more, perMille, WHOLE), method: 'allowance-pace' };
  }
  if (!hasSeason(known)) {
    const more = share(driven, days, drivenDays);
    return { miles: last.miles + share(more, perMille, WHOLE), method: 'straight-line' };
  }
  const more = asLastYear(known, last, days);
  return { miles: last.miles + share(more, perMille, WHOLE), method: 'season' };
}

/**
 * Delivery and the readings after it, in order, each day once and never going back: of two that
 * contradict each other the later day's is believed only if it is not lower, and of two on one day
 * the higher.
 */
export function knownReadings(
  terms: LeaseAgreement,
  readings: readonly OdometerReading[],
): readonly OdometerReading[] {
  const delivery = { miles: terms.mileage.deliveryOdometer, on: terms.startsOn };
  const known = [delivery];
  const inOrder = readings.toSorted((a, b) => daysBetween(b.on, a.on) || b.miles - a.miles);
  for (const reading of inOrder) {
    const before = known.at(-1) ?? delivery;
    if (reading.on > before.on && reading.miles >= before.miles) known.push(reading);
  }
  return known;
}

function hasSeason(known: readonly OdometerReading[]): boolean {
  const last = known.at(-1);
  const first = known[0];
  if (last === undefined || first === undefined) return false;
  if (daysBetween(first.on, last.on) < YEAR_DAYS) return false;
  const since = addDays(last.on, -YEAR_DAYS);
  let before = last;
  for (const reading of known.toReversed()) {
    if (daysBetween(reading.on, before.on) > SEASON_GAP_DAYS) return false;
    if (reading.on <= since) return true;
    before = reading;
  }
  return true;
}

/** The miles of the same days a year before; whole years to come repeat the last one. */
function asLastYear(
  known: readonly OdometerReading[],
  last: OdometerReading,
  days: number,
): number {
  const yearAgo = interpolated(known, addDays(last.on, -YEAR_DAYS));
  const inYear = last.miles - yearAgo;
  const rest = days % YEAR_DAYS;
  const years = (days - rest) / YEAR_DAYS;
  const inRest = interpolated(known, addDays(last.on, rest - YEAR_DAYS)) - yearAgo;
  return years * inYear + inRest;
}

function interpolated(known: readonly OdometerReading[], on: BusinessDate): number {
  let before = known[0];
  if (before === undefined || on <= before.on) return before?.miles ?? 0;
  for (const reading of known) {
    if (reading.on === on) return reading.miles;
    if (reading.on > on) {
      const miles = reading.miles - before.miles;
      const days = daysBetween(before.on, reading.on);
      return before.miles + share(miles, daysBetween(before.on, on), days);
    }
    before = reading;
  }
  return before.miles;
}

function share(miles: number, part: number, whole: number): number {
  return toCount(roundHalfUp(BigInt(miles) * BigInt(part), BigInt(whole)));
}
