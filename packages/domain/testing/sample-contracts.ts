/**
 * Sample contracts for tests, with the demo lender's policy. Nothing in production imports them.
 */
import type { LeaseContract, LoanContract } from '../src/contract/contract.ts';
import type { LeaseTerms } from '../src/contract/lease-terms.ts';
import type { LoanTerms } from '../src/contract/loan-terms.ts';
import type { LateFeeRule, ServicingPolicy } from '../src/contract/servicing-policy.ts';
import { boardLease, type LeaseOpening } from '../src/lease/board-lease.ts';
import { implicitRate } from '../src/lease/pricing.ts';
import { boardLoan, type LoanOpening } from '../src/loan/board-loan.ts';
import { levelPayment } from '../src/loan/level-payment.ts';
import type { Cents } from '../src/money/cents.ts';
import { installmentsPerYear, type Rhythm } from '../src/schedule/rhythm.ts';
import { levelSchedule, type Segment } from '../src/schedule/schedule.ts';
import { type BusinessDate, date } from '../src/time/calendar.ts';

/** 5 % of the unpaid part, without tax, no minimum, no maximum. */
export const FIVE_PERCENT: LateFeeRule = {
  base: 'unpaid-part',
  withTax: false,
  ratePpb: 50_000_000n,
  flatCents: 0n,
  minimumCents: 0n,
  maximumCents: null,
};

/** The demo values of the servicing rules; the fee of 5 % comes after 15 days. */
export const DEMO_POLICY: ServicingPolicy = {
  graceDays: 15,
  lateFee: FIVE_PERCENT,
  toleranceCents: 5_00n,
  tolerancePpb: 10_000_000n,
  smallBalanceCents: 5_00n,
  quoteDays: 10,
  quoteMailDays: 5,
  clearingDays: {
    'bank-debit': 10,
    card: 10,
    wire: 0,
    lockbox: 10,
    check: 10,
    'cash-network': 0,
    integrator: 0,
  },
  refundDays: 30,
  chargeOffDays: 120,
  waterfall: ['due-principal', 'other-fees', 'late-fees', 'principal'],
  customerLimits: { debitCents: 100_000_00n, promises: 20, promiseDays: 90 },
  reportedLateDays: 30,
  relief: { dueDayMoveDays: 16, extensionMonthsPerYear: 2, extensionMonthsInAll: 6 },
};

/** 25,000.00 at 6.49 % over 60 months: 489.04 on the 15th from February 2026 on. */
export const LOAN_TERMS: LoanTerms = {
  product: 'loan',
  originatedOn: date('2026-01-15'),
  amountFinancedCents: 25_000_00n,
  annualRatePpb: 64_900_000n,
  dayCount: 'actual/365',
  schedule: levelSchedule({
    firstDueDate: date('2026-02-15'),
    rhythm: { every: 'monthly', dueDay: 15 },
    count: 60,
    installmentCents: 489_04n,
  }),
  policy: DEMO_POLICY,
  assumed: [],
};

/** What a test may say of a schedule of one segment; the rest is as in `LOAN_TERMS`. */
export type ScheduleChanges = {
  readonly installmentCount?: number;
  readonly firstDueDate?: BusinessDate;
  readonly dueDay?: number;
  readonly rhythm?: Rhythm;
  readonly installmentCents?: Cents;
  readonly finalInstallmentCents?: Cents;
};

/** Loan terms with the level payment that belongs to them, unless another is given. */
export function loanTerms(changes: Partial<LoanTerms> & ScheduleChanges = {}): LoanTerms {
  const {
    installmentCount: count = 60,
    firstDueDate = date('2026-02-15'),
    dueDay = 15,
    rhythm = { every: 'monthly', dueDay },
    installmentCents,
    finalInstallmentCents,
    ...given
  } = changes;
  const terms = { ...LOAN_TERMS, ...given };
  if (given.schedule !== undefined) return terms;
  const { amountFinancedCents, annualRatePpb } = terms;
  const perYear = installmentsPerYear(rhythm);
  const level =
    installmentCents ?? levelPayment(amountFinancedCents, annualRatePpb, count, perYear);
  const segment = { firstDueDate, rhythm, count, installmentCents: level };
  return { ...terms, schedule: levelSchedule(segment, finalInstallmentCents ?? level) };
}

