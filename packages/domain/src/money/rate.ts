import type { Cents } from './cents.ts';
import { roundHalfUp } from './round.ts';

/**
 * A rate as an integer per billion: 6.49 % is 64_900_000, a money factor of 0.00125 is 1_250_000.
 */
export type Ppb = bigint;

export const PPB_ONE: Ppb = 1_000_000_000n;

/** A share of an amount, rounded once: 5 % of 446.60 is 22.33. */
export function shareOf(cents: Cents, ratePpb: Ppb): Cents {
  return roundHalfUp(cents * ratePpb, PPB_ONE);
}

/**
 * Reads a decimal fraction as a rate: `0.0649` → 64_900_000. Returns null when the text is not a
 * decimal or has more than nine significant decimals, which would be lost.
 */
export function parsePpb(fraction: string): Ppb | null {
  const match = /^(-?)(\d{1,9})?(?:\.(\d*))?$/.exec(fraction.trim());
  if (match === null || (match[2] === undefined && !match[3])) return null;
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (decimals.length > 9) return null;
  const ppb = BigInt(match[2] ?? '0') * PPB_ONE + BigInt(decimals.padEnd(9, '0') || '0');
  return match[1] === '-' ? -ppb : ppb;
}

/** Writes a rate in percent without trailing zeros: 64_900_000 → `6.49`. */
export function percent(ratePpb: Ppb): string {
  const sign = ratePpb < 0n ? '-' : '';
  const digits = (ratePpb < 0n ? -ratePpb : ratePpb).toString().padStart(8, '0');
  const decimals = digits.slice(-7).replace(/0+$/, '');
  const shown = decimals.length < 2 ? decimals.padEnd(2, '0') : decimals;
  return `${sign}${digits.slice(0, -7)}.${shown}`;
}
