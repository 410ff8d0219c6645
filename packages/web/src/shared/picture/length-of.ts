/**
 * A length in a picture: so much of `whole` on a scale, in whole units. The one place where an
 * amount becomes a number, and only to be drawn.
 */
export function lengthOf(cents: bigint, whole: bigint, scale: number): number {
  return whole <= 0n ? 0 : Number((cents * BigInt(scale)) / whole);
}
