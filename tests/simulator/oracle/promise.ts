/**
 * What was promised and by what rules, as plain data. The simulator makes one; the core gets it as
 * its terms, the oracle as it is. Nothing here comes from the domain.
 */
import type { Day } from './days.ts';

export type LateFee = {
  readonly base: 'unpaid-part' | 'whole-installment';
  readonly withTax: boolean;
  readonly ratePpb: bigint;
  readonly flatCents: bigint;
  readonly minimumCents: bigint;
  readonly maximumCents: bigint | null;
};

export type Line = 'due-principal' | 'other-fees' | 'late-fees' | 'principal';

export const CHANNELS = [
  'bank-debit',
  'card',
  'wire',
  'lockbox',
  'check',
  'cash-network',
  'integrator',
] as const;
export type Channel = (typeof CHANNELS)[number];

export type Rules = {
  readonly graceDays: number;
  readonly lateFee: LateFee | null;
  readonly toleranceCents: bigint;
  readonly tolerancePpb: bigint;
  readonly smallBalanceCents: bigint;
  readonly quoteDays: number;
  readonly quoteMailDays: number;
  readonly clearingDays: Readonly<Record<Channel, number>>;
  readonly refundDays: number;
  readonly chargeOffDays: number | null;
  readonly waterfall: readonly Line[];
  readonly customerLimits: {
    readonly debitCents: bigint;
    readonly promises: number;
    readonly promiseDays: number;
  };
  readonly reportedLateDays: number;
  readonly relief: {
    readonly dueDayMoveDays: number;
    readonly extensionMonthsPerYear: number;
    readonly extensionMonthsInAll: number;
  };
};

export type RhythmName = 'monthly' | 'quarterly' | 'semi-monthly' | 'bi-weekly' | 'weekly';

export type LoanPromise = {
  readonly product: 'loan';
  readonly originatedOn: Day;
  readonly financedCents: bigint;
  readonly ratePpb: bigint;
  readonly dayCount: 'actual/365' | 'actual/actual' | '30/360';
  readonly term: number;
  readonly rhythm: RhythmName;
  readonly firstDueDate: Day;
  readonly dueDay: number;
  readonly installmentCents: bigint;
  readonly finalCents: bigint;
  readonly rules: Rules;
  /** How it stood on the day it was boarded. */
  readonly opening: {
    readonly asOf: Day;
    readonly principalCents: bigint;
    readonly interestCents: bigint;
    readonly feesCents: bigint;
    readonly interestFrom: Day;
    readonly satisfied: number;
  };
};

export type Taxed = 'base-payment' | 'late-fee' | 'holdover';

export type Tax = {
  readonly method: 'each-payment' | 'none';
  readonly ratePpb: bigint;
  readonly taxable: readonly Taxed[];
};

export type OpenPayment = {
  readonly number: number;
  readonly dueDate: Day;
  readonly baseCents: bigint;
  readonly taxCents: bigint;
};

export type LeasePromise = {
  readonly product: 'lease';
  readonly startsOn: Day;
  readonly term: number;
  readonly dueDay: number;
  readonly timing: 'advance' | 'arrears' | 'single-payment';
  readonly costCents: bigint;
  readonly residualCents: bigint;
  readonly baseCents: bigint;
  readonly rateE18: bigint;
  readonly between: 'pro-rata' | 'period';
  readonly accounting: 'operating' | 'finance';
  readonly tax: Tax;
  readonly rules: Rules;
  readonly opening: {
    readonly asOf: Day;
    readonly billed: number;
    readonly open: readonly OpenPayment[];
    readonly prepaidCents: bigint;
    readonly feesCents: bigint;
  };
};

export type Promised = LoanPromise | LeasePromise;

/** Money that came: what a bank, a customer or a lockbox handed over. */
export type Money = {
  readonly id: string;
  readonly amountCents: bigint;
  readonly purpose: string;
  readonly receivedOn: Day;
  /** The day from which it counts: see `countsFrom`. */
  readonly countsOn: Day;
  readonly clearsOn: Day | null;
  takenBack: boolean;
};

/**
 * Money of a loan counts from its own day, if the interest of that day was still open at boarding;
 * else from the cut-off. Money of a lease always counts from its own day.
 */
export function countsFrom(promise: Promised, receivedOn: Day): Day {
  if (promise.product === 'lease' || receivedOn >= promise.opening.asOf) return receivedOn;
  return receivedOn >= promise.opening.interestFrom ? receivedOn : promise.opening.asOf;
}

/** What the waterfall may never do less of: the least of some amounts, never below zero. */
export function least(...amounts: readonly bigint[]): bigint {
  const smallest = amounts.reduce((a, b) => (a < b ? a : b));
  return smallest < 0n ? 0n : smallest;
}
