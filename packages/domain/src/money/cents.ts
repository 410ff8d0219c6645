/** An amount of United States dollars in whole cents. Signed; never a fraction of a cent. */
export type Cents = bigint;

/** The largest amount the product accepts from outside: 10 trillion dollars less one cent. */
export const CENTS_MAX: Cents = 999_999_999_999_999n;

/**
 * Reads dollars written by a person or a file: `446.60`, `1,250`, `-3.5`, `$12.00`.
 * Returns null when the text is not an amount with at most two decimals, so that `0.001` is refused
 * by its reader instead of being rounded in silence.
 */
export function parseDollars(text: string): Cents | null {
  const match = /^(-?)\$?(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign, whole = '0', fraction = ''] = match;
  const cents = BigInt(whole.replaceAll(',', '')) * 100n + BigInt(fraction.padEnd(2, '0'));
  return sign === '-' ? -cents : cents;
}

/**
 * Writes cents as plain dollars without separators: `-3.50`. For sentences and files, not screens.
 */
export function dollars(cents: Cents): string {
  const sign = cents < 0n ? '-' : '';
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Writes cents as a person reads them in a sentence: `$9,654.95`, `-$3.50`. */
export function spokenDollars(cents: Cents): string {
  const [whole = '', fraction = ''] = dollars(cents < 0n ? -cents : cents).split('.');
  return `${cents < 0n ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}

export function minCents(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}

export function maxCents(a: Cents, b: Cents): Cents {
  return a > b ? a : b;
}

/** The amount, or zero when it is negative. */
export function atLeastZero(cents: Cents): Cents {
  return cents > 0n ? cents : 0n;
}

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
