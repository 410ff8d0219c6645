import { floorDivide, powerOfTen } from '../../money/divide.ts';
import { PPB_ONE, type Ppb } from '../../money/rate.ts';
import { type BusinessDate, date, monthsBetween } from '../../time/calendar.ts';
import type { ValueParameters } from './value-parameters.ts';

/** A share as an integer of `SHARE_ONE`, fine enough that no cent hangs on its last digits. */
export type Share = bigint;

/**
 * One whole, with 30 decimals. A power of n steps is short by less than n parts of 10^30, against a
 * ten-thousandth of a cent in the largest amount, so a month or a mile more always counts as less.
 */
export const SHARE_ONE: Share = powerOfTen(30);

/** What is left after so many steps that each leave the same: by repeated squaring. */
export function repeated(leftPpb: Ppb, steps: number): Share {
  let left = floorDivide(leftPpb * SHARE_ONE, PPB_ONE);
  let share = SHARE_ONE;
  for (let more = BigInt(steps); more > 0n; more >>= 1n) {
    if (more & 1n) share = times(share, left);
    left = times(left, left);
  }
  return share;
}

export function times(a: Share, b: Share): Share {
  return floorDivide(a * b, SHARE_ONE);
}

/** Whole months since a model year was new, never below 0. */
export function ageMonths(parameters: ValueParameters, year: number, on: BusinessDate): number {
  const month = parameters.newInMonth.toString().padStart(2, '0');
  return Math.max(0, monthsBetween(date(`${year}-${month}-01`), on));
}

/** What the months from one age to another leave, apart from miles. */
export function leftAfterMonths(parameters: ValueParameters, from: number, to: number): Share {
  const early = Math.min(to, parameters.earlyMonths) - Math.min(from, parameters.earlyMonths);
  return times(
    repeated(parameters.earlyMonthPpb, early),
    repeated(parameters.laterMonthPpb, to - from - early),
  );
}

/** What miles leave. */
export function leftAfterMiles(parameters: ValueParameters, miles: number): Share {
  return repeated(parameters.milePpb, miles);
}
