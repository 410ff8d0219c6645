import type { LoanContract, QuotedDays } from '../contract/contract.ts';
import { addDays, type BusinessDate } from '../time/calendar.ts';

/**
 * The days on which money counts as a payoff that was quoted, with a new quote. From the day it is
 * made on it is the last one, and the last one counts: through its good-through and the days that
 * the lender gives the mail. Days that meet are one stretch, so many quotes stay short.
 */
export function withQuote(
  { facts, terms }: LoanContract,
  quotedOn: BusinessDate,
  goodThrough: BusinessDate,
): readonly QuotedDays[] {
  const through = addDays(goodThrough, terms.policy.quoteMailDays);
  const earlier = facts.payoffQuoted.slice(0, -1);
  const last = facts.payoffQuoted.at(-1);
  if (last === undefined) return [{ from: quotedOn, through }];
  const meets = last.through === null || addDays(last.through, 1) >= quotedOn;
  return meets
    ? [...earlier, { from: last.from, through }]
    : [...earlier, last, { from: quotedOn, through }];
}

/** Whether money of a day comes while a payoff quote counts. */
export function isQuotedOn({ facts }: LoanContract, on: BusinessDate): boolean {
  return facts.payoffQuoted.some(
    ({ from, through }) => from <= on && (through === null || on <= through),
  );
}
