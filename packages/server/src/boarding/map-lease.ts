import type { OpenLeasePayment } from '@roadbook/domain/contract/contract';
import type { LeaseTerms, MileageTerms } from '@roadbook/domain/contract/lease-terms';
import type { LeaseOpening } from '@roadbook/domain/lease/board-lease';
import { leaseDueDate, leasePaymentsDueBy } from '@roadbook/domain/lease/lease-calendar';
import { leasePaymentOf } from '@roadbook/domain/lease/lease-charge';
import { implicitRate } from '@roadbook/domain/lease/pricing';
import { atLeastZero } from '@roadbook/domain/money/cents';
import {
  addDays,
  addMonths,
  type BusinessDate,
  date,
  daysBetween,
  partsOf,
} from '@roadbook/domain/time/calendar';
import type { Lender } from '../lender/lender.ts';
import { type Assumptions, collectAssumptions } from './assumptions.ts';
import { endedOn } from './ended-on.ts';
import {
  codes,
  day,
  type Ex102Record,
  integer,
  moneyCents,
  month,
  text,
} from './read/ex102-record.ts';
import type { Party } from './read/party.ts';
import type { Fault } from './read/reject.ts';
import { isChargedOff } from './read/required-for-boarding.ts';

/** A lease as boarding understands it. */
export type MappedLease = {
  readonly terms: LeaseTerms;
  readonly opening: LeaseOpening;
  readonly endBalanceCents: bigint;
};

/**
 * Makes terms and opening balances of a lease record, or says why it cannot. The file does not say
 * when in the month payments fall due, how they are timed or taxed, nor anything about miles: the
 * parties file may, and what it does not is assumed from the lender's defaults and recorded.
 */
export function mapLease(
  record: Ex102Record,
  parties: readonly Party[],
  lender: Lender,
  asOfOverride: BusinessDate | null,
): MappedLease | Fault {
  const assume = collectAssumptions();
  const asOf = asOfOverride ?? day(record, 'reportingPeriodEndDate');
  if (asOf === undefined) throw new RangeError('a lease record has its period');
  const daysPastDue = integer(record, 'currentDelinquencyStatus') ?? 0;
  const terms = termsOf(record, parties, lender, asOf, daysPastDue, assume);
  if (!('product' in terms)) return terms;
  const ended = endOf(record, asOf);
  const isOwing = ended === null || ended.status === 'turned-in';
  const billed = leasePaymentsDueBy(terms, ended?.on ?? asOf);
  const fees = atLeastZero(moneyCents(record, 'otherAssessedUncollectedServicerFeeAmount') ?? 0n);
  const reading = parties.find(({ odometerReading }) => odometerReading !== null);
  return {
    terms: { ...terms, assumed: assume.list },
    opening: {
      asOf,
      billed,
      open: isOwing ? openBy(terms, asOf, billed, daysPastDue) : [],
      prepaidCents: 0n,
      otherFeesCents: isOwing ? fees : 0n,
      ended,
      odometer:
        reading?.odometerReading == null
          ? null
          : { miles: reading.odometerReading, on: reading.odometerReadOn ?? asOf },
    },
    endBalanceCents: moneyCents(record, 'reportingPeriodEndingActualBalanceAmount') ?? 0n,
  };
}

/**
 * How the lease had ended, if it had. One that the servicer charged off brings its end balance as a
 * memo; one that came back and is not settled yet still owes its open payments.
 */
function endOf(record: Ex102Record, asOf: BusinessDate): LeaseOpening['ended'] {
  const isSettled = codes(record, 'zeroBalanceCode').length > 0;
  if (!isSettled && codes(record, 'terminationIndicator').length === 0) return null;
  const on = endedOn(record, asOf);
  const chargedOffCents = moneyCents(record, 'reportingPeriodEndingActualBalanceAmount') ?? 0n;
  if (isChargedOff(record)) return { status: 'charged-off', on, chargedOffCents };
  return { status: isSettled ? 'closed' : 'turned-in', on, chargedOffCents: 0n };
}

