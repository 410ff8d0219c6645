import type { Contract } from '../../contract/contract.ts';
import type { Outcome, RecordedEntry } from '../../contract/decision.ts';
import { dependsOnMoney } from '../../contract/entry-kind.ts';
import { amend, begin, record, say } from '../../contract/record.ts';
import { refuse } from '../../contract/refusal.ts';
import { applyAct } from '../../lease/give-back/apply-act.ts';
import { balanceOf, creditOf } from '../../ledger/balances.ts';
import { type Posting, postingUnlessZero } from '../../ledger/posting.ts';
import { line, withoutZeros } from '../../money/breakdown.ts';
import { atLeastZero, type Cents, minCents } from '../../money/cents.ts';
import { liveEntries, replay } from '../../payment/replay.ts';
import { type BusinessDate, laterOf } from '../../time/calendar.ts';

/** Records that a refund went to the customer: never more than is owed back. */
export function payRefund(
  contract: Contract,
  { refundId, refundCents }: { readonly refundId: string; readonly refundCents: Cents },
  businessDate: BusinessDate,
): Outcome {
  if (contract.product !== 'lease') return refuse('give-back-not-for-a-loan');
  const owed = creditOf(contract.balances, 'refunds-payable');
  if (refundCents <= 0n || refundCents > owed) {
    return refuse('refund-over-owed', { owedCents: owed.toString() });
  }
  const on = laterOf(businessDate, contract.facts.lastEffective);
  const refund = { refundId, on, refundCents };
  const paid = applyAct(begin(contract), { act: 'refund-paid', refund });
  const data = { refundId, amountCents: refundCents.toString() };
  const told = say(paid, ({ kind }) => kind === 'refund-paid', {
    events: [{ kind: 'refund-paid', data }],
    messages: [{ topic: 'notice', template: 'refund-paid', data }],
  });
  return { outcome: 'decided', entries: told.entries, receipt: data };
}

export type SellCar = {
  readonly priceCents: Cents;
  /** Who bought it, by class and reference: no name. */
  readonly buyer: string;
  /** The bill of sale or the auction's report, by the SHA-256 of its bytes. */
  readonly evidence: string;
};

/** The lender sells a car that came back: what it brings over its book value is gain, else loss. */
export function sellCar(
  contract: Contract,
  { priceCents, buyer, evidence }: SellCar,
  businessDate: BusinessDate,
): Outcome {
  if (contract.product !== 'lease') return refuse('give-back-not-for-a-loan');
  if (contract.facts.giveBack.handOver === null) return refuse('car-not-received');
  if (contract.facts.giveBack.carSoldOn !== null) {
    return refuse('car-already-sold', { on: contract.facts.giveBack.carSoldOn });
  }
  if (priceCents < 0n) return refuse('amount-not-positive', { amountCents: `${priceCents}` });
  const book = balanceOf(contract.balances, 'vehicle-held-for-sale');
  const even = atLeastZero(minCents(book, priceCents));
  const postings: Posting[] = [
    ...postingUnlessZero('cash', 'vehicle-held-for-sale', even),
    ...postingUnlessZero('gain-or-loss', 'vehicle-held-for-sale', atLeastZero(book) - even),
    ...postingUnlessZero('vehicle-held-for-sale', 'gain-or-loss', atLeastZero(-book)),
    ...postingUnlessZero('cash', 'gain-or-loss', priceCents - even),
  ];
  const giveBack = { ...contract.facts.giveBack, carSoldOn: businessDate };
  const step = record(
    begin(contract),
    {
      kind: 'car-sold',
      effectiveDate: businessDate,
      postings,
      lines: withoutZeros([line('car-sold', 'car-sold', priceCents, { bookCents: `${book}` })]),
      memo: { buyer, evidence },
      events: [{ kind: 'car-sold', data: { priceCents: `${priceCents}`, buyer } }],
    },
    { facts: { ...contract.facts, giveBack } },
  );
  return { outcome: 'decided', entries: step.entries, receipt: { priceCents, buyer } };
}

/** Why a receipt was wrong. */
export const RECEIPT_MISTAKES = ['wrong-car', 'wrong-day'] as const;
export type ReceiptMistake = (typeof RECEIPT_MISTAKES)[number];

export type TakeBackReceipt = {
  readonly handOverId: string;
  readonly reason: ReceiptMistake;
  readonly decidedBy: string;
};

/**
 * Takes back a receipt that was recorded for the wrong car or day, and the bills that rest on it.
 * The clock runs again from that day as if it had never stopped. Not once the car is sold or a
 * refund has gone out.
 */
export function takeBackReceipt(
  contract: Contract,
  { handOverId, reason, decidedBy }: TakeBackReceipt,
  businessDate: BusinessDate,
  history: readonly RecordedEntry[] | null,
): Outcome {
  if (contract.product !== 'lease') return refuse('give-back-not-for-a-loan');
  const { handOver, carSoldOn } = contract.facts.giveBack;
  if (handOver?.handOverId !== handOverId) return refuse('car-not-received');
  if (carSoldOn !== null) return refuse('car-already-sold', { on: carSoldOn });
  if (history === null) return { outcome: 'needs-history' };
  const acts = liveEntries(history).filter(({ act }) => act !== undefined);
  const receipt = acts.find(
    ({ act }) => act?.act === 'car-received' && act.handOver.handOverId === handOverId,
  );
  if (receipt === undefined) throw new RangeError('a receipt has its entry');
  if (acts.some(({ act }) => act?.act === 'refund-paid')) return refuse('later-act-first');
  // The reading on the receipt is of another car, or of another day.
  const readings = contract.facts.readings.filter(
    ({ source, on, miles }) =>
      source !== 'return' || on !== handOver.on || miles !== handOver.miles,
  );
  const unread = { ...contract, facts: { ...contract.facts, readings } };
  // What the receipt brought with it stands before it, on its day: payments to come, the last rent.
  const first = liveEntries(history).find(
    ({ kind, effectiveDate }) => dependsOnMoney(kind) && effectiveDate >= handOver.on,
  );
  const replayed = replay(begin(unread), history, {
    fromSeq: Math.min(receipt.seq, first?.seq ?? receipt.seq),
    drops: acts.filter(({ seq }) => seq >= receipt.seq).map(({ seq }) => seq),
    insert: null,
    businessDate,
  });
  const data = { handOverId, reason };
  // Maybe nothing was decided again, so the newest entry has to say how the contract stands now.
  const told = say(amend(replayed, {}), ({ reverses }) => reverses === receipt.seq, {
    memo: { reason, decidedBy },
    events: [{ kind: 'car-receipt-taken-back', data }],
    messages: [{ topic: 'notice', template: 'car-receipt-taken-back', data }],
  });
  return { outcome: 'decided', entries: told.entries, receipt: data };
}
