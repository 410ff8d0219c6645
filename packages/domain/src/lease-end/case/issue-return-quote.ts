import type { Contract } from '../../contract/contract.ts';
import type { Outcome } from '../../contract/decision.ts';
import type { ReturnQuote } from '../../contract/give-back.ts';
import { begin, record } from '../../contract/record.ts';
import { refuse } from '../../contract/refusal.ts';
import { isRunning } from '../../contract/status.ts';
import { shownLines } from '../../lease/give-back/charge-bill.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { addDays, type BusinessDate, earlierOf } from '../../time/calendar.ts';
import type { LeaseEndPolicy } from '../lease-end-policy.ts';
import { type GiveBackBasis, giveBackCharges, totalOfBill } from './give-back-charges.ts';

export type IssueReturnQuote = {
  readonly quoteId: string;
  readonly goodThrough: BusinessDate;
  readonly basis: Omit<GiveBackBasis, 'on'>;
};

/**
 * The last day on which a quote of a day may be used: so many days on, never past the maturity of a
 * lease that has not reached it.
 */
export function quoteGoodThrough(
  { terms }: Extract<Contract, { product: 'lease' }>,
  policy: LeaseEndPolicy,
  issuedOn: BusinessDate,
): BusinessDate {
  const last = addDays(issuedOn, policy.giveBack.goodForDays);
  const maturity = leaseMaturityDate(terms);
  return issuedOn <= maturity ? earlierOf(last, maturity) : last;
}

/**
 * Promises what giving the car back will cost: binding on the lender until its day, free for the
 * customer. A new quote takes the place of the one before.
 */
export function issueReturnQuote(
  contract: Contract,
  { quoteId, goodThrough, basis }: IssueReturnQuote,
  policy: LeaseEndPolicy,
  businessDate: BusinessDate,
): Outcome {
  if (contract.product !== 'lease') return refuse('give-back-not-for-a-loan');
  const { facts, status } = contract;
  if (facts.giveBack.handOver !== null) {
    return refuse('car-already-received', { on: facts.giveBack.handOver.on });
  }
  if (status === 'charged-off') return refuse('contract-charged-off');
  if (!isRunning(status)) return refuse('lease-has-ended');
  if (goodThrough < businessDate) {
    return refuse('return-quote-day-past', { goodThrough, businessDate });
  }
  const lastDay = quoteGoodThrough(contract, policy, businessDate);
  if (goodThrough > lastDay) return refuse('return-quote-too-long', { goodThrough, lastDay });
  const quote: ReturnQuote = {
    quoteId,
    issuedOn: businessDate,
    goodThrough,
    miles: basis.miles,
    toleranceMiles: policy.giveBack.toleranceMiles,
    lines: giveBackCharges(contract, policy, { ...basis, on: businessDate }),
  };
  const totalCents = totalOfBill(quote.lines);
  const data = { quoteId, goodThrough, totalCents: totalCents.toString() };
  const step = record(
    begin(contract),
    {
      kind: 'return-quoted',
      effectiveDate: businessDate,
      postings: [],
      lines: quote.lines.flatMap((each) => shownLines(contract, each)),
      memo: { quoteId, goodThrough },
      events: [{ kind: 'return-quoted', data }],
      messages: [{ topic: 'notice', template: 'return-quoted', data }],
    },
    { facts: { ...facts, giveBack: { ...facts.giveBack, quote } } },
  );
  return {
    outcome: 'decided',
    entries: step.entries,
    receipt: { quoteId, goodThrough, totalCents },
  };
}

/** Why a promise may be taken back at all. */
export const WITHDRAWALS = ['wrong-car', 'wrong-reading', 'fraud'] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

/** Takes a return quote back for a wrong car, a wrong reading or fraud: nothing else allows it. */
export function withdrawReturnQuote(
  contract: Contract,
  { quoteId, reason }: { readonly quoteId: string; readonly reason: Withdrawal },
  businessDate: BusinessDate,
): Outcome {
  if (contract.product !== 'lease') return refuse('give-back-not-for-a-loan');
  const { facts } = contract;
  const { quote, handOver } = facts.giveBack;
  if (quote?.quoteId !== quoteId) return refuse('return-quote-not-found', { quoteId });
  if (handOver !== null) return refuse('car-already-received', { on: handOver.on });
  const data = { quoteId, reason };
  const step = record(
    begin(contract),
    {
      kind: 'return-quote-withdrawn',
      effectiveDate: businessDate,
      postings: [],
      memo: data,
      events: [{ kind: 'return-quote-withdrawn', data }],
      messages: [{ topic: 'notice', template: 'return-quote-withdrawn', data }],
    },
    { facts: { ...facts, giveBack: { ...facts.giveBack, quote: null } } },
  );
  return { outcome: 'decided', entries: step.entries, receipt: data };
}
