/**
 * A whole number of things (installments, miles, leftover cents) as a plain number. The one way out
 * of bigint in the domain; anything too large to be a count is a bug and throws.
 */
export function toCount(whole: bigint): number {
  if (whole > 1_000_000_000_000n || whole < -1_000_000_000_000n) {
    throw new RangeError(`not a count: ${whole}`);
  }
  // biome-ignore lint/style/noRestrictedGlobals: the one place that turns a count into a number.
  return Number(whole);
}
