/**
 * The one place that rounds: half up, away from zero (the trade's rule for posted amounts).
 * 1/2 → 1, −1/2 → −1, 1/3 → 0.
 */
export function roundHalfUp(numerator: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError(`divisor must be positive, got ${divisor}`);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return numerator < 0n ? -rounded : rounded;
}
