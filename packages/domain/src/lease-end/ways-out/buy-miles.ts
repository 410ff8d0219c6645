import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { chargeTax } from '../../lease/lease-charge.ts';
import { allowedMiles } from '../../lease/mileage.ts';
import type { Cents } from '../../money/cents.ts';
import { toCount } from '../../money/count.ts';
import { floorDivide } from '../../money/divide.ts';
import { addDays, type BusinessDate } from '../../time/calendar.ts';
import { excessMilesOn, odometerOn } from './end-miles.ts';
import type { LeaseEndTelling } from './lease-end-telling.ts';

/** Whether buying so many miles ahead pays, and from when on. */
export type MilesAhead = {
  readonly miles: number;
  readonly priceCents: Cents;
  /** What the same miles cost at the end as far as they are driven, with tax. */
  readonly savedCents: Cents;
  /**
   * The odometer from which on the purchase has paid for itself; null when it never does, because
   * the same miles cost no more at the end.
   */
  readonly breakEvenOdometer: number | null;
  /** The day on which the car gets there as projected; null when it does not before maturity. */
  readonly breakEvenOn: BusinessDate | null;
  readonly buyUntil: BusinessDate;
};

/**
 * Miles bought ahead against miles paid for at the end. They have paid for themselves once the
 * excess with its tax costs as much as they did, in whole miles. Null when the contract's excess
 * miles cost nothing.
 */
export function milesAhead(c: LeaseEndTelling, miles: number): MilesAhead | null {
  const { terms, policy } = c;
  if (terms.mileage.excessMileCents <= 0n || miles < 1) return null;
  const maturity = leaseMaturityDate(terms);
  const priceCents = BigInt(miles) * policy.miles.boughtMileCents;
  const driven = Math.min(miles, excessMilesOn(c, maturity, 'return'));
  const paidFor = milesWorth(c, priceCents, miles);
  const breakEvenOdometer =
    paidFor === null ? null : terms.mileage.deliveryOdometer + allowedMiles(terms) + paidFor;
  return {
    miles,
    priceCents,
    savedCents: excessCents(c, driven),
    breakEvenOdometer,
    breakEvenOn: breakEvenOdometer === null ? null : dayOfOdometer(c, breakEvenOdometer, maturity),
    buyUntil: addDays(maturity, -policy.miles.buyUntilDays),
  };
}

function excessCents(c: LeaseEndTelling, miles: number): Cents {
  const cents = BigInt(miles) * c.terms.mileage.excessMileCents;
  return cents + chargeTax(c.terms.tax, 'excess-miles', cents);
}

/** The fewest excess miles that cost as much as a price, by halving; null when `most` cost less. */
function milesWorth(c: LeaseEndTelling, priceCents: Cents, most: number): number | null {
  if (excessCents(c, most) < priceCents) return null;
  let enough = most;
  for (let step = enough; step >= 1; step = toCount(floorDivide(BigInt(step), 2n))) {
    while (enough >= step && excessCents(c, enough - step) >= priceCents) enough -= step;
  }
  return enough;
}

/** The first day on which the odometer is projected to show so much, by halving the days left. */
function dayOfOdometer(
  c: LeaseEndTelling,
  odometer: number,
  latest: BusinessDate,
): BusinessDate | null {
  if (odometerOn(c, latest) < odometer) return null;
  let day = c.asOf;
  for (let days = 1_024; days >= 1; days /= 2) {
    while (addDays(day, days) <= latest && odometerOn(c, addDays(day, days)) < odometer) {
      day = addDays(day, days);
    }
  }
  return odometerOn(c, day) >= odometer ? day : addDays(day, 1);
}
