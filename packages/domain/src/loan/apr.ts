import type { Cents } from '../money/cents.ts';
import { floorDivide } from '../money/divide.ts';
import { roundHalfUp } from '../money/round.ts';

/** Money on a time line: whole unit periods from the start, and a fraction of one. */
export type CashAt = {
  readonly amountCents: Cents;
  readonly periods: number;
  readonly fraction: { readonly numerator: bigint; readonly denominator: bigint };
};

const SCALE = 10n ** 24n;

/**
 * The annual percentage rate by the actuarial method of Regulation Z, Appendix J: the unit-period
 * rate i for which advances and payments have the same value, each discounted by
 * (1 + fraction × i)(1 + i)^periods, times the unit periods in a year. The answer is in hundredths
 * of a percent, rounded (9.69 % is 969). Refuses (null) a stream with no rate between 0 and 1,000 %
 * a unit period. Source: 12 CFR 1026 Appendix J (b)(8).
 */
export function annualPercentageRate(
  advances: readonly CashAt[],
  payments: readonly CashAt[],
  unitPeriods: { readonly perYear: bigint; readonly over: bigint },
): bigint | null {
  const surplus = (rate: bigint): bigint =>
    presentValueOf(payments, rate) - presentValueOf(advances, rate);
  let low = 0n;
  let high = 10n * SCALE;
  if (surplus(low) < 0n || surplus(high) > 0n) return null;
  for (let step = 0; step < 96 && high - low > 1n; step += 1) {
    const middle = floorDivide(low + high, 2n);
    if (surplus(middle) > 0n) low = middle;
    else high = middle;
  }
  return roundHalfUp(low * unitPeriods.perYear * 10_000n, SCALE * unitPeriods.over);
}

function presentValueOf(stream: readonly CashAt[], rate: bigint): bigint {
  const factors: bigint[] = [SCALE];
  let total = 0n;
  for (const { amountCents, periods, fraction } of stream) {
    while (factors.length <= periods) {
      factors.push(floorDivide((factors.at(-1) ?? SCALE) * (SCALE + rate), SCALE));
    }
    const odd = SCALE + floorDivide(rate * fraction.numerator, fraction.denominator);
    const factor = floorDivide((factors[periods] ?? SCALE) * odd, SCALE);
    total += floorDivide(amountCents * SCALE * SCALE, factor);
  }
  return total;
}
