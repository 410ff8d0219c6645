import type { Cents } from '../money/cents.ts';
import type { Ppb } from '../money/rate.ts';
import type { BusinessDate } from '../time/calendar.ts';
import type { Assumption } from './assumption.ts';
import type { ServicingPolicy } from './servicing-policy.ts';

/** What a lease can charge tax on, each kind taxable or not by contract. */
export type TaxableCharge =
  | 'base-payment'
  | 'capitalized-cost-reduction'
  | 'late-fee'
  | 'returned-payment-fee'
  | 'disposition-fee'
  | 'excess-miles'
  | 'excess-wear'
  | 'early-termination'
  | 'holdover'
  | 'extension'
  | 'buyout';

/** How a contract is taxed. No table of states ships as truth: this is the contract's own data. */
export type LeaseTax = {
  readonly method: 'each-payment' | 'payments-upfront' | 'price-upfront' | 'none';
  readonly jurisdiction: string;
  readonly ratePpb: Ppb;
  readonly taxable: readonly TaxableCharge[];
};

/** The mileage side of a lease. */
export type MileageTerms = {
  readonly deliveryOdometer: number;
  /** Miles allowed over the whole term, bought ones apart. */
  readonly allowanceMiles: number;
  readonly boughtMiles: number;
  readonly excessMileCents: Cents;
};

/** What the contract charges at its end. */
export type LeaseEndFees = {
  readonly dispositionCents: Cents;
  readonly purchaseOptionCents: Cents;
  readonly earlyTerminationCents: Cents;
};

/** One immutable version of a closed-end lease's terms. */
export type LeaseTerms = {
  readonly product: 'lease';
  /** The first day of the first period; in advance also the first due date. */
  readonly startsOn: BusinessDate;
  readonly termMonths: number;
  readonly dueDay: number;
  /** In advance the first payment falls due at signing and none at maturity. */
  readonly timing: 'advance' | 'arrears' | 'single-payment';
  readonly adjustedCapitalizedCostCents: Cents;
  readonly residualValueCents: Cents;
  readonly basePaymentCents: Cents;
  /** Known when the contract was priced here; a boarded book may not say it. */
  readonly moneyFactorPpb: Ppb | null;
  /** The implicit rate of one period × 10^18, solved once when the terms are made. */
  readonly implicitRateE18: bigint;
  /** The adjusted lease balance between due dates: earned by the day, or the period's end value. */
  readonly betweenDueDates: 'pro-rata' | 'period';
  readonly tax: LeaseTax;
  readonly mileage: MileageTerms;
  readonly endFees: LeaseEndFees;
  readonly securityDepositCents: Cents;
  /** Paid at signing to lower the price: rent paid in advance, where the lease ends by orders. */
  readonly capitalizedCostReductionCents: Cents;
  readonly accounting: 'operating' | 'finance';
  readonly policy: ServicingPolicy;
  readonly assumed: readonly Assumption[];
};

/**
 * What the lessee signed, without how the lender books and services it: enough to compute every
 * lease-end amount, for a contract of ours and for anybody's lease alike.
 */
export type LeaseAgreement = Omit<
  LeaseTerms,
  'product' | 'policy' | 'accounting' | 'moneyFactorPpb'
>;
