import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import { simpleInterest } from '@roadbook/domain/loan/accrual';
import { dueDateOf } from '@roadbook/domain/loan/installment';
import type { Cents } from '@roadbook/domain/money/cents';
import {
  addDays,
  addMonths,
  type BusinessDate,
  daysBetween,
  earlierOf,
} from '@roadbook/domain/time/calendar';
import { type DemoCalendar, wasPaidBy } from './demo-calendar.ts';

/** Where a loan stood at the cut-off, and what the last reporting period brought in. */
export type LoanStanding = {
  readonly principalCents: Cents;
  /** The principal when the reporting period began. */
  readonly beginPrincipalCents: Cents;
  readonly interestPaidThrough: BusinessDate;
  readonly paidInstallments: number;
  readonly daysPastDue: number;
  readonly interestCollectedCents: Cents;
  readonly principalCollectedCents: Cents;
};

/**
 * The books of the former servicer: each installment paid so many days after its due date, interest
 * to that day first. The same arithmetic as ours, so the files are as a careful servicer's are.
 */
export function loanStandingAt(
  terms: LoanTerms,
  { cutOff, periodFrom }: DemoCalendar,
  lateBy: number,
): LoanStanding {
  let principal = terms.amountFinancedCents;
  const [{ firstDueDate, installmentCents }] = terms.schedule.segments;
  let from = addMonths(firstDueDate, -1);
  let number = 1;
  let begin: Cents | null = null;
  let interestCollectedCents = 0n;
  for (; wasPaidBy(cutOff, dueDateOf(terms, number), lateBy); number += 1) {
    const paidOn = earlierOf(addDays(dueDateOf(terms, number), lateBy), cutOff);
    const interest = simpleInterest(principal, terms.annualRatePpb, terms.dayCount, from, paidOn);
    if (paidOn >= periodFrom) {
      begin ??= principal;
      interestCollectedCents += interest;
    }
    principal -= installmentCents - interest;
    from = paidOn;
  }
  return {
    principalCents: principal,
    beginPrincipalCents: begin ?? principal,
    interestPaidThrough: from,
    paidInstallments: number - 1,
    daysPastDue: Math.max(0, daysBetween(dueDateOf(terms, number), cutOff)),
    interestCollectedCents,
    principalCollectedCents: (begin ?? principal) - principal,
  };
}
