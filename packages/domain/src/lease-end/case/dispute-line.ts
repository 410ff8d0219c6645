import type { Contract, LeaseContract } from '../../contract/contract.ts';
import type { Outcome } from '../../contract/decision.ts';
import {
  type BillCredit,
  type BillLine,
  billedLines,
  type CreditReason,
  type Dispute,
  type DisputeOutcome,
  type DisputeReason,
  leftOfLine,
} from '../../contract/give-back.ts';
import type { TaxableCharge } from '../../contract/lease-terms.ts';
import { begin, record, type Step, say } from '../../contract/record.ts';
import { refuse } from '../../contract/refusal.ts';
import { applyAct } from '../../lease/give-back/apply-act.ts';
import { chargeTax } from '../../lease/lease-charge.ts';
import type { Cents } from '../../money/cents.ts';
import { addDays, type BusinessDate, laterOf } from '../../time/calendar.ts';
import type { LeaseEndPolicy } from '../lease-end-policy.ts';

/**
 * A customer objects to a line of a bill. Nobody collects that line until it is decided, which is
 * promised within the policy's days. One line can be disputed once.
 */
export function disputeLine(
  contract: Contract,
  { disputeId, lineId }: Pick<Dispute, 'disputeId' | 'lineId'>,
  policy: LeaseEndPolicy,
  businessDate: BusinessDate,
): Outcome {
  if (contract.product !== 'lease') return refuse('give-back-not-for-a-loan');
  const { facts } = contract;
  const line = chargedLine(contract, lineId);
  if (line === null) return refuse('bill-line-not-found', { lineId });
  if (facts.giveBack.disputes.some((each) => each.lineId === lineId)) {
    return refuse('bill-line-already-disputed', { lineId });
  }
  const decideBy = addDays(businessDate, policy.giveBack.disputeDays);
  const data = { disputeId, lineId };
  const dispute: Dispute = { ...data, raisedOn: businessDate, outcome: null, reason: null };
  const step = record(
    begin(contract),
    {
      kind: 'bill-line-disputed',
      effectiveDate: businessDate,
      postings: [],
      memo: data,
      events: [{ kind: 'bill-line-disputed', data: { ...data, decideBy } }],
      messages: [{ topic: 'notice', template: 'bill-line-disputed', data: { ...data, decideBy } }],
    },
    {
      facts: {
        ...facts,
        giveBack: { ...facts.giveBack, disputes: [...facts.giveBack.disputes, dispute] },
      },
    },
  );
  return { outcome: 'decided', entries: step.entries, receipt: { ...data, decideBy } };
}

export type DecideDispute = {
  readonly disputeId: string;
  readonly outcome: DisputeOutcome;
  /** Where it is lowered: what is still charged, before tax. */
  readonly toCents: Cents;
  readonly reason: DisputeReason;
  readonly decidedBy: string;
  readonly creditId: string;
};

/** Decides a dispute with its reason. What is taken off lowers the bill, or is owed back. */
export function decideDispute(
  contract: Contract,
  { disputeId, outcome, toCents, reason, decidedBy, creditId }: DecideDispute,
  businessDate: BusinessDate,
): Outcome {
  if (contract.product !== 'lease') return refuse('give-back-not-for-a-loan');
  const { giveBack } = contract.facts;
  const dispute = giveBack.disputes.find((each) => each.disputeId === disputeId);
  const billed = dispute === undefined ? null : chargedLine(contract, dispute.lineId);
  if (dispute === undefined || billed === null) return refuse('dispute-not-found', { disputeId });
  if (dispute.outcome !== null) return refuse('dispute-already-decided', { disputeId });
  const left = leftOfLine(giveBack, billed);
  const to = { stands: left.chargeCents, lowered: toCents, dropped: 0n }[outcome];
  const isLowered = to >= 0n && to < left.chargeCents;
  if (outcome !== 'stands' && !isLowered) {
    return refuse('credit-over-line', { leftCents: left.chargeCents.toString() });
  }
  const disputes = giveBack.disputes.map((each) =>
    each.disputeId === disputeId ? { ...each, outcome, reason } : each,
  );
  const data = { disputeId, lineId: dispute.lineId, outcome, reason, decidedBy };
  const decided = record(
    begin(contract),
    {
      kind: 'bill-dispute-decided',
      effectiveDate: businessDate,
      postings: [],
      memo: data,
      events: [{ kind: 'bill-dispute-decided', data }],
      messages: [{ topic: 'notice', template: 'bill-dispute-decided', data }],
    },
    { facts: { ...contract.facts, giveBack: { ...giveBack, disputes } } },
  );
  const step =
    outcome === 'stands'
      ? decided
      : credited(decided, billed, { to, creditId, reason: 'dispute', decidedBy, businessDate });
  const creditCents = left.chargeCents - to;
  return { outcome: 'decided', entries: step.entries, receipt: { ...data, creditCents } };
}

