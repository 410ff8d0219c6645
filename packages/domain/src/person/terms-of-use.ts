import type { BusinessDate } from '../time/calendar.ts';

/** What somebody agrees to who opens an account: a version, and the day from which it holds. */
export type TermsOfUse = {
  readonly version: string;
  readonly effectiveFrom: BusinessDate;
  readonly paragraphs: readonly string[];
};

/** The terms in force on a day, the newest that has begun; null where there are none. */
export function termsInForce(all: readonly TermsOfUse[], on: BusinessDate): TermsOfUse | null {
  const begun = all.filter(({ effectiveFrom }) => effectiveFrom <= on);
  return begun.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0] ?? null;
}
