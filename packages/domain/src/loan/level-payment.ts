import type { Cents } from '../money/cents.ts';
import type { Ppb } from '../money/rate.ts';
import { PPB_ONE } from '../money/rate.ts';
import { roundHalfUp } from '../money/round.ts';

/**
 * The level monthly payment A·i / (1 − (1+i)^−n) with i a twelfth of the annual rate, in exact
 * rationals, rounded once to the cent. 25,000.00 at 6.49 % over 60 months is 489.04.
 */
export function levelPayment(amount: Cents, annualRatePpb: Ppb, months: number): Cents {
  if (annualRatePpb === 0n) return roundHalfUp(amount, BigInt(months));
  const whole = 12n * PPB_ONE;
  const grown = (whole + annualRatePpb) ** BigInt(months);
  const flat = whole ** BigInt(months);
  return roundHalfUp(amount * annualRatePpb * grown, whole * (grown - flat));
}
