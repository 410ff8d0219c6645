import type { BusinessDate } from './calendar.ts';

/**
 * What of dated data is in force on a day: what began last, and for any day before it what begins
 * first. Throws when there is nothing at all, which data that ships or was checked never is.
 */
export function inForceOrFirst<T extends { readonly effectiveFrom: BusinessDate }>(
  dated: readonly T[],
  on: BusinessDate,
): T {
  const inOrder = dated.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const found = inOrder.findLast((each) => each.effectiveFrom <= on) ?? inOrder[0];
  if (found === undefined) throw new RangeError('dated data is never empty');
  return found;
}
