import type { LineInputs } from '../money/breakdown.ts';
import type { Cents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';
import type { ReadingReason } from './reading.ts';

/**
 * What stands on the receipt of a car that was given back. From its day on no rent, late fee or
 * miles accrue, and the risk is the lender's.
 */
export type HandOver = {
  readonly handOverId: string;
  /** The day that counts: of the receipt, or of an attempt that was wrongly refused. */
  readonly on: BusinessDate;
  /** What the odometer showed. */
  readonly miles: number;
  /** Why it does not fit the readings before, where that was asked: it may not be actual. */
  readonly milesReason: ReadingReason | null;
  /** Damage on the receipt that no report had shown before: it may still be charged. */
  readonly hasNewDamage: boolean;
};

/** What a final bill can charge for. Each has its own rule, and its own tax by contract. */
export const BILL_CHARGES = [
  'disposition-fee',
  'excess-miles',
  'excess-wear',
  'third-party',
] as const;
export type BillCharge = (typeof BILL_CHARGES)[number];

/**
 * One line of a return quote or a final bill: what is charged, by which rule and on what evidence.
 * A negative line takes off what a waiver, an offer or another promise covers.
 */
export type BillLine = {
  readonly lineId: string;
  readonly charge: BillCharge;
  /** The rule that produced it: a key of the copy catalogue, as every line's. */
  readonly rule: string;
  readonly inputs: LineInputs;
  readonly chargeCents: Cents;
  readonly taxCents: Cents;
  /** What it rests on: a reading, a report, a document, by name or by the SHA-256 of its bytes. */
  readonly evidence: string;
  /** Who decided that it is charged: a person, or the rule itself. */
  readonly decidedBy: string;
};

/**
 * The binding price of giving a car back: its charges, within so many miles and until a day. What
 * the account owes besides is by the contract, whatever the quote says.
 */
export type ReturnQuote = {
  readonly quoteId: string;
  readonly issuedOn: BusinessDate;
  readonly goodThrough: BusinessDate;
  /** The odometer that it was made for. */
  readonly miles: number;
  /** So many more cost nothing. */
  readonly toleranceMiles: number;
  readonly lines: readonly BillLine[];
};

/** A bill of a car that was given back. A lease has one, and at most some later ones. */
export type FinalBill = {
  readonly billId: string;
  readonly issuedOn: BusinessDate;
  /** Whether nothing more can be charged but dated third-party charges. */
  readonly isLast: boolean;
  readonly lines: readonly BillLine[];
};

/** Why a line of a bill was lowered after all. */
export const CREDIT_REASONS = ['dispute', 'goodwill', 'offer', 'waiver'] as const;
export type CreditReason = (typeof CREDIT_REASONS)[number];

/** So much is taken off a line of a bill again, tax with it. */
export type BillCredit = {
  readonly creditId: string;
  readonly lineId: string;
  readonly on: BusinessDate;
  readonly chargeCents: Cents;
  readonly taxCents: Cents;
  readonly reason: CreditReason;
  readonly decidedBy: string;
};

/** Money that the lender paid back to the customer. */
export type RefundPaid = {
  readonly refundId: string;
  readonly on: BusinessDate;
  readonly refundCents: Cents;
};

/**
 * An act of giving a car back, kept with its entry so that it can be decided again when older money
 * takes its place before it.
 */
export type GiveBackAct =
  | { readonly act: 'car-received'; readonly handOver: HandOver }
  | { readonly act: 'final-bill'; readonly bill: FinalBill }
  | { readonly act: 'bill-credit'; readonly credit: BillCredit }
  | { readonly act: 'refund-paid'; readonly refund: RefundPaid };

export const DISPUTE_OUTCOMES = ['stands', 'lowered', 'dropped'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** Why a dispute was decided as it was: each is a sentence that the customer reads. */
export const DISPUTE_REASONS = [
  'shown-by-photos',
  'within-guide',
  'not-proven',
  'repaired',
  'price-too-high',
  'reading-right',
  'by-contract',
  'goodwill',
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** A line of a bill that the customer objects to. While it is open nobody collects that line. */
export type Dispute = {
  readonly disputeId: string;
  readonly lineId: string;
  readonly raisedOn: BusinessDate;
  readonly outcome: DisputeOutcome | null;
  /** Why it was decided so; null while it is open. */
  readonly reason: DisputeReason | null;
};

/** Where a lease stands on the way of its car back. */
export type GiveBackFacts = {
  /** The quote that may still be used; those before it were superseded. */
  readonly quote: ReturnQuote | null;
  readonly handOver: HandOver | null;
  readonly bills: readonly FinalBill[];
  /** What was taken off lines of the bills, in order. */
  readonly credits: readonly BillCredit[];
  readonly disputes: readonly Dispute[];
  /** When the lender sold the car that came back. */
  readonly carSoldOn: BusinessDate | null;
};

export const NOT_GIVEN_BACK: GiveBackFacts = {
  quote: null,
  handOver: null,
  bills: [],
  credits: [],
  disputes: [],
  carSoldOn: null,
};

/** The lines of all bills, in the order in which they were charged. */
export function billedLines({ bills }: GiveBackFacts): readonly BillLine[] {
  return bills.flatMap(({ lines }) => lines);
}

/** What is left of a line after its credits, its tax with it. */
export function leftOfLine(
  { credits }: GiveBackFacts,
  { lineId, chargeCents, taxCents }: BillLine,
): { readonly chargeCents: Cents; readonly taxCents: Cents } {
  const own = credits.filter((each) => each.lineId === lineId);
  return {
    chargeCents: own.reduce((left, each) => left - each.chargeCents, chargeCents),
    taxCents: own.reduce((left, each) => left - each.taxCents, taxCents),
  };
}

/** The lines whose dispute nobody has decided yet. */
export function disputedLines(facts: GiveBackFacts): readonly BillLine[] {
  const open = new Set(
    facts.disputes.flatMap(({ lineId, outcome }) => (outcome === null ? [lineId] : [])),
  );
  return billedLines(facts).filter(({ lineId }) => open.has(lineId));
}
