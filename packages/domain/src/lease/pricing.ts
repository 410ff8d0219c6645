import type { Cents } from '../money/cents.ts';
import { floorDivide } from '../money/divide.ts';
import { PPB_ONE, type Ppb } from '../money/rate.ts';
import { roundHalfUp } from '../money/round.ts';

/** The base payment of a lease and the two parts it consists of. */
export type BasePayment = {
  readonly depreciationCents: Cents;
  readonly rentCents: Cents;
  readonly basePaymentCents: Cents;
};

/**
 * (adjusted capitalized cost − residual)/n + (adjusted capitalized cost + residual) × money factor,
 * each part rounded. 32,145.50, residual 19,890.00, 36 months, 0.00198 → 340.43 + 103.03 = 443.46.
 */
export function basePayment(
  adjustedCapitalizedCost: Cents,
  residual: Cents,
  months: number,
  moneyFactorPpb: Ppb,
): BasePayment {
  const depreciationCents = roundHalfUp(adjustedCapitalizedCost - residual, BigInt(months));
  const rentCents = roundHalfUp((adjustedCapitalizedCost + residual) * moneyFactorPpb, PPB_ONE);
  return { depreciationCents, rentCents, basePaymentCents: depreciationCents + rentCents };
}

/** Scale of the implicit rate: it is kept as an integer × 10^18. */
export const RATE_SCALE = 10n ** 18n;

export type LeaseTiming = 'advance' | 'arrears' | 'single-payment';

/**
 * The rate of one period that makes the payments and the residual worth the adjusted capitalized
 * cost (constant yield), × 10^18, found by bisection in integers. Null when the payments and the
 * residual together do not reach the cost, so that no rate of zero or more exists, or when the rate
 * would be above 100 % a period. Source: Federal Reserve, Keys to Vehicle Leasing, early
 * termination.
 */
export function implicitRate(
  adjustedCapitalizedCost: Cents,
  payment: Cents,
  residual: Cents,
  months: number,
  timing: LeaseTiming,
): bigint | null {
  const surplus = (rate: bigint): bigint =>
    presentValue(payment, residual, months, timing, rate) - adjustedCapitalizedCost * RATE_SCALE;
  let low = 0n;
  let high = RATE_SCALE;
  if (surplus(low) < 0n || surplus(high) > 0n) return null;
  while (high - low > 1n) {
    const middle = floorDivide(low + high, 2n);
    if (surplus(middle) >= 0n) low = middle;
    else high = middle;
  }
  return low;
}

/** The adjusted capitalized cost that payments and a residual are worth at a rate, rounded. */
export function costAtRate(
  payment: Cents,
  residual: Cents,
  months: number,
  timing: LeaseTiming,
  rateE18: bigint,
): Cents {
  return roundHalfUp(presentValue(payment, residual, months, timing, rateE18), RATE_SCALE);
}

/**
 * Cents × 10^18, discounted backwards one period at a time (Horner), so nothing overflows or
 * drifts.
 */
function presentValue(
  payment: Cents,
  residual: Cents,
  months: number,
  timing: LeaseTiming,
  rate: bigint,
): bigint {
  const growth = RATE_SCALE + rate;
  const periodic = timing === 'single-payment' ? 0n : payment * RATE_SCALE;
  let value = residual * RATE_SCALE;
  for (let period = months; period >= 1; period -= 1) {
    const atEnd = timing === 'arrears' ? value + periodic : value;
    value = floorDivide(atEnd * RATE_SCALE, growth);
    if (timing === 'advance') value += periodic;
  }
  return timing === 'single-payment' ? value + payment * RATE_SCALE : value;
}
