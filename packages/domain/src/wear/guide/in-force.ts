import type { BusinessDate } from '../../time/calendar.ts';

/** Data that holds from a day on: a guide, a table of charges, a law. */
export type Dated = { readonly version: number; readonly effectiveFrom: BusinessDate };

/**
 * The version in force on a day: the latest that has begun, and of two that begin together the
 * higher version. Null before the first.
 */
export function inForceOn<T extends Dated>(versions: readonly T[], on: BusinessDate): T | null {
  let found: T | null = null;
  for (const each of versions) {
    if (each.effectiveFrom > on) continue;
    const later =
      found === null ||
      each.effectiveFrom > found.effectiveFrom ||
      (each.effectiveFrom === found.effectiveFrom && each.version > found.version);
    if (later) found = each;
  }
  return found;
}
