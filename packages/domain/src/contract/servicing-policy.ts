import type { Cents } from '../money/cents.ts';
import type { Ppb } from '../money/rate.ts';

/**
 * What one late fee costs: a share of the base plus a flat part, never less than the minimum nor
 * more than the maximum. "Greater of 5 % or 5.00" is a minimum, "lesser of 5 % or 25.00" a maximum.
 */
export type LateFeeRule = {
  readonly base: 'unpaid-part' | 'whole-installment';
  readonly withTax: boolean;
  readonly ratePpb: Ppb;
  readonly flatCents: Cents;
  readonly minimumCents: Cents;
  readonly maximumCents: Cents | null;
};

/** Where money goes after interest, in the contract's order. */
export type WaterfallLine = 'due-principal' | 'other-fees' | 'late-fees' | 'principal';

/** How money came in. Cards and bank debits can come back; a wire cannot. */
export const PAYMENT_CHANNELS = [
  'bank-debit',
  'card',
  'wire',
  'lockbox',
  'check',
  'cash-network',
  'integrator',
] as const;
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];

/**
 * How much a customer may ask for by themselves. Money that has arrived is posted whatever it is.
 */
export type CustomerLimits = {
  /** The most that one debit from a customer's account may be. */
  readonly debitCents: Cents;
  /** How many promised payments a contract may have at a time. */
  readonly promises: number;
  /** How many days ahead a payment may be promised. */
  readonly promiseDays: number;
};

/** How far a lender moves the payments to come of a loan. */
export type ReliefLimits = {
  /** The most days by which a change of the due day moves the next payment. */
  readonly dueDayMoveDays: number;
  /** The most months of extension within twelve months, and over the life of the loan. */
  readonly extensionMonthsPerYear: number;
  readonly extensionMonthsInAll: number;
};

/**
 * The lender's rules that are part of a contract's terms. They are data with a version: a change
 * makes new terms, it never changes what an earlier decision meant.
 */
export type ServicingPolicy = {
  /** The days after a due date on which money is still timely. The fee comes the day after. */
  readonly graceDays: number;
  readonly lateFee: LateFeeRule | null;
  /** A shortfall up to both of these counts as satisfied but stays owed. */
  readonly toleranceCents: Cents;
  readonly tolerancePpb: Ppb;
  /** A payoff that is short by no more than this is written off. */
  readonly smallBalanceCents: Cents;
  /** For how many days a payoff quote is good. */
  readonly quoteDays: number;
  /** For how many days after that a payoff on its way in the mail still counts as quoted. */
  readonly quoteMailDays: number;
  /** Days from the effective date until money of a channel counts as cleared. */
  readonly clearingDays: Readonly<Record<PaymentChannel, number>>;
  readonly refundDays: number;
  /** Charge off at the close of this day past due; null never does. */
  readonly chargeOffDays: number | null;
  readonly waterfall: readonly WaterfallLine[];
  readonly customerLimits: CustomerLimits;
  /** From this day after its due date on an unpaid payment is reported to bureaus as late. */
  readonly reportedLateDays: number;
  readonly relief: ReliefLimits;
};

/** What a policy means that was written before policies named these values. */
export const EARLIER_POLICY = {
  customerLimits: { debitCents: 10_000_000n, promises: 20, promiseDays: 90 },
  quoteMailDays: 5,
  reportedLateDays: 30,
  relief: { dueDayMoveDays: 16, extensionMonthsPerYear: 2, extensionMonthsInAll: 6 },
} as const satisfies Partial<ServicingPolicy>;

/** A policy as any build wrote it. */
export type WrittenPolicy = Omit<ServicingPolicy, keyof typeof EARLIER_POLICY> & {
  readonly customerLimits?: Partial<CustomerLimits>;
} & Partial<Omit<Pick<ServicingPolicy, keyof typeof EARLIER_POLICY>, 'customerLimits'>>;

/** A policy with every value, whatever build wrote it. */
export function wholePolicy(written: WrittenPolicy): ServicingPolicy {
  const customerLimits = { ...EARLIER_POLICY.customerLimits, ...written.customerLimits };
  return { ...EARLIER_POLICY, ...written, customerLimits };
}

/**
 * Why a waterfall list is not lawful here, or null. Late fees may not come before a due
 * installment: that would pyramid them (12 CFR 1026.36(c)(2) for mortgages, 16 CFR 444.4 for
 * credit).
 */
export function waterfallDefect(list: readonly WaterfallLine[]): string | null {
  const all: WaterfallLine[] = ['due-principal', 'other-fees', 'late-fees', 'principal'];
  if (list.length !== all.length || all.some((each) => !list.includes(each))) {
    return `a waterfall names each of ${all.join(', ')} once`;
  }
  if (list.indexOf('late-fees') < list.indexOf('due-principal')) {
    return 'late fees may not be paid before the principal of due installments';
  }
  if (list.indexOf('principal') !== all.length - 1) {
    return 'principal that is not due yet comes last';
  }
  return null;
}
