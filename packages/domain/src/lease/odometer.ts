import type { LeaseAgreement } from '../contract/lease-terms.ts';
import type { OdometerReading } from '../contract/reading.ts';
import { toCount } from '../money/count.ts';
import { roundHalfUp } from '../money/round.ts';
import { addDays, type BusinessDate, daysBetween } from '../time/calendar.ts';
import { leaseMaturityDate } from './lease-calendar.ts';

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
 * Delivery and the readings after it that agree with each other, in order, each day once and never
 * going back. Where readings contradict each other, as many as can be are believed: one slip never
 * sets aside the true ones after it. Of two that contradict and have no third, the one nearer to
 * the pace of the allowance is believed. Of two on one day the higher one.
 */
export function knownReadings(
  terms: LeaseAgreement,
  readings: readonly OdometerReading[],
): readonly OdometerReading[] {
  return [deliveryOf(terms), ...believedReadings(terms, readings)];
}

function deliveryOf({ mileage, startsOn }: LeaseAgreement): OdometerReading {
  return { miles: mileage.deliveryOdometer, on: startsOn };
}

/** The readings after delivery that are believed, as they were given. */
function believedReadings<R extends OdometerReading>(
  terms: LeaseAgreement,
  readings: readonly R[],
): readonly R[] {
  const delivery = deliveryOf(terms);
  const inOrder = readings
    .filter(({ on, miles }) => on > delivery.on && miles >= delivery.miles)
    .toSorted((a, b) => daysBetween(b.on, a.on) || b.miles - a.miles);
  const perDay = inOrder.filter(({ on }, at) => on !== inOrder[at - 1]?.on);
  return longestRise(perDay, (reading) => distanceFromPace(terms, reading));
}

/** The last reading that is believed; one of the day of delivery where there is no other. */
export function lastReading<R extends OdometerReading>(
  terms: LeaseAgreement,
  readings: readonly R[],
): R | null {
  const onFirstDay = readings.find(({ on }) => on === terms.startsOn) ?? null;
  return believedReadings(terms, readings).at(-1) ?? onFirstDay;
}

/** The readings that contradict those that are believed: they are asked about. */
export function readingsSetAside<R extends OdometerReading>(
  terms: LeaseAgreement,
  readings: readonly R[],
): readonly R[] {
  const believed = believedReadings(terms, readings);
  return readings.filter(
    (reading) => !believed.some(({ on, miles }) => on === reading.on && miles === reading.miles),
  );
}

/** How far a reading lies from the odometer at the pace of the allowance. */
function distanceFromPace(terms: LeaseAgreement, { miles, on }: OdometerReading): number {
  const term = daysBetween(terms.startsOn, leaseMaturityDate(terms));
  const days = daysBetween(terms.startsOn, on);
  const pace = share(terms.mileage.allowanceMiles, days, term) + terms.mileage.deliveryOdometer;
  return Math.abs(miles - pace);
}

/** The longest run of readings that never go back; of equally long ones the one nearest to pace. */
function longestRise<R extends OdometerReading>(
  readings: readonly R[],
  distance: (reading: R) => number,
): readonly R[] {
  type Run = { readonly readings: readonly R[]; readonly distance: number };
  const none: Run = { readings: [], distance: 0 };
  const better = (a: Run, b: Run): Run =>
    a.readings.length !== b.readings.length
      ? a.readings.length > b.readings.length
        ? a
        : b
      : a.distance <= b.distance
        ? a
        : b;
  const ending: Run[] = [];
  for (const [at, reading] of readings.entries()) {
    let before = none;
    for (const run of ending.slice(0, at)) {
      const last = run.readings.at(-1);
      if (last !== undefined && last.miles <= reading.miles) before = better(before, run);
    }
    ending.push({
      readings: [...before.readings, reading],
      distance: before.distance + distance(reading),
    });
  }
  return ending.reduce(better, none).readings;
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
