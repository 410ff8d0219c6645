import type { OpenLeasePayment } from '@roadbook/domain/contract/contract';
import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import { toleratedCents } from '@roadbook/domain/contract/tolerance';
import type { LeaseOpening } from '@roadbook/domain/lease/board-lease';
import {
  leaseDueDate,
  leasePaymentCount,
  leasePaymentsDueBy,
} from '@roadbook/domain/lease/lease-calendar';
import { leasePaymentOf, totalOf } from '@roadbook/domain/lease/lease-charge';
import { applyToOpen } from '@roadbook/domain/lease/open-payments';
import { atLeastZero, type Cents, sumCents } from '@roadbook/domain/money/cents';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { DEFAULT_CHECKS } from '../../lender/boarding-checks.ts';
import type { Lender } from '../../lender/lender.ts';
import { checkLease } from '../check/check-lease.ts';
import { checkRhythm } from '../check/check-rhythm.ts';
import { collectFindings, type Finding, type Findings } from '../check/finding.ts';
import type { Party } from '../read/party/party.ts';
import type { Fault } from '../read/reject.ts';
import { codes, day, type Ex102Record, integer, moneyCents } from '../read/schema/ex102-record.ts';
import { isChargedOff } from '../read/schema/required-for-boarding.ts';
import { collectAssumptions } from './assumptions.ts';
import { cutOffOf } from './cut-off.ts';
import { endedOn } from './ended-on.ts';
import { holdsOf } from './holds-of.ts';
import { readingOf } from './lease-mileage.ts';
import { leaseTermsOf } from './map-lease-terms.ts';
import { type PaidPosition, paidPosition } from './paid-position.ts';

/** A lease as boarding understands it. */
export type MappedLease = {
  readonly terms: LeaseTerms;
  readonly opening: LeaseOpening;
  readonly findings: readonly Finding[];
  /** A value that the lease boards without. */
  readonly leftOut: Fault | null;
};

/**
 * Makes terms and opening balances of a lease record, or says why it cannot. The file does not say
 * when in the month payments fall due, how they are taxed, nor anything about miles: the parties
 * file may, and what it does not is assumed from the lender's defaults and recorded.
 */
export function mapLease(
  record: Ex102Record,
  parties: readonly Party[],
  lender: Lender,
  asOfOverride: BusinessDate | null,
  openDay: BusinessDate,
): MappedLease | Fault {
  const checks = lender.boarding.checks ?? DEFAULT_CHECKS;
  const assume = collectAssumptions();
  const findings = collectFindings(record, checks);
  const asOf = cutOffOf(record, asOfOverride);
  const daysPastDue = integer(record, 'currentDelinquencyStatus') ?? 0;
  const made = leaseTermsOf(
    { record, parties, lender, asOf, daysPastDue, checks },
    assume,
    findings,
  );
  if (!('terms' in made)) return made;
  const { terms, isDueDayStated } = made;
  const ended = endOf(record, asOf);
  const isRunning = ended === null;
  const facts = { asOf, daysPastDue, isRunning, isDueDayStated };
  const position = paidPosition(
    paidFactsOf(record, terms, facts),
    isRunning ? assume : collectAssumptions(),
    isRunning ? findings : collectFindings(record, checks),
  );
  if (isRunning) {
    checkRhythm(record, findings);
    checkLease(record, terms, asOf, checks, findings);
  }
  const { odometer, leftOut } = readingOf(parties, terms, asOf, openDay);
  return {
    terms: { ...terms, assumed: assume.list },
    opening: {
      ...openingOf(record, terms, { asOf, ended, position }, findings),
      odometer,
    },
    findings: findings.list,
    leftOut,
  };
}

type Standing = {
  readonly asOf: BusinessDate;
  readonly ended: LeaseOpening['ended'];
  readonly position: PaidPosition;
};

function openingOf(
  record: Ex102Record,
  terms: LeaseTerms,
  { asOf, ended, position }: Standing,
  findings: Findings,
): Omit<LeaseOpening, 'odometer'> {
  const isOwing = ended === null || ended.status === 'turned-in';
  const billed = leasePaymentsDueBy(terms, ended?.on ?? asOf);
  const fees = atLeastZero(moneyCents(record, 'otherAssessedUncollectedServicerFeeAmount') ?? 0n);
  return {
    asOf,
    billed,
    open: isOwing ? openPayments(terms, billed, position) : [],
    prepaidCents: ended === null ? prepaidCents(terms, billed, position) : 0n,
    otherFeesCents: isOwing ? fees : 0n,
    ended,
    holds: isOwing ? holdsOf(record, findings.list, asOf) : [],
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
  const balance = moneyCents(record, 'reportingPeriodEndingActualBalanceAmount') ?? 0n;
  if (isChargedOff(record)) {
    return { status: 'charged-off', on, chargedOffCents: atLeastZero(balance) };
  }
  return { status: isSettled ? 'closed' : 'turned-in', on, chargedOffCents: 0n };
}

function paidFactsOf(
  record: Ex102Record,
  terms: LeaseTerms,
  facts: {
    readonly asOf: BusinessDate;
    readonly daysPastDue: number;
    readonly isRunning: boolean;
    readonly isDueDayStated: boolean;
  },
): Parameters<typeof paidPosition>[0] {
  // What was paid at once is paid, whatever the file counts as past due.
  const isMonthly = terms.timing !== 'single-payment';
  const amountDue = moneyCents(record, 'nextReportingPeriodPaymentAmountDue');
  return {
    asOf: facts.asOf,
    count: leasePaymentCount(terms),
    dueBy: (on) => leasePaymentsDueBy(terms, on),
    dueDateOf: (number) => leaseDueDate(terms, number),
    amountOf: (number) => totalOf(leasePaymentOf(terms, number)),
    toleranceCents: toleratedCents(terms.policy, terms.basePaymentCents),
    daysPastDue: isMonthly ? facts.daysPastDue : 0,
    amountDueCents: facts.isRunning && isMonthly ? (amountDue ?? null) : null,
    feesCents: atLeastZero(moneyCents(record, 'otherAssessedUncollectedServicerFeeAmount') ?? 0n),
    paidThrough: facts.isRunning ? (day(record, 'paidThroughDate') ?? null) : null,
    dueDayAssumed: !facts.isDueDayStated || !isMonthly,
  };
}

/** Payments that fell due and are unpaid, what was paid of the oldest taken off it. */
function openPayments(
  terms: LeaseTerms,
  billed: number,
  { paid, towardNextCents }: PaidPosition,
): readonly OpenLeasePayment[] {
  const count = Math.max(0, billed - paid);
  const open = Array.from({ length: count }, (_, index) => leasePaymentOf(terms, paid + 1 + index));
  return applyToOpen(open, towardNextCents).open;
}

/** Money for payments that have not fallen due. */
function prepaidCents(
  terms: LeaseTerms,
  billed: number,
  { paid, towardNextCents }: PaidPosition,
): Cents {
  if (paid < billed) return 0n;
  const numbers = Array.from({ length: paid - billed }, (_, index) => billed + 1 + index);
  const whole = sumCents(numbers.map((number) => totalOf(leasePaymentOf(terms, number))));
  return whole + (paid < leasePaymentCount(terms) ? towardNextCents : 0n);
}