function termsOf(
  record: Ex102Record,
  parties: readonly Party[],
  lender: Lender,
  asOf: BusinessDate,
  daysPastDue: number,
  assume: Assumptions,
): LeaseTerms | Fault {
  const termMonths = integer(record, 'originalLeaseTermNumber') ?? 0;
  const first = month(record, 'originalFirstPaymentDate');
  const cost = moneyCents(record, 'acquisitionCost') ?? 0n;
  const residual =
    moneyCents(record, 'contractResidualValue') ?? moneyCents(record, 'baseResidualValue') ?? 0n;
  const scheduled = moneyCents(record, 'reportingPeriodScheduledPaymentAmount') ?? 0n;
  const payment =
    scheduled > 0n ? scheduled : (moneyCents(record, 'nextReportingPeriodPaymentAmountDue') ?? 0n);
  if (first === undefined) throw new RangeError('a lease record has its first payment');
  const rate = implicitRate(cost, payment, residual, termMonths, 'advance');
  if (rate === null) return belowCost(record, termMonths);
  const fromDelinquency = daysPastDue > 0 ? partsOf(addDays(asOf, -daysPastDue)).day : null;
  const dueDay =
    parties.find((party) => party.dueDay !== null)?.dueDay ??
    assume.orAssume(
      'dueDay',
      null,
      fromDelinquency ?? lender.boarding.dueDay,
      fromDelinquency === null ? 'file-silent-lender-default' : 'from-days-past-due',
    );
  assume.orAssume('timing', null, 'advance', 'file-silent-lender-default');
  assume.orAssume('tax', null, lender.boarding.tax.method, 'file-silent-lender-default');
  return {
    product: 'lease',
    startsOn: addMonths(date(`${first}-01`), 0, dueDay),
    termMonths,
    dueDay,
    timing: 'advance',
    adjustedCapitalizedCostCents: cost,
    residualValueCents: residual,
    basePaymentCents: payment,
    moneyFactorPpb: null,
    implicitRateE18: rate,
    betweenDueDates: 'pro-rata',
    tax: lender.boarding.tax,
    mileage: mileageOf(parties, lender, termMonths, assume),
    endFees: lender.boarding.endFees,
    securityDepositCents: 0n,
    capitalizedCostReductionCents: 0n,
    accounting: 'operating',
    policy: lender.leasePolicy,
    assumed: [],
  };
}

function mileageOf(
  parties: readonly Party[],
  { boarding }: Lender,
  termMonths: number,
  assume: Assumptions,
): MileageTerms {
  const stated = <K extends 'deliveryOdometer' | 'allowanceMilesPerYear'>(key: K) =>
    parties.find((party) => party[key] !== null)?.[key];
  const why = 'file-silent-lender-default';
  const perYear = assume.orAssume(
    'allowanceMilesPerYear',
    stated('allowanceMilesPerYear'),
    boarding.allowanceMilesPerYear,
    why,
  );
  return {
    deliveryOdometer: assume.orAssume(
      'deliveryOdometer',
      stated('deliveryOdometer'),
      boarding.deliveryOdometer,
      why,
    ),
    allowanceMiles: Math.round((perYear * termMonths) / 12),
    boughtMiles: 0,
    excessMileCents: boarding.excessMileCents,
  };
}

function belowCost(record: Ex102Record, months: number): Fault {
  const element = 'reportingPeriodScheduledPaymentAmount';
  const isStated = (moneyCents(record, element) ?? 0n) > 0n;
  const stated = isStated ? element : 'nextReportingPeriodPaymentAmountDue';
  return {
    element: stated,
    value: text(record, stated) ?? null,
    rule: 'no-implicit-rate',
    sentence: `${months} of these and the residual value do not reach the acquisition cost.`,
    accepted: 'a payment, term, residual value and cost with an implicit rate of 0 or more',
  };
}

/**
 * Payments that had fallen due and were unpaid at the cut-off, as far back as the days past due.
 */
function openBy(
  terms: LeaseTerms,
  asOf: BusinessDate,
  billed: number,
  daysPastDue: number,
): OpenLeasePayment[] {
  if (daysPastDue <= 0) return [];
  const wanted = addDays(asOf, -daysPastDue);
  const open: OpenLeasePayment[] = [];
  for (let number = 1; number <= billed; number += 1) {
    const isOpen = daysBetween(wanted, leaseDueDate(terms, number)) > -15;
    if (isOpen) open.push(leasePaymentOf(terms, number));
  }
  return open;
}
