/** Exact rationals, as small as they can be. The oracle rounds only where a rule says "posted". */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

export const NOTHING: Fraction = { top: 0n, bottom: 1n };

export function fraction(top: bigint, bottom: bigint): Fraction {
  return { top, bottom };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.top === 0n) return b;
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom };
  return lowest({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

/** Whole cents, half up and away from zero: the rule for anything posted. */
export function toCents({ top, bottom }: Fraction): bigint {
  if (top < 0n) return -toCents({ top: -top, bottom });
  const whole = top / bottom;
  return (top - whole * bottom) * 2n >= bottom ? whole + 1n : whole;
}

/** A rate per billion of an amount, exact. */
export function share(cents: bigint, ppb: bigint): Fraction {
  return { top: cents * ppb, bottom: 1_000_000_000n };
}

function lowest({ top, bottom }: Fraction): Fraction {
  let a = top < 0n ? -top : top;
  let b = bottom;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? NOTHING : { top: top / a, bottom: bottom / a };
}
