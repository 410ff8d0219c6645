import type { LeaseAgreement } from '../../contract/lease-terms.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { allowedMiles, excessMilesLine } from '../../lease/mileage.ts';
import { projectedOdometer } from '../../lease/odometer.ts';
import type { Line } from '../../money/breakdown.ts';
import { toCount } from '../../money/count.ts';
import { roundHalfUp } from '../../money/round.ts';
import { type BusinessDate, daysBetween } from '../../time/calendar.ts';
import type { LeaseEndPolicy } from '../lease-end-policy.ts';
import type { LeaseEndTelling } from './lease-end-telling.ts';

/**
 * Why a lease ends when it does: a plain return, an early end, an agreed extension, or a car kept
 * without one. It decides which days the allowance counts for.
 */
export type EndKind = 'return' | 'early' | 'extended' | 'holdover';

/** How a lease ends whose car is simply given back on a day: kept past maturity it is late. */
export function returnKind(terms: LeaseAgreement, on: BusinessDate): EndKind {
  return on > leaseMaturityDate(terms) ? 'holdover' : 'return';
}

/** The odometer on a day in this telling. */
export function odometerOn(c: LeaseEndTelling, on: BusinessDate): number {
  return projectedOdometer(c.terms, c.readings, c.futureMilesPerMille, on).miles;
}

/** Miles allowed when the lease ends on a day; bought miles count whole whenever it ends. */
export function allowanceOn(c: LeaseEndTelling, endsOn: BusinessDate, kind: EndKind): number {
  return allowanceFor(c.terms, c.policy, endsOn, kind);
}

/** The same from the agreement and the lender's policy alone. */
export function allowanceFor(
  terms: LeaseAgreement,
  policy: LeaseEndPolicy,
  endsOn: BusinessDate,
  kind: EndKind,
): number {
  const proRata = {
    return: false,
    early: policy.earlyEnd.milesProRata,
    extended: policy.extension.milesProRata,
    holdover: policy.holdoverMilesProRata,
  }[kind];
  if (!proRata) return allowedMiles(terms);
  const term = daysBetween(terms.startsOn, leaseMaturityDate(terms));
  const days = Math.max(0, daysBetween(terms.startsOn, endsOn));
  const { allowanceMiles, boughtMiles } = terms.mileage;
  return toCount(roundHalfUp(BigInt(allowanceMiles) * BigInt(days), BigInt(term))) + boughtMiles;
}

export function excessMilesOn(c: LeaseEndTelling, endsOn: BusinessDate, kind: EndKind): number {
  const driven = odometerOn(c, endsOn) - c.terms.mileage.deliveryOdometer;
  return Math.max(0, driven - allowanceOn(c, endsOn, kind));
}

/** The price of the miles over the allowance when the lease ends on a day. */
export function excessMilesLineOn(c: LeaseEndTelling, endsOn: BusinessDate, kind: EndKind): Line {
  return excessMilesLine(c.terms, odometerOn(c, endsOn), allowanceOn(c, endsOn, kind));
}
