import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import type { LoanOpening } from '@roadbook/domain/loan/board-loan';
import { dueDateOf, installmentsDueBy } from '@roadbook/domain/loan/installment';
import { atLeastZero } from '@roadbook/domain/money/cents';
import { levelSchedule } from '@roadbook/domain/schedule/schedule';
import {
  addDays,
  addMonths,
  type BusinessDate,
  date,
  daysBetween,
  monthsBetween,
  partsOf,
} from '@roadbook/domain/time/calendar';
import type { Lender } from '../lender/lender.ts';
import { type Assumptions, collectAssumptions } from './assumptions.ts';
import { endedOn } from './ended-on.ts';
import { day, type Ex102Record, integer, moneyCents, month, ratePpb } from './read/ex102-record.ts';
import type { Party } from './read/party.ts';
import { isChargedOff } from './read/required-for-boarding.ts';

/** A loan as boarding understands it. */
export type MappedLoan = {
  readonly terms: LoanTerms;
  readonly opening: LoanOpening;
  /** What the file says is left, for the control totals. */
  readonly endBalanceCents: bigint;
};

const BALANCE = 'reportingPeriodActualEndBalanceAmount';

/**
 * Makes terms and opening balances of a loan record. The file names months, not days: the due day
 * comes from the parties file, else from the days past due, else from the lender's default, and is
 * then recorded as assumed.
 */
export function mapLoan(
  record: Ex102Record,
  parties: readonly Party[],
  lender: Lender,
  asOfOverride: BusinessDate | null,
): MappedLoan {
  const assume = collectAssumptions();
  const asOf = asOfOverride ?? day(record, 'reportingPeriodEndingDate');
  if (asOf === undefined) throw new RangeError('a loan record has its period');
  const endBalanceCents = moneyCents(record, BALANCE) ?? 0n;
  const daysPastDue = integer(record, 'currentDelinquencyStatus') ?? 0;
  const terms = termsOf(record, parties, lender, asOf, daysPastDue, assume);
  const chargedOff = isChargedOff(record);
  const owed = chargedOff ? 0n : endBalanceCents;
  const fees = atLeastZero(moneyCents(record, 'otherAssessedUncollectedServicerFeeAmount') ?? 0n);
  const isLive = !chargedOff && owed > 0n;
  const paidThrough = day(record, 'interestPaidThroughDate');
  const interestFrom = isLive
    ? assume.orAssume('interestPaidThrough', paidThrough, asOf, 'file-silent-cut-off')
    : (paidThrough ?? asOf);
  return {
    terms: { ...terms, assumed: assume.list },
    opening: {
      asOf,
      principalCents: owed,
      unpaidInterestCents: 0n,
      otherFeesCents: isLive ? fees : 0n,
      interestFrom,
      satisfiedInstallments: satisfiedBy(terms, asOf, daysPastDue),
      chargedOffCents: chargedOff ? endBalanceCents : null,
      endedOn: isLive ? null : endedOn(record, asOf),
    },
    endBalanceCents,
  };
}

function termsOf(
  record: Ex102Record,
  parties: readonly Party[],
  lender: Lender,
  asOf: BusinessDate,
  daysPastDue: number,
  assume: Assumptions,
): LoanTerms {
  const { boarding, loanPolicy } = lender;
  const statedDueDay = parties.find(({ dueDay }) => dueDay !== null)?.dueDay;
  const fromDelinquency = daysPastDue > 0 ? partsOf(addDays(asOf, -daysPastDue)).day : null;
  const dueDay =
    statedDueDay ??
    assume.orAssume(
      'dueDay',
      null,
      fromDelinquency ?? boarding.dueDay,
      fromDelinquency === null ? 'file-silent-lender-default' : 'from-days-past-due',
    );
  const maturity = month(record, 'loanMaturityDate');
  const term = integer(record, 'originalLoanTerm') ?? 0;
  if (maturity === undefined) throw new RangeError('a loan record has its maturity');
  const maturityMonth = date(`${maturity}-01`);
  const statedFirst = month(record, 'originalFirstPaymentDate');
  const firstMonth =
    statedFirst === undefined ? addMonths(maturityMonth, 1 - term) : date(`${statedFirst}-01`);
  if (statedFirst === undefined) {
    assume.orAssume('firstDueDate', null, firstMonth.slice(0, 7), 'from-term-and-maturity');
  }
  const installmentCount = Math.max(1, monthsBetween(firstMonth, maturityMonth) + 1);
  const installmentCents =
    positive(moneyCents(record, 'reportingPeriodScheduledPaymentAmount')) ??
    positive(moneyCents(record, 'nextReportingPeriodPaymentAmountDue')) ??
    0n;
  const rate =
    ratePpb(record, 'reportingPeriodInterestRatePercentage') ??
    ratePpb(record, 'originalInterestRatePercentage');
  const originated = month(record, 'originationDate');
  const financed = moneyCents(record, 'originalLoanAmount');
  const balance = moneyCents(record, BALANCE) ?? 0n;
  if (financed === undefined) {
    assume.orAssume('amountFinanced', null, balance.toString(), 'file-silent-end-balance');
  }
  assume.orAssume('dayCount', null, 'actual/365', 'file-silent-lender-default');
  return {
    product: 'loan',
    originatedOn: originated === undefined ? addMonths(firstMonth, -1) : date(`${originated}-01`),
    amountFinancedCents: financed ?? balance,
    annualRatePpb: rate ?? 0n,
    dayCount: 'actual/365',
    schedule: levelSchedule({
      firstDueDate: addMonths(firstMonth, 0, dueDay),
      rhythm: { every: 'monthly', dueDay },
      count: installmentCount,
      installmentCents,
    }),
    policy: loanPolicy,
    assumed: [],
  };
}

function positive(cents: bigint | undefined): bigint | null {
  return cents !== undefined && cents > 0n ? cents : null;
}

/**
 * Installments satisfied at the cut-off: all before the one that lies as many days back as past
 * due.
 */
function satisfiedBy(terms: LoanTerms, asOf: BusinessDate, daysPastDue: number): number {
  const due = installmentsDueBy(terms, asOf);
  if (daysPastDue <= 0) return due;
  const wanted = addDays(asOf, -daysPastDue);
  let nearest = 1;
  for (let number = 1; number <= due; number += 1) {
    const distance = Math.abs(daysBetween(dueDateOf(terms, number), wanted));
    const best = Math.abs(daysBetween(dueDateOf(terms, nearest), wanted));
    if (distance <= best) nearest = number;
  }
  return nearest - 1;
}
