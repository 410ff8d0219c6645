import type { Cents } from '@roadbook/domain/money/cents';
import { lengthOf } from './length-of.ts';

/** What a row of bars is measured by: from the lowest amount to the highest, zero among them. */
export type Scale = { readonly fromCents: Cents; readonly toCents: Cents };

export const SCALE_LENGTH = 1_000;

/** A scale that holds all the amounts. */
export function scaleOf(amounts: readonly Cents[]): Scale {
  let fromCents = 0n;
  let toCents = 1n;
  for (const cents of amounts) {
    if (cents < fromCents) fromCents = cents;
    if (cents > toCents) toCents = cents;
  }
  return { fromCents, toCents };
}

/** Where an amount stands on a scale, from 0 to 1,000; what lies beyond an end stands at it. */
export function placeOn({ fromCents, toCents }: Scale, cents: Cents): number {
  if (cents <= fromCents) return 0;
  if (cents >= toCents) return SCALE_LENGTH;
  return lengthOf(cents - fromCents, toCents - fromCents, SCALE_LENGTH);
}

/** A bar from zero to an amount, whichever way it points. */
export function barOn(scale: Scale, cents: Cents): { readonly x: number; readonly width: number } {
  const zero = placeOn(scale, 0n);
  const end = placeOn(scale, cents);
  return { x: Math.min(zero, end), width: Math.abs(end - zero) };
}