/** The one segment of a schedule that never changed. */
export function onlySegment({ schedule }: LoanTerms): Segment {
  return schedule.segments[0];
}

/** A loan on the day it was made, or with another opening. */
export function sampleLoan(
  terms: LoanTerms = LOAN_TERMS,
  opening: Partial<LoanOpening> = {},
): LoanContract {
  const decision = boardLoan('loan-1', terms, {
    asOf: terms.originatedOn,
    principalCents: terms.amountFinancedCents,
    unpaidInterestCents: 0n,
    otherFeesCents: 0n,
    interestFrom: terms.originatedOn,
    satisfiedInstallments: 0,
    chargedOffCents: null,
    endedOn: null,
    ...opening,
  });
  const contract = decision.entries[0]?.after;
  if (contract?.product !== 'loan') throw new RangeError('a loan boards as a loan');
  return contract;
}

/** 32,145.50 to 19,890.00 in 36 months at 0.00198: 443.46 and 7 % tax, in advance on the 10th. */
export const LEASE_TERMS: LeaseTerms = leaseTermsFrom({
  product: 'lease',
  startsOn: date('2026-01-10'),
  termMonths: 36,
  dueDay: 10,
  timing: 'advance',
  adjustedCapitalizedCostCents: 32_145_50n,
  residualValueCents: 19_890_00n,
  basePaymentCents: 443_46n,
  moneyFactorPpb: 1_980_000n,
  implicitRateE18: 0n,
  betweenDueDates: 'pro-rata',
  tax: {
    method: 'each-payment',
    jurisdiction: 'CO',
    ratePpb: 70_000_000n,
    taxable: ['base-payment'],
  },
  mileage: {
    deliveryOdometer: 12,
    allowanceMiles: 36_000,
    boughtMiles: 0,
    excessMileCents: 25n,
  },
  endFees: { dispositionCents: 395_00n, purchaseOptionCents: 300_00n, earlyTerminationCents: 0n },
  securityDepositCents: 0n,
  capitalizedCostReductionCents: 0n,
  accounting: 'operating',
  policy: { ...DEMO_POLICY, graceDays: 10 },
  assumed: [],
});

/** Lease terms with the implicit rate that belongs to their amounts. */
export function leaseTerms(changes: Partial<LeaseTerms> = {}): LeaseTerms {
  return leaseTermsFrom({ ...LEASE_TERMS, ...changes });
}

function leaseTermsFrom(terms: LeaseTerms): LeaseTerms {
  const implicitRateE18 = implicitRate(
    terms.adjustedCapitalizedCostCents,
    terms.basePaymentCents,
    terms.residualValueCents,
    terms.termMonths,
    terms.timing,
  );
  if (implicitRateE18 === null) throw new RangeError('no rate makes these payments worth the cost');
  return { ...terms, implicitRateE18 };
}

/** A lease on the day it starts, nothing billed yet, or with another opening. */
export function sampleLease(
  terms: LeaseTerms = LEASE_TERMS,
  opening: Partial<LeaseOpening> = {},
): LeaseContract {
  const decision = boardLease('lease-1', terms, {
    asOf: terms.startsOn,
    billed: 0,
    open: [],
    prepaidCents: 0n,
    otherFeesCents: 0n,
    odometer: null,
    ended: null,
    ...opening,
  });
  const contract = decision.entries[0]?.after;
  if (contract?.product !== 'lease') throw new RangeError('a lease boards as a lease');
  return contract;
}
