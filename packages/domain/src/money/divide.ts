/**
 * The one place that divides. Quotients round towards minus infinity, so that
 * `quotient × divisor + remainder` is the number again and the remainder is never negative.
 */
export function floorDivide(numerator: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError(`divisor must be positive, got ${divisor}`);
  const quotient = numerator / divisor;
  return numerator < 0n && quotient * divisor !== numerator ? quotient - 1n : quotient;
}

/** The exact power of ten. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}
