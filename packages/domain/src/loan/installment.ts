import type { LoanTerms } from '../contract/loan-terms.ts';
import { toleratedCents } from '../contract/tolerance.ts';
import { atLeastZero, type Cents, minCents } from '../money/cents.ts';
import {
  dueDateIn,
  type Installment,
  installmentCountOf,
  installmentIn,
  installmentsBy,
  paidBy,
  segmentOf,
  sumThrough,
} from '../schedule/schedule.ts';
import type { BusinessDate } from '../time/calendar.ts';

/** How many installments the borrower promised. */
export function countOf({ schedule }: LoanTerms): number {
  return installmentCountOf(schedule);
}

/** The due date of installment `number`, counted from 1. */
export function dueDateOf({ schedule }: LoanTerms, number: number): BusinessDate {
  return dueDateIn(schedule, number);
}

export function installmentOf({ schedule }: LoanTerms, number: number): Installment {
  return installmentIn(schedule, number);
}

/** The last due date; after it the loan has matured and everything left is due. */
export function maturityDateOf(terms: LoanTerms): BusinessDate {
  return dueDateOf(terms, countOf(terms));
}

/** How many installments have fallen due on or before a day. */
export function installmentsDueBy({ schedule }: LoanTerms, on: BusinessDate): number {
  return installmentsBy(schedule, on);
}

/** The sum of the first `count` installments. */
export function scheduledThrough({ schedule }: LoanTerms, count: number): Cents {
  return sumThrough(schedule, count);
}

/** The shortfall of an installment that still counts as satisfied: a fixed amount and a share. */
export function toleranceOf({ policy, schedule }: LoanTerms, number: number): Cents {
  return toleratedCents(policy, segmentOf(schedule, number).installmentCents);
}

/** How many installments are satisfied by the money counted toward them. */
export function satisfiedCount({ policy, schedule }: LoanTerms, paidToward: Cents): number {
  return paidBy(schedule, paidToward, (segment) =>
    toleratedCents(policy, segment.installmentCents),
  );
}

/** What is unpaid of installment `number` when earlier ones are paid first. */
export function unpaidOf(terms: LoanTerms, paidToward: Cents, number: number): Cents {
  const { amountCents } = installmentOf(terms, number);
  return minCents(amountCents, atLeastZero(scheduledThrough(terms, number) - paidToward));
}
