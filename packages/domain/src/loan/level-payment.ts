import type { Cents } from '../money/cents.ts';
import type { Ppb } from '../money/rate.ts';
import { PPB_ONE } from '../money/rate.ts';
import { roundHalfUp } from '../money/round.ts';

/**
 * The level payment A·i / (1 − (1+i)^−n) with i the annual rate divided by the payments of a year,
 * in exact rationals, rounded once to the cent. 25,000.00 at 6.49 % over 60 months is 489.04.
 */
export function levelPayment(
  amount: Cents,
  annualRatePpb: Ppb,
  count: number,
  perYear = 12,
): Cents {
  if (annualRatePpb === 0n) return roundHalfUp(amount, BigInt(count));
  const whole = BigInt(perYear) * PPB_ONE;
  const grown = (whole + annualRatePpb) ** BigInt(count);
  const flat = whole ** BigInt(count);
  return roundHalfUp(amount * annualRatePpb * grown, whole * (grown - flat));
}
