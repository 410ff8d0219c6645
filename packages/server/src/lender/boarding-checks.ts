import type { Cents } from '@roadbook/domain/money/cents';

/** What is done with a record that says something which is not serviced, or cannot be believed. */
export const CHECK_ACTS = ['refuse', 'hold', 'remark'] as const;
export type CheckAct = (typeof CHECK_ACTS)[number];

/** Beyond the first limit the record boards with a remark, beyond the second it is refused. */
export type Limit = { readonly remarkOver: number; readonly refuseOver: number | null };

/** The same for a share in parts per thousand that can be too small or too large. */
export type Band = Limit & { readonly remarkBelow: number; readonly refuseBelow: number | null };

/** What boarding holds against what, and how far it may differ: the lender's data. */
export type BoardingChecks = {
  /** The payment against the level payment, in parts per thousand of it. */
  readonly paymentPerMille: Band;
  /** How far a payment may be from the level payment and still bear out the rate. */
  readonly rateFitPerMille: number;
  /** The same, so near that the rate can be no other. */
  readonly rateExactPerMille: number;
  /** A payment that is less of a month's interest than this shows that the rate is a percent. */
  readonly leastOfInterestPerMille: number;
  /** The months from first payment to maturity against the stated term. */
  readonly maturityMonths: Limit;
  /** The months stated as left against the months until maturity. */
  readonly remainingMonths: Limit;
  /** The balance against the original amount, in parts per thousand of it. */
  readonly balancePerMille: Limit;
  /** Days from the cut-off to a later day through which interest is paid. */
  readonly interestPaidAheadDays: Limit;
  /** Days by which interest is unpaid for longer than the payments are. */
  readonly interestPaidBehindDays: Limit;
  /** The largest balance with which a loan that is said to be paid off is believed to be so. */
  readonly closedBalanceCents: Cents;
  /** The most days from the cut-off to the open day that board without a question. */
  readonly cutOffDays: number;
  readonly acts: Readonly<Record<ActRule, CheckAct>>;
};

/** What a record can say of a contract that is not serviced as it says. */
export const ACT_RULES = [
  'payment-rhythm-not-serviced',
  'payment-type-other',
  'interest-not-simple',
  'rate-changes',
  'interest-only',
  'payment-below-interest',
  'rate-contradicts-payment',
  'amount-due-disagrees',
  'paid-through-disagrees',
  'extension-not-in-maturity',
  'grace-disagrees',
  'credit-balance-without-end',
] as const;
export type ActRule = (typeof ACT_RULES)[number];

/**
 * Where a lender sets nothing. Real files have payments up to 7 % above the level payment, and far
 * more on a balance that was paid down early, so most of these are remarks.
 */
export const DEFAULT_CHECKS: BoardingChecks = {
  paymentPerMille: { remarkBelow: 800, remarkOver: 1_250, refuseBelow: 200, refuseOver: 5_000 },
  rateFitPerMille: 100,
  rateExactPerMille: 2,
  leastOfInterestPerMille: 600,
  maturityMonths: { remarkOver: 6, refuseOver: 120 },
  remainingMonths: { remarkOver: 6, refuseOver: null },
  balancePerMille: { remarkOver: 1_000, refuseOver: 2_000 },
  interestPaidAheadDays: { remarkOver: 0, refuseOver: 3_660 },
  interestPaidBehindDays: { remarkOver: 75, refuseOver: null },
  closedBalanceCents: 10_00n,
  cutOffDays: 45,
  acts: {
    'payment-rhythm-not-serviced': 'refuse',
    'payment-type-other': 'remark',
    'interest-not-simple': 'hold',
    'rate-changes': 'hold',
    'interest-only': 'hold',
    'payment-below-interest': 'remark',
    'rate-contradicts-payment': 'refuse',
    'amount-due-disagrees': 'remark',
    'paid-through-disagrees': 'remark',
    'extension-not-in-maturity': 'remark',
    'grace-disagrees': 'remark',
    'credit-balance-without-end': 'remark',
  },
};
