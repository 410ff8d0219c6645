import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import { dueDateOf, installmentsDueBy, maturityDateOf } from '@roadbook/domain/loan/installment';
import { toCount } from '@roadbook/domain/money/count';
import { floorDivide } from '@roadbook/domain/money/divide';
import { PPB_ONE } from '@roadbook/domain/money/rate';
import { installmentsPerYear } from '@roadbook/domain/schedule/rhythm';
import {
  type BusinessDate,
  date,
  daysBetween,
  monthsBetween,
} from '@roadbook/domain/time/calendar';
import type { BoardingChecks } from '../../lender/boarding-checks.ts';
import { code, day, integer, month, ratePpb, type Stated } from '../read/schema/ex102-record.ts';
import { isBalloon } from '../read/schema/payment-rhythm.ts';
import type { Findings } from './finding.ts';
import { paymentPerMille, rateReading } from './rate-reading.ts';

/** A loan that is still paid, with what boarding made of it. */
export type LoanToCheck = {
  readonly record: Stated;
  readonly terms: LoanTerms;
  readonly asOf: BusinessDate;
  readonly balanceCents: bigint;
  readonly daysPastDue: number;
};

/** Holds the numbers of one running loan against each other, by the lender's limits. */
export function checkLoan(loan: LoanToCheck, checks: BoardingChecks, findings: Findings): void {
  checkRate(loan, checks, findings);
  checkInterestRule(loan, findings);
  checkTerm(loan, checks, findings);
  checkInterestPaid(loan, checks, findings);
  const { amountFinancedCents } = loan.terms;
  if (amountFinancedCents > 0n) {
    findings.measure({
      rule: 'balance-over-original',
      element: 'reportingPeriodActualEndBalanceAmount',
      value: toCount(floorDivide(loan.balanceCents * 1000n, amountFinancedCents)),
      limit: checks.balancePerMille,
      sentence: 'The balance is larger than the amount that was financed.',
      accepted: 'a balance that is not far above originalLoanAmount',
    });
  }
}

function checkRate(
  { record, terms, balanceCents }: LoanToCheck,
  checks: BoardingChecks,
  findings: Findings,
) {
  const { annualRatePpb } = terms;
  const [{ installmentCents, rhythm }] = terms.schedule.segments;
  if (rateReading(record, checks) === 'percent') {
    findings.add(
      'rate-contradicts-payment',
      rateElement(record),
      'As a fraction this rate needs a payment several times as large; as a percent it fits.',
      'the rate as a fraction, 0.9 % as 0.009; a whole file of percents with --rates percent',
    );
    return;
  }
  const share = paymentPerMille(record, annualRatePpb);
  if (share !== null) {
    findings.measure({
      rule: 'payment-off-level',
      element: 'reportingPeriodScheduledPaymentAmount',
      value: share,
      limit: checks.paymentPerMille,
      sentence: 'The payment is far from the level payment of amount, rate and term.',
      accepted: 'a payment that goes with the amount, the rate and the term',
    });
  }
  if (
    installmentCents * BigInt(installmentsPerYear(rhythm)) * PPB_ONE <
      balanceCents * annualRatePpb &&
    !isBalloon(record)
  ) {
    findings.add(
      'payment-below-interest',
      'reportingPeriodScheduledPaymentAmount',
      'The payment is less than the interest of its period, so the balance will never go down.',
      'a payment above the interest of its period',
    );
  }
}

function rateElement(record: Stated): string {
  const name = 'reportingPeriodInterestRatePercentage';
  return record.fields.has(name) ? name : 'originalInterestRatePercentage';
}

function checkInterestRule({ record, terms, asOf }: LoanToCheck, findings: Findings): void {
  if (code(record, 'interestCalculationTypeCode') === '98') {
    findings.add(
      'interest-not-simple',
      'interestCalculationTypeCode',
      'The interest of this loan is not simple interest, which is what is computed here.',
      '1, simple interest',
    );
  }
  const next = ratePpb(record, 'nextInterestRatePercentage');
  if (next !== undefined && next > 0n && next !== terms.annualRatePpb) {
    const isAdjustable = code(record, 'originalInterestRateTypeCode') !== '1';
    findings.add(
      'rate-changes',
      isAdjustable ? 'originalInterestRateTypeCode' : 'nextInterestRatePercentage',
      'The rate of the next period is another one; the rate in force was taken.',
      'the rate of the period as the rate of the next one',
    );
  }
  const months = integer(record, 'originalInterestOnlyTermNumber') ?? 0;
  if (months > 0 && installmentsDueBy(terms, asOf) < months) {
    findings.add(
      'interest-only',
      'originalInterestOnlyTermNumber',
      'For some months more only interest is paid, which is not serviced here.',
      'a loan whose interest-only months are over',
    );
  }
}

function checkTerm(
  { record, terms, asOf }: LoanToCheck,
  checks: BoardingChecks,
  findings: Findings,
) {
  const term = integer(record, 'originalLoanTerm');
  if (term !== undefined) {
    findings.measure({
      rule: 'maturity-off-term',
      element: 'loanMaturityDate',
      value: Math.abs(monthsBetween(dueDateOf(terms, 1), maturityDateOf(terms)) + 1 - term),
      limit: checks.maturityMonths,
      sentence: 'The months until maturity are not the months of the term; maturity was taken.',
      accepted: 'a maturity that goes with originalLoanTerm',
    });
  }
  const stated = integer(record, 'remainingTermToMaturityNumber');
  const left = Math.max(0, monthsBetween(asOf, maturityDateOf(terms)));
  if (stated !== undefined && stated > 0) {
    findings.measure({
      rule: 'remaining-term-off',
      element: 'remainingTermToMaturityNumber',
      value: Math.abs(left - stated),
      limit: checks.remainingMonths,
      sentence: 'The months stated as left are not those until maturity; maturity was taken.',
      accepted: 'the months from the cut-off to loanMaturityDate',
    });
  }
  const grace = integer(record, 'gracePeriodNumber') ?? 0;
  const originated = month(record, 'originationDate');
  const first = month(record, 'originalFirstPaymentDate');
  if (grace > 0 && originated !== undefined && first !== undefined) {
    const months = monthsBetween(date(`${originated}-01`), date(`${first}-01`));
    if (Math.abs(months - grace) > 2) {
      findings.add(
        'grace-disagrees',
        'gracePeriodNumber',
        'The months without a payment are not those until the first payment, which was taken.',
        'the months from originationDate to originalFirstPaymentDate',
      );
    }
  }
}

function checkInterestPaid(loan: LoanToCheck, checks: BoardingChecks, findings: Findings): void {
  const { record, asOf, daysPastDue } = loan;
  const paidThrough = day(record, 'interestPaidThroughDate');
  if (paidThrough === undefined) return;
  const element = 'interestPaidThroughDate';
  const ahead = daysBetween(asOf, paidThrough);
  findings.measure({
    rule: 'interest-paid-ahead',
    element,
    value: ahead,
    limit: checks.interestPaidAheadDays,
    sentence:
      'Interest is said to be paid through a day after the cut-off; none accrues until then.',
    accepted: 'a day that is not after the cut-off',
  });
  findings.measure({
    rule: 'interest-paid-behind',
    element,
    value: -ahead - daysPastDue,
    limit: checks.interestPaidBehindDays,
    sentence: 'Interest is unpaid for far longer than the payments are.',
    accepted: 'a day that goes with the days past due',
  });
}
