import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import type { LoanOpening } from '@roadbook/domain/loan/board-loan';
import {
  countOf,
  dueDateOf,
  installmentOf,
  installmentsDueBy,
  toleranceOf,
} from '@roadbook/domain/loan/installment';
import { atLeastZero } from '@roadbook/domain/money/cents';
import type { Schedule } from '@roadbook/domain/schedule/schedule';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { DEFAULT_CHECKS } from '../../lender/boarding-checks.ts';
import type { Lender } from '../../lender/lender.ts';
import { checkLoan } from '../check/check-loan.ts';
import { checkRhythm } from '../check/check-rhythm.ts';
import { collectFindings, type Finding, type Findings } from '../check/finding.ts';
import type { Party } from '../read/party/party.ts';
import type { Fault } from '../read/reject.ts';
import { day, type Ex102Record, flag, integer, moneyCents } from '../read/schema/ex102-record.ts';
import { isBalloon } from '../read/schema/payment-rhythm.ts';
import { type Assumptions, collectAssumptions } from './assumptions.ts';
import { balloonCents } from './balloon.ts';
import { cutOffOf } from './cut-off.ts';
import { endedOn } from './ended-on.ts';
import { holdsOf } from './holds-of.ts';
import { type LoanEnd, loanEnd } from './loan-end.ts';
import { loanTermsOf } from './map-loan-terms.ts';
import { type PaidPosition, paidPosition } from './paid-position.ts';

/** A loan as boarding understands it. */
export type MappedLoan = {
  readonly terms: LoanTerms;
  readonly opening: LoanOpening;
  readonly findings: readonly Finding[];
};

/**
 * Makes terms and opening balances of a loan record, or says why it cannot. The file names months,
 * not days: the due day comes from the parties file, else from the days past due, else from the
 * lender's default, and is then recorded as assumed.
 */
export function mapLoan(
  record: Ex102Record,
  parties: readonly Party[],
  lender: Lender,
  asOfOverride: BusinessDate | null,
): MappedLoan | Fault {
  const checks = lender.boarding.checks ?? DEFAULT_CHECKS;
  const assume = collectAssumptions();
  const findings = collectFindings(record, checks);
  const asOf = cutOffOf(record, asOfOverride);
  const balanceCents = moneyCents(record, 'reportingPeriodActualEndBalanceAmount') ?? 0n;
  const ending = loanEnd(record, balanceCents, checks);
  if ('rule' in ending) return ending;
  const isRunning = ending.end === 'running';
  const daysPastDue = integer(record, 'currentDelinquencyStatus') ?? 0;
  const sources = { record, parties, lender, asOf, daysPastDue };
  const { terms, isDueDayStated } = loanTermsOf(sources, assume);
  const position = paidPosition(
    paidFactsOf(record, terms, { asOf, daysPastDue, balanceCents, isRunning, isDueDayStated }),
    isRunning ? assume : collectAssumptions(),
    isRunning ? findings : collectFindings(record, checks),
  );
  if (isRunning) {
    checkRhythm(record, findings);
    checkLoan({ record, terms, asOf, balanceCents, daysPastDue }, checks, findings);
  }
  noteEnd(record, ending, assume, findings);
  const schedule =
    isRunning && isBalloon(record)
      ? withBalloon(terms, balanceCents, position, assume)
      : terms.schedule;
  return {
    terms: { ...terms, schedule, assumed: assume.list },
    opening: openingOf(record, { asOf, balanceCents, ending, position }, assume, findings),
    findings: findings.list,
  };
}

type Standing = {
  readonly asOf: BusinessDate;
  readonly balanceCents: bigint;
  readonly ending: LoanEnd;
  readonly position: PaidPosition;
};

function openingOf(
  record: Ex102Record,
  { asOf, balanceCents, ending, position }: Standing,
  assume: Assumptions,
  findings: Findings,
): LoanOpening {
  const isRunning = ending.end === 'running';
  const fees = atLeastZero(moneyCents(record, 'otherAssessedUncollectedServicerFeeAmount') ?? 0n);
  const paidThrough = day(record, 'interestPaidThroughDate');
  return {
    asOf,
    principalCents: isRunning ? balanceCents : 0n,
    unpaidInterestCents: 0n,
    otherFeesCents: isRunning ? fees : 0n,
    interestFrom: isRunning
      ? assume.orAssume('interestPaidThrough', paidThrough, asOf, 'file-silent-cut-off')
      : (paidThrough ?? asOf),
    satisfiedInstallments: position.paid,
    paidTowardNextCents: position.towardNextCents,
    creditCents: ending.end === 'overpaid' ? ending.creditCents : 0n,
    endBalanceMemoCents: ending.memoCents,
    chargedOffCents: ending.end === 'charged-off' ? balanceCents : null,
    endedOn: isRunning ? null : endedOn(record, asOf),
    holds: isRunning ? holdsOf(record, findings.list, asOf) : [],
  };
}

/** A repossessed car, or a loan that one more payment ends, asks for no payment as usual. */
function paidFactsOf(
  record: Ex102Record,
  terms: LoanTerms,
  {
    asOf,
    daysPastDue,
    balanceCents,
    isRunning,
    isDueDayStated,
  }: {
    readonly asOf: BusinessDate;
    readonly daysPastDue: number;
    readonly balanceCents: bigint;
    readonly isRunning: boolean;
    readonly isDueDayStated: boolean;
  },
): Parameters<typeof paidPosition>[0] {
  const asksAsUsual =
    isRunning &&
    flag(record, 'repossessedIndicator') !== true &&
    balanceCents >= installmentOf(terms, 1).amountCents;
  const amountDue = moneyCents(record, 'nextReportingPeriodPaymentAmountDue');
  return {
    asOf,
    count: countOf(terms),
    dueBy: (on) => installmentsDueBy(terms, on),
    dueDateOf: (number) => dueDateOf(terms, number),
    amountOf: (number) => installmentOf(terms, number).amountCents,
    toleranceCents: toleranceOf(terms, 1),
    daysPastDue,
    amountDueCents: asksAsUsual ? (amountDue ?? null) : null,
    feesCents: atLeastZero(moneyCents(record, 'otherAssessedUncollectedServicerFeeAmount') ?? 0n),
    paidThrough: day(record, 'paidThroughDate') ?? null,
    dueDayAssumed: !isDueDayStated,
  };
}

function noteEnd(
  record: Ex102Record,
  { end, memoCents }: LoanEnd,
  assume: Assumptions,
  findings: Findings,
): void {
  if (memoCents > 0n) {
    assume.orAssume('endBalance', null, memoCents.toString(), 'closed-with-balance');
  }
  if (end === 'overpaid' && !record.fields.has('zeroBalanceCode')) {
    findings.add(
      'credit-balance-without-end',
      'reportingPeriodActualEndBalanceAmount',
      'The balance is below zero, and no zeroBalanceCode says that the loan ended; it was closed.',
      'a zeroBalanceCode, or a balance of 0 or more',
    );
  }
}

function withBalloon(
  terms: LoanTerms,
  balanceCents: bigint,
  { paid }: PaidPosition,
  assume: Assumptions,
): Schedule {
  const cents = balloonCents(terms, balanceCents, paid);
  assume.orAssume('finalInstallment', null, cents.toString(), 'from-balance-and-payments');
  return { ...terms.schedule, finalInstallmentCents: cents };
}
