import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import { toleratedCents } from '@roadbook/domain/contract/tolerance';
import { implicitRate } from '@roadbook/domain/lease/pricing';
import { atLeastZero, type Cents } from '@roadbook/domain/money/cents';
import { addMonths, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import type { BoardingChecks } from '../../lender/boarding-checks.ts';
import type { Lender } from '../../lender/lender.ts';
import type { Findings } from '../check/finding.ts';
import type { Party } from '../read/party/party.ts';
import type { Fault } from '../read/reject.ts';
import { code, type Ex102Record, moneyCents, month, written } from '../read/schema/ex102-record.ts';
import type { Assumptions } from './assumptions.ts';
import { dueDayOf, isOnePaymentMore } from './due-day.ts';
import { mileageOf } from './lease-mileage.ts';
import { leaseTermOf } from './lease-term.ts';
import { leaseTimingOf } from './lease-timing.ts';

/** What the terms of a lease are made of, besides the record. */
export type LeaseSources = {
  readonly record: Ex102Record;
  readonly parties: readonly Party[];
  readonly lender: Lender;
  readonly asOf: BusinessDate;
  readonly daysPastDue: number;
  readonly checks: BoardingChecks;
};

export type LeaseTermsMade = { readonly terms: LeaseTerms; readonly isDueDayStated: boolean };

/** The terms of a lease record, or why it has none. What no file says is assumed and recorded. */
export function leaseTermsOf(
  sources: LeaseSources,
  assume: Assumptions,
  findings: Findings,
): LeaseTermsMade | Fault {
  const { record, parties, lender, checks } = sources;
  const first = month(record, 'originalFirstPaymentDate');
  if (first === undefined) throw new RangeError('a lease record has its first payment');
  const cost = moneyCents(record, 'acquisitionCost') ?? 0n;
  const residual =
    moneyCents(record, 'contractResidualValue') ?? moneyCents(record, 'baseResidualValue') ?? 0n;
  const termMonths = leaseTermOf(record, checks, assume, findings);
  const timing = leaseTimingOf(record, lender, assume);
  const payment =
    timing === 'single-payment'
      ? singlePayment(record, { cost, residual, termMonths }, assume)
      : statedPayment(record);
  const rate = implicitRate(cost, payment, residual, termMonths, timing);
  if (rate === null) return belowCost(record, termMonths);
  const isOneUnpaid = isOnePaymentMore(
    moneyCents(record, 'nextReportingPeriodPaymentAmountDue'),
    timing === 'single-payment' ? 0n : payment,
    toleratedCents(lender.leasePolicy, payment),
  );
  const { dueDay, isStated } = dueDayOf(sources, isOneUnpaid, assume);
  assume.orAssume('tax', null, lender.boarding.tax.method, 'file-silent-lender-default');
  // In arrears the first payment falls due a month after the lease begins.
  const toStart = timing === 'arrears' ? -1 : 0;
  const terms: LeaseTerms = {
    product: 'lease',
    startsOn: addMonths(date(`${first}-01`), toStart, dueDay),
    termMonths,
    dueDay,
    timing,
    adjustedCapitalizedCostCents: cost,
    residualValueCents: residual,
    basePaymentCents: payment,
    moneyFactorPpb: null,
    implicitRateE18: rate,
    betweenDueDates: 'pro-rata',
    tax: lender.boarding.tax,
    mileage: mileageOf(record, parties, lender, termMonths, assume),
    endFees: lender.boarding.endFees,
    securityDepositCents: atLeastZero(moneyCents(record, 'securityDepositAmount') ?? 0n),
    capitalizedCostReductionCents: atLeastZero(
      moneyCents(record, 'capitalizedCostReductionAmount') ?? 0n,
    ),
    accounting: accountingOf(record, lender),
    policy: lender.leasePolicy,
    assumed: [],
  };
  return { terms, isDueDayStated: isStated };
}

/** What falls due each month: what was scheduled, else what is due next. */
function statedPayment(record: Ex102Record): Cents {
  const scheduled = moneyCents(record, 'reportingPeriodScheduledPaymentAmount') ?? 0n;
  if (scheduled > 0n) return scheduled;
  return atLeastZero(moneyCents(record, 'nextReportingPeriodPaymentAmountDue') ?? 0n);
}

/**
 * What was paid at once on a prepaid lease. Some files state it, some the month's share of it, and
 * some nothing, as nothing is scheduled any more: then it is what the car loses over the term.
 */
function singlePayment(
  record: Ex102Record,
  {
    cost,
    residual,
    termMonths,
  }: Readonly<Record<'cost' | 'residual', Cents>> & {
    readonly termMonths: number;
  },
  assume: Assumptions,
): Cents {
  const stated = statedPayment(record);
  if (stated + residual >= cost) return stated;
  const assumed = (cents: Cents, reason: string): Cents => {
    assume.orAssume('basePayment', null, cents.toString(), reason);
    return cents;
  };
  const whole = stated * BigInt(termMonths);
  if (stated > 0n && whole + residual >= cost) return assumed(whole, 'from-monthly-payments');
  return assumed(atLeastZero(cost - residual), 'from-cost-and-residual');
}

function accountingOf(record: Ex102Record, lender: Lender): LeaseTerms['accounting'] {
  const stated = code(record, 'leaseAccounting') as LeaseTerms['accounting'] | undefined;
  return stated ?? lender.boarding.leaseAccounting ?? 'operating';
}

function belowCost(record: Ex102Record, months: number): Fault {
  return {
    element: 'reportingPeriodScheduledPaymentAmount',
    value:
      written(record, 'reportingPeriodScheduledPaymentAmount') ??
      written(record, 'nextReportingPeriodPaymentAmountDue'),
    rule: 'no-implicit-rate',
    sentence: `${months} of these and the residual value do not reach the acquisition cost.`,
    accepted: 'a payment, term, residual value and cost with an implicit rate of 0 or more',
  };
}
