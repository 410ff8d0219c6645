import type { Balances } from '../ledger/balances.ts';
import type { Cents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';
import type { GiveBackFacts } from './give-back.ts';
import type { Hold } from './hold.ts';
import type { LeaseTerms } from './lease-terms.ts';
import type { LoanTerms } from './loan-terms.ts';
import type { PaymentPurpose } from './payment-fact.ts';
import type { LeaseReading } from './reading.ts';
import type { PaymentChannel } from './servicing-policy.ts';
import type { LeaseStatus, LoanStatus } from './status.ts';

/** Money that was accepted and may still come back until it has cleared. */
export type UnclearedPayment = {
  readonly seq: number;
  readonly amountCents: Cents;
  readonly clearsOn: BusinessDate;
};

/** A payment the customer promised for a later day; drawn at the close of that day. */
export type ScheduledPayment = {
  readonly scheduleId: string;
  readonly amountCents: Cents;
  readonly on: BusinessDate;
  readonly purpose: PaymentPurpose;
  readonly channel: PaymentChannel;
  readonly methodId: string;
};

/**
 * An installment that was unsatisfied when its grace ended, on a day on which money came, and whose
 * fee the close of that day has yet to decide: the fee looks at what was unpaid before the money.
 */
export type AwaitedLateFee = {
  readonly installment: number;
  readonly unpaidCents: Cents;
};

/** Which installments have had their late fee decided, and which wait for it. */
export type LateFeeFacts = {
  /** How many installments have had their late fee question answered, one way or the other. */
  readonly decided: number;
  readonly awaited: readonly AwaitedLateFee[];
};

/** How a contract ended. */
export type EndFacts = {
  readonly on: BusinessDate | null;
  /** What was owed when it was charged off: a memo, no balance. */
  readonly chargedOffCents: Cents;
};

/** The shape in which facts are written today; the reader brings older ones to it. */
export const FACTS_SHAPE = 2;

/** Facts of both products that change from entry to entry, grouped by the rule that owns them. */
export type SharedFacts = {
  readonly shape: typeof FACTS_SHAPE;
  /** Money received before this day precedes something decided, which is then decided again. */
  readonly lastEffective: BusinessDate;
  readonly lateFees: LateFeeFacts;
  /** Money that was accepted and may still come back. */
  readonly clearing: readonly UnclearedPayment[];
  /** Payments that the customer promised for later days. */
  readonly promises: readonly ScheduledPayment[];
  readonly end: EndFacts;
};

/** Facts of both products as boarding begins with them. */
export function openingFacts(
  asOf: BusinessDate,
  lateFeesDecided: number,
  end: EndFacts,
): SharedFacts {
  return {
    shape: FACTS_SHAPE,
    lastEffective: asOf,
    lateFees: { decided: lateFeesDecided, awaited: [] },
    clearing: [],
    promises: [],
    end,
  };
}

/** Days on which a payoff quote counts; earlier builds named no last one. */
export type QuotedDays = { readonly from: BusinessDate; readonly through: BusinessDate | null };

export type LoanFacts = SharedFacts & {
  /** The first day whose interest has not been posted. */
  readonly interestFrom: BusinessDate;
  /** All money ever counted toward installments; with the schedule it says what is due. */
  readonly paidTowardCents: Cents;
  /** How much of what is behind is so only because the contract's order paid other fees first. */
  readonly feesFirstCents: Cents;
  /** On these days a payoff that arrives a little short is one, because it was quoted. */
  readonly payoffQuoted: readonly QuotedDays[];
};

/** One lease payment that has fallen due and is not wholly paid. */
export type OpenLeasePayment = {
  readonly number: number;
  readonly dueDate: BusinessDate;
  readonly baseCents: Cents;
  readonly taxCents: Cents;
};

/** Daily rent of a car kept past maturity, as far as it is billed. */
export type HoldoverFacts = {
  /** The day up to which rent is billed, that day not counted; null before any is. */
  readonly through: BusinessDate | null;
  readonly billedCents: Cents;
};

export const NO_HOLDOVER: HoldoverFacts = { through: null, billedCents: 0n };

export type LeaseFacts = SharedFacts & {
  /** Lease payments posted as due so far. */
  readonly billed: number;
  /** Periods whose rent or depreciation is in the books: with each payment, or month by month. */
  readonly periodsBooked: number;
  readonly open: readonly OpenLeasePayment[];
  /**
   * Readings of the odometer since delivery, in the order they became known. One that the lessee
   * corrected on the same day stands in its entry only.
   */
  readonly readings: readonly LeaseReading[];
  /** Rent for days after maturity: billed through this day, so much in all, without its tax. */
  readonly holdover: HoldoverFacts;
  /** How far the car is on its way back: quote, receipt, bills and disputes. */
  readonly giveBack: GiveBackFacts;
};

type ContractBase = {
  readonly contractId: string;
  /** The sequence number of the last entry; 0 before the first. */
  readonly version: number;
  readonly balances: Balances;
  readonly holds: readonly Hold[];
};

export type LoanContract = ContractBase & {
  readonly product: 'loan';
  readonly terms: LoanTerms;
  readonly status: LoanStatus;
  readonly facts: LoanFacts;
};

export type LeaseContract = ContractBase & {
  readonly product: 'lease';
  readonly terms: LeaseTerms;
  readonly status: LeaseStatus;
  readonly facts: LeaseFacts;
};

/** One loan or lease being serviced: its terms, and the state that its entries have led to. */
export type Contract = LoanContract | LeaseContract;