export type CreditLine = {
  readonly creditId: string;
  readonly lineId: string;
  /** What is still charged, before tax. */
  readonly toCents: Cents;
  readonly reason: Exclude<CreditReason, 'dispute'>;
  readonly decidedBy: string;
};

/** Lowers a line of a bill without a dispute: a waiver, an offer that was earned, or goodwill. */
export function creditLine(
  contract: Contract,
  { creditId, lineId, toCents, reason, decidedBy }: CreditLine,
  businessDate: BusinessDate,
): Outcome {
  if (contract.product !== 'lease') return refuse('give-back-not-for-a-loan');
  const billed = chargedLine(contract, lineId);
  if (billed === null) return refuse('bill-line-not-found', { lineId });
  const { chargeCents: left } = leftOfLine(contract.facts.giveBack, billed);
  if (toCents < 0n || toCents >= left) return refuse('credit-over-line', { leftCents: `${left}` });
  const step = credited(begin(contract), billed, {
    to: toCents,
    creditId,
    reason,
    decidedBy,
    businessDate,
  });
  const data = { creditId, lineId, reason };
  const told = say(step, ({ kind }) => kind === 'bill-credit', {
    messages: [{ topic: 'notice', template: 'bill-credit', data }],
  });
  return {
    outcome: 'decided',
    entries: told.entries,
    receipt: { ...data, creditCents: left - toCents },
  };
}

/** The line of a bill that asks for money; what takes off is no line to dispute. */
function chargedLine(lease: LeaseContract, lineId: string): BillLine | null {
  const found = billedLines(lease.facts.giveBack).find((each) => each.lineId === lineId);
  return found !== undefined && found.chargeCents > 0n ? found : null;
}

type Credited = {
  readonly to: Cents;
  readonly creditId: string;
  readonly reason: CreditReason;
  readonly decidedBy: string;
  readonly businessDate: BusinessDate;
};

function credited(
  step: Step<LeaseContract>,
  billed: BillLine,
  { to, creditId, reason, decidedBy, businessDate }: Credited,
): Step<LeaseContract> {
  const { contract } = step;
  const left = leftOfLine(contract.facts.giveBack, billed);
  const on = laterOf(businessDate, contract.facts.lastEffective);
  const credit: BillCredit = {
    creditId,
    lineId: billed.lineId,
    on,
    chargeCents: left.chargeCents - to,
    taxCents:
      to === 0n ? left.taxCents : left.taxCents - taxOn(contract, billed, to, left.taxCents),
    reason,
    decidedBy,
  };
  const done = applyAct(step, { act: 'bill-credit', credit });
  const data = { creditId, lineId: billed.lineId, reason };
  return say(done, ({ kind }) => kind === 'bill-credit', {
    events: [{ kind: 'bill-credit', data }],
  });
}

/** The tax on what is left of a line, never more than stands on it. */
function taxOn(lease: LeaseContract, { charge }: BillLine, cents: Cents, most: Cents): Cents {
  if (charge === 'third-party') return 0n;
  const tax = chargeTax(lease.terms.tax, charge satisfies TaxableCharge, cents);
  return tax < most ? tax : most;
}
