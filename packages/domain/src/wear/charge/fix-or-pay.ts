import type { Cents } from '../../money/cents.ts';

/** Whether to repair before the car is given back. */
export const ADVICES = ['leave', 'fix', 'compare'] as const;
export type Advice = (typeof ADVICES)[number];

export const ADVICE_REASONS = [
  'ordinary',
  'waived',
  'fixed-with-another',
  'repair-costs-less',
  'charge-costs-less',
  'ranges-overlap',
  'size-unknown',
] as const;
export type AdviceReason = (typeof ADVICE_REASONS)[number];

export type FixOrPay = { readonly advice: Advice; readonly reason: AdviceReason };

/** What the advice rests on. Both ranges run from the low to the high end. */
export type FixOrPayFacts = {
  /** What the customer would owe less if this alone were repaired, after waivers. */
  readonly savesLowCents: Cents;
  readonly savesHighCents: Cents;
  readonly repairLowCents: Cents;
  readonly repairHighCents: Cents;
  /** Whether the guide can charge for it at all. */
  readonly chargeable: boolean;
  readonly sizeKnown: boolean;
  /** Whether the repair of another finding settles it. */
  readonly includedInAnother: boolean;
};

/**
 * Fix where even a dear repair costs less than it saves; leave what is ordinary, waived or cheaper
 * to pay for; compare prices where the ranges overlap.
 */
export function fixOrPay(facts: FixOrPayFacts): FixOrPay {
  if (!facts.chargeable) return { advice: 'leave', reason: 'ordinary' };
  if (facts.includedInAnother) return { advice: 'leave', reason: 'fixed-with-another' };
  if (facts.savesHighCents <= 0n) return { advice: 'leave', reason: 'waived' };
  if (facts.repairHighCents < facts.savesLowCents) {
    return { advice: 'fix', reason: 'repair-costs-less' };
  }
  if (facts.repairLowCents >= facts.savesHighCents) {
    return { advice: 'leave', reason: 'charge-costs-less' };
  }
  return { advice: 'compare', reason: facts.sizeKnown ? 'ranges-overlap' : 'size-unknown' };
}
