import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import { toleratedCents } from '@roadbook/domain/contract/tolerance';
import { dueDateIn } from '@roadbook/domain/schedule/schedule';
import { addMonths, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import type { DayCount } from '@roadbook/domain/time/day-count';
import type { Lender } from '../../lender/lender.ts';
import { rateInForce } from '../check/rate-reading.ts';
import type { Party } from '../read/party/party.ts';
import { code, type Ex102Record, moneyCents, month } from '../read/schema/ex102-record.ts';
import { rhythmOf } from '../read/schema/payment-rhythm.ts';
import type { Assumptions } from './assumptions.ts';
import { dueDayOf, isOnePaymentMore } from './due-day.ts';
import { dueDayOfFirst, loanScheduleOf } from './loan-schedule.ts';

/** What the terms of a loan are made of, besides the record. */
export type LoanSources = {
  readonly record: Ex102Record;
  readonly parties: readonly Party[];
  readonly lender: Lender;
  readonly asOf: BusinessDate;
  readonly daysPastDue: number;
};

/**
 * The terms of a loan record, and whether its due day is stated. What neither file says is assumed
 * and recorded.
 */
export function loanTermsOf(
  sources: LoanSources,
  assume: Assumptions,
): { readonly terms: LoanTerms; readonly isDueDayStated: boolean } {
  const { record, parties, lender } = sources;
  const installmentCents =
    positive(moneyCents(record, 'reportingPeriodScheduledPaymentAmount')) ??
    positive(moneyCents(record, 'nextReportingPeriodPaymentAmountDue')) ??
    0n;
  const isOneUnpaid =
    rhythmOf(record) === 'monthly' &&
    isOnePaymentMore(
      moneyCents(record, 'nextReportingPeriodPaymentAmountDue'),
      installmentCents,
      toleratedCents(lender.loanPolicy, installmentCents),
    );
  const ofFirst = parties.some(({ dueDay }) => dueDay !== null) ? null : dueDayOfFirst(record);
  const { dueDay, isStated } =
    ofFirst !== null ? { dueDay: ofFirst, isStated: true } : dueDayOf(sources, isOneUnpaid, assume);
  const schedule = loanScheduleOf({ ...sources, dueDay, installmentCents }, assume);
  const originated = month(record, 'originationDate');
  const financed = moneyCents(record, 'originalLoanAmount');
  const balance = moneyCents(record, 'reportingPeriodActualEndBalanceAmount') ?? 0n;
  if (financed === undefined) {
    assume.orAssume('amountFinanced', null, balance.toString(), 'file-silent-end-balance');
  }
  const terms: LoanTerms = {
    product: 'loan',
    originatedOn:
      originated === undefined
        ? addMonths(date(`${dueDateIn(schedule, 1).slice(0, 7)}-01`), -1)
        : date(`${originated}-01`),
    amountFinancedCents: financed ?? balance,
    annualRatePpb: rateInForce(record) ?? 0n,
    dayCount: dayCountOf(record, lender, assume),
    schedule,
    policy: lender.loanPolicy,
    assumed: [],
  };
  return { terms, isDueDayStated: isStated };
}

function dayCountOf(record: Ex102Record, lender: Lender, assume: Assumptions): DayCount {
  const stated = code(record, 'dayCount') as DayCount | undefined;
  const usual = lender.boarding.dayCount ?? 'actual/365';
  return assume.orAssume('dayCount', stated, usual, 'file-silent-lender-default');
}

function positive(cents: bigint | undefined): bigint | null {
  return cents !== undefined && cents > 0n ? cents : null;
}
