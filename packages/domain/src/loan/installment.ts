import type { LoanTerms } from '../contract/loan-terms.ts';
import { toleratedCents } from '../contract/tolerance.ts';
import { atLeastZero, type Cents, minCents } from '../money/cents.ts';
import { toCount } from '../money/count.ts';
import { floorDivide } from '../money/divide.ts';
import { addMonths, type BusinessDate, monthsBetween } from '../time/calendar.ts';

/** One promised payment of a loan. */
export type Installment = {
  readonly number: number;
  readonly dueDate: BusinessDate;
  readonly amountCents: Cents;
};

/** The due date of installment `number`, counted from 1. */
export function dueDateOf(terms: LoanTerms, number: number): BusinessDate {
  return addMonths(terms.firstDueDate, number - 1, terms.dueDay);
}

export function installmentOf(terms: LoanTerms, number: number): Installment {
  const last = number === terms.installmentCount;
  return {
    number,
    dueDate: dueDateOf(terms, number),
    amountCents: last ? terms.finalInstallmentCents : terms.installmentCents,
  };
}

/** The last due date; after it the loan has matured and everything left is due. */
export function maturityDateOf(terms: LoanTerms): BusinessDate {
  return dueDateOf(terms, terms.installmentCount);
}

/** How many installments have fallen due on or before a day. */
export function installmentsDueBy(terms: LoanTerms, on: BusinessDate): number {
  if (on < terms.firstDueDate) return 0;
  const months = monthsBetween(terms.firstDueDate, on);
  const reached = dueDateOf(terms, months + 1) <= on ? months + 1 : months;
  return reached < terms.installmentCount ? reached : terms.installmentCount;
}

/** The sum of the first `count` installments. */
export function scheduledThrough(terms: LoanTerms, count: number): Cents {
  if (count <= 0) return 0n;
  const level = BigInt(count < terms.installmentCount ? count : terms.installmentCount - 1);
  const last = count >= terms.installmentCount ? terms.finalInstallmentCents : 0n;
  return level * terms.installmentCents + last;
}

/** The shortfall that still counts as satisfied: within a fixed amount and a share. */
export function toleranceOf(terms: LoanTerms): Cents {
  return toleratedCents(terms.policy, terms.installmentCents);
}

/** How many installments are satisfied by the money counted toward them. */
export function satisfiedCount(terms: LoanTerms, paidToward: Cents): number {
  const reach = paidToward + toleranceOf(terms);
  if (reach >= scheduledThrough(terms, terms.installmentCount)) return terms.installmentCount;
  if (terms.installmentCents === 0n) return 0;
  const level = toCount(floorDivide(reach, terms.installmentCents));
  return level < terms.installmentCount - 1 ? level : terms.installmentCount - 1;
}

/** What is unpaid of installment `number` when earlier ones are paid first. */
export function unpaidOf(terms: LoanTerms, paidToward: Cents, number: number): Cents {
  const { amountCents } = installmentOf(terms, number);
  return minCents(amountCents, atLeastZero(scheduledThrough(terms, number) - paidToward));
}
