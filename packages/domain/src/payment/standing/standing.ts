import type { PublicStatus } from '../../contract/status.ts';
import type { Breakdown } from '../../money/breakdown.ts';
import type { Cents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';

/**
 * The late fee of a payment. `avoidable`: money by `payBy` still avoids it. `falls`: the grace is
 * over and the close of the day assesses it. A fee that has been assessed is in the fees.
 */
export type FeeAhead = {
  readonly state: 'avoidable' | 'falls';
  readonly payBy: BusinessDate;
  readonly feeCents: Cents;
};

/** One payment whose due date has passed, as far as it is unpaid. */
export type PastDuePayment = {
  readonly number: number;
  readonly dueDate: BusinessDate;
  readonly unpaidCents: Cents;
  /** Null when its fee is assessed already, when a hold stops fees, or when it has none. */
  readonly fee: FeeAhead | null;
};

/** The next late fee that money can still avoid, and the payment it would be for. */
export type NextLateFee = {
  readonly payBy: BusinessDate;
  readonly feeCents: Cents;
  readonly dueDate: BusinessDate;
};

/** Rent for a leased car that is kept past the end of its lease. */
export type HoldoverStanding = {
  readonly since: BusinessDate;
  readonly days: number;
  /** Rent of one day with its tax. */
  readonly perDayCents: Cents;
  /** What has run up through the day and is unpaid, with its tax. */
  readonly cents: Cents;
};

export type Promised = {
  readonly on: BusinessDate;
  readonly amountCents: Cents;
};

/**
 * Where a customer stands on a day: what is past due, payment by payment; what is wanted now; what
 * is owed in all; what is promised; and what is still to come. Every screen, receipt and letter
 * that tells what a person owes reads it from here.
 */
export type Standing = {
  readonly asOf: BusinessDate;
  readonly status: PublicStatus;
  /** Oldest first. Their unpaid parts add up to `pastDueCents`. */
  readonly pastDue: readonly PastDuePayment[];
  readonly pastDueCents: Cents;
  /** Fees that are in the books and unpaid; rent after the end of a lease is apart. */
  readonly feesCents: Cents;
  /** Wanted now: past due, fees, rent since the lease ended. Without the next payment. */
  readonly due: Breakdown;
  readonly nextDueDate: BusinessDate | null;
  readonly nextPaymentCents: Cents;
  readonly lateFee: NextLateFee | null;
  /** Owed in all: a loan's payoff of the day; a lease's `due` and its payments to come. */
  readonly owed: Breakdown;
  /** The payments of a running lease that still want money; null for a loan. */
  readonly toCome: { readonly payments: number; readonly cents: Cents } | null;
  readonly promised: readonly Promised[];
  readonly holdover: HoldoverStanding | null;
};
