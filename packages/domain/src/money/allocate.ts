import type { Cents } from './cents.ts';
import { toCount } from './count.ts';
import { floorDivide } from './divide.ts';

/**
 * Splits an amount over weights without losing or making a cent. Each part gets its share rounded
 * down; the cents left over go one by one to the parts with the largest remainder, the earliest
 * first among equals. Weights must not be negative and one must be positive.
 */
export function allocate(total: Cents, weights: readonly bigint[]): Cents[] {
  if (total < 0n) return allocate(-total, weights).map((part) => -part);
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum <= 0n || weights.some((w) => w < 0n)) {
    throw new RangeError('weights must not be negative and one must be positive');
  }
  const parts = weights.map((weight, index) => {
    const cents = floorDivide(total * weight, sum);
    return { index, cents, remainder: total * weight - cents * sum };
  });
  const left = total - parts.reduce((a, part) => a + part.cents, 0n);
  const byRemainder = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder.slice(0, toCount(left))) part.cents += 1n;
  return parts.map((part) => part.cents);
}
