import type { LoanContract } from '../contract/contract.ts';
import { balanceOf } from '../ledger/balances.ts';
import { atLeastZero, type Cents, minCents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';
import { unpostedInterest } from './accrual.ts';
import { countOf, satisfiedCount, scheduledThrough, toleranceOf } from './installment.ts';

/** Whether so little is left of the whole loan that it counts as paid, though it stays owed. */
export function isWithinTolerance(loan: LoanContract): boolean {
  return owedCents(loan) <= toleranceOf(loan.terms, countOf(loan.terms));
}

/**
 * How many installments are satisfied: by the money counted toward them, or all of them when no
 * more than the tolerance is left of the loan. Insurance money and principal paid ahead count
 * toward no installment, yet nobody is late with money that is not owed.
 */
export function satisfiedInstallments(loan: LoanContract): number {
  if (isWithinTolerance(loan)) return countOf(loan.terms);
  return satisfiedCount(loan.terms, loan.facts.paidTowardCents);
}

/**
 * The same as a late fee sees it: money that the contract's order gave to other fees before a due
 * installment counts as well, because no late fee ever falls since a fee was unpaid.
 */
export function satisfiedForLateFees(loan: LoanContract): number {
  if (isWithinTolerance(loan)) return countOf(loan.terms);
  return satisfiedCount(loan.terms, timelyCents(loan));
}

/**
 * What a late fee sees unpaid of installment `number` on a day when earlier ones are paid first:
 * never more than principal and interest to that day, so that the last one is what is left and not
 * what was planned.
 */
export function unpaidInstallment(loan: LoanContract, number: number, on: BusinessDate): Cents {
  const owed = owedCents(loan) + unpostedInterest(loan, on);
  return unpaidThrough(loan, number, owed) - unpaidThrough(loan, number - 1, owed);
}

/** What is unpaid of the first `count` installments, never more than is owed. */
function unpaidThrough(loan: LoanContract, count: number, owed: Cents): Cents {
  return minCents(owed, atLeastZero(scheduledThrough(loan.terms, count) - timelyCents(loan)));
}

/** What counts against late fees: the money, and what other fees took before it. */
function timelyCents({ facts }: LoanContract): Cents {
  return facts.paidTowardCents + facts.feesFirstCents;
}

/** Principal and posted interest; fees are not installments. */
function owedCents({ balances }: LoanContract): Cents {
  return balanceOf(balances, 'principal') + balanceOf(balances, 'interest-receivable');
}
