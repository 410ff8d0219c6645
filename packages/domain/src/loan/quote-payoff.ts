import type { Contract, LoanContract } from '../contract/contract.ts';
import type { Outcome } from '../contract/decision.ts';
import { begin, record } from '../contract/record.ts';
import { refuse } from '../contract/refusal.ts';
import { addDays, type BusinessDate } from '../time/calendar.ts';
import { payoffAhead, payoffQuote } from './payoff-ahead.ts';
import { withQuote } from './quoted-days.ts';

/** How far ahead the first day of a payoff quote may lie. */
export const QUOTE_DAYS_AHEAD_MAX = 60;

/**
 * Stores a payoff quote: the promise for every day through good-through. The quote's id is the key
 * of its entry. Refused for a lease (it has a buyout quote), for a day past or too far ahead.
 */
export function quotePayoff(
  contract: Contract,
  from: BusinessDate,
  businessDate: BusinessDate,
): Outcome {
  if (contract.product !== 'loan') return refuse('quote-not-for-this-contract');
  const refusal = quoteRefusal(contract, from, businessDate);
  if (refusal !== null) return refusal;
  const quote = payoffQuote(contract, businessDate, from);
  const first = quote.days[0];
  if (first === undefined) throw new RangeError('a quote has at least one day');
  const memo = {
    quotedOn: quote.quotedOn,
    from: quote.from,
    goodThrough: quote.goodThrough,
    perDiemMicros: quote.perDiemMicros.toString(),
    days: quote.days.map(({ on, payoff }) => `${on}=${payoff.totalCents}`).join(' '),
  };
  const draft = {
    kind: 'payoff-quoted' as const,
    effectiveDate: businessDate,
    postings: [],
    lines: first.payoff.lines,
    memo,
    events: [{ kind: 'payoff-quoted', data: { goodThrough: quote.goodThrough } }],
    messages: [{ topic: 'notice' as const, template: 'payoff-quoted' as const, data: memo }],
  };
  const payoffQuoted = withQuote(contract, businessDate, quote.goodThrough);
  const facts = { ...contract.facts, payoffQuoted };
  const step = record(begin(contract), draft, { facts });
  const receipt = { ...memo, amountCents: first.payoff.totalCents, lines: first.payoff.lines };
  return { outcome: 'decided', entries: step.entries, receipt };
}

/** Why a payoff cannot be quoted, or null. */
export function quoteRefusal(loan: LoanContract, from: BusinessDate, businessDate: BusinessDate) {
  if (loan.status === 'charged-off') return refuse('contract-charged-off');
  if (loan.status !== 'active' && loan.status !== 'matured') return refuse('nothing-owed');
  if (from < businessDate) return refuse('quote-date-past', { from, businessDate });
  const last = addDays(businessDate, QUOTE_DAYS_AHEAD_MAX);
  if (from > last) return refuse('quote-date-too-far', { from, last });
  // The close before that day will have written the small rest off.
  const { totalCents } = payoffAhead(loan, from, businessDate);
  return totalCents <= 0n ? refuse('nothing-owed') : null;
}
