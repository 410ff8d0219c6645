import type { LeaseAgreement } from '../contract/lease-terms.ts';
import type { OdometerReading } from '../contract/reading.ts';
import { type Breakdown, breakdown, type Line, line } from '../money/breakdown.ts';
import { toCount } from '../money/count.ts';
import { floorDivide } from '../money/divide.ts';
import { type BusinessDate, daysBetween, earlierOf, laterOf } from '../time/calendar.ts';
import { leaseMaturityDate } from './lease-calendar.ts';
import { lastReading, projectedOdometer } from './odometer.ts';

/** All of the projection counts, in thousandths. */
const WHOLE = 1_000;

/** Where a lease stands with its miles on a day. */
export type MileageStanding = {
  /** Miles allowed over the term, bought ones included. */
  readonly allowedMiles: number;
  /** The part of the allowance that belongs to the days gone by. */
  readonly allowedToDateMiles: number;
  readonly drivenMiles: number | null;
  readonly readOn: BusinessDate | null;
  /** Miles at maturity if the car is driven on as until now; null without a reading. */
  readonly projectedMiles: number | null;
  readonly projectedExcessMiles: number | null;
};

export function allowedMiles(terms: LeaseAgreement): number {
  return terms.mileage.allowanceMiles + terms.mileage.boughtMiles;
}

/**
 * Excess miles at an odometer reading: driven since delivery less allowed and bought, never below
 * 0.
 */
export function excessMiles(terms: LeaseAgreement, odometer: number): number {
  const driven = odometer - terms.mileage.deliveryOdometer;
  return Math.max(0, driven - allowedMiles(terms));
}

/** The price of the excess at a reading. */
export function excessMileage(terms: LeaseAgreement, odometer: number): Breakdown {
  return breakdown([excessMilesLine(terms, odometer, allowedMiles(terms))]);
}

/**
 * The same as a line, where so many miles are allowed, bought ones among them. Miles that are
 * counted from an odometer at delivery that nobody stated say so.
 */
export function excessMilesLine(
  { mileage, assumed }: Pick<LeaseAgreement, 'mileage' | 'assumed'>,
  odometer: number,
  allowed: number,
): Line {
  const { deliveryOdometer, boughtMiles, excessMileCents } = mileage;
  const isAssumed = assumed.some(({ term }) => term === 'deliveryOdometer');
  const excess = Math.max(0, odometer - deliveryOdometer - allowed);
  return line('excess-miles', 'excess-mileage', BigInt(excess) * excessMileCents, {
    odometer: odometer.toString(),
    deliveryOdometer: deliveryOdometer.toString(),
    allowanceMiles: (allowed - boughtMiles).toString(),
    boughtMiles: boughtMiles.toString(),
    excessMileCents: excessMileCents.toString(),
    excessMiles: excess.toString(),
    ...(isAssumed ? { deliveryOdometerAssumed: 'yes' } : {}),
  });
}

/**
 * The standing on a day, projected from the readings that are believed (`projectedOdometer`) to the
 * day on which the car goes back: maturity, or later where it is kept.
 */
export function mileageStanding(
  terms: LeaseAgreement,
  readings: readonly OdometerReading[],
  on: BusinessDate,
  endsOn: BusinessDate = leaseMaturityDate(terms),
): MileageStanding {
  const allowed = allowedMiles(terms);
  const maturity = leaseMaturityDate(terms);
  const termDays = daysBetween(terms.startsOn, maturity);
  const goneDays = Math.max(0, daysBetween(terms.startsOn, earlierOf(on, maturity)));
  const toDate = toCount(floorDivide(BigInt(allowed) * BigInt(goneDays), BigInt(termDays)));
  const reading = lastReading(terms, readings);
  const none = {
    drivenMiles: null,
    readOn: null,
    projectedMiles: null,
    projectedExcessMiles: null,
  };
  if (reading === null) return { allowedMiles: allowed, allowedToDateMiles: toDate, ...none };
  const driven = Math.max(0, reading.miles - terms.mileage.deliveryOdometer);
  const hasPace = reading.on > terms.startsOn;
  const atMaturity = projectedOdometer(terms, readings, WHOLE, laterOf(endsOn, reading.on)).miles;
  const projected = hasPace ? Math.max(0, atMaturity - terms.mileage.deliveryOdometer) : null;
  return {
    allowedMiles: allowed,
    allowedToDateMiles: toDate,
    drivenMiles: driven,
    readOn: reading.on,
    projectedMiles: projected,
    projectedExcessMiles: projected === null ? null : Math.max(0, projected - allowed),
  };
}
