import type { Contract } from '../contract/contract.ts';
import type { Outcome, RecordedEntry } from '../contract/decision.ts';
import { amend, begin, record, type Step, say } from '../contract/record.ts';
import { refuse } from '../contract/refusal.ts';
import { posting } from '../ledger/posting.ts';
import type { BusinessDate } from '../time/calendar.ts';
import { debitAccountOf } from './money-in.ts';
import { liveEntries, replay } from './replay.ts';

export type ReversePayment = {
  /** The sequence number under which the payment was first recorded. */
  readonly paymentSeq: number;
  /** A kebab-case code: a bank's return code in lower case, or `entered-in-error`. */
  readonly reason: string;
};

/**
 * Takes a payment back, recorded today and effective on the payment's own date: principal returns
 * from that date, later payments are reversed and re-applied, and a late fee the payment had
 * avoided becomes due once. A charge-off is decided again with the money that is left.
 */
export function reversePayment(
  contract: Contract,
  command: ReversePayment,
  businessDate: BusinessDate,
  history: readonly RecordedEntry[] | null,
): Outcome {
  if (history === null) return { outcome: 'needs-history' };
  const paymentSeq = command.paymentSeq.toString();
  const first = history.find(({ seq }) => seq === command.paymentSeq);
  if (first?.payment === undefined) return refuse('payment-not-found', { paymentSeq });
  const entry = liveEntries(history).find(
    (each) => each.payment?.paymentSeq === command.paymentSeq,
  );
  if (entry === undefined) return refuse('payment-already-reversed', { paymentSeq });
  const step = replay(begin(contract), history, {
    fromSeq: entry.seq,
    drops: [entry.seq],
    insert: null,
    businessDate,
  });
  const settled = forgetUncleared(settleTransit(step, contract, entry), command.paymentSeq);
  return {
    outcome: 'decided',
    entries: announce(settled, entry, command).entries,
    receipt: {
      paymentSeq,
      amountCents: first.payment.amountCents,
      reason: command.reason,
      effectiveDate: entry.effectiveDate,
      status: settled.contract.status,
    },
  };
}

/** Money that had cleared left transit for cash; it goes out of cash, not out of transit again. */
function settleTransit(
  step: Step<Contract>,
  before: Contract,
  entry: RecordedEntry,
): Step<Contract> {
  const payment = entry.payment;
  if (payment === undefined) return step;
  const isClearing = before.facts.clearing.some(({ seq }) => seq === payment.paymentSeq);
  if (isClearing || debitAccountOf(before, payment) === 'cash') return step;
  return record(step, {
    kind: 'money-cleared',
    effectiveDate: entry.effectiveDate,
    postings: [posting('payments-in-transit', 'cash', payment.amountCents)],
  });
}

function forgetUncleared(step: Step<Contract>, paymentSeq: number): Step<Contract> {
  const clearing = step.contract.facts.clearing.filter(({ seq }) => seq !== paymentSeq);
  return amend(step, {}, { shared: { clearing } });
}

function announce(
  step: Step<Contract>,
  reversed: RecordedEntry,
  { reason, paymentSeq }: ReversePayment,
): Step<Contract> {
  const data = { paymentSeq: paymentSeq.toString(), reason };
  return say(step, ({ reverses }) => reverses === reversed.seq, {
    memo: { reason },
    events: [{ kind: 'payment-reversed', data }],
    messages: [{ topic: 'notice', template: 'payment-reversed', data }],
  });
}
