import type { AmountDue } from '../contract/amount-due.ts';
import type { LoanContract } from '../contract/contract.ts';
import { stoppedBy } from '../contract/hold.ts';
import { lastTimelyDay, lateFeeDay, lateFeeOn } from '../contract/late-fee-rule.ts';
import { balanceOf } from '../ledger/balances.ts';
import { breakdown, type Line, line } from '../money/breakdown.ts';
import { atLeastZero, type Cents, minCents } from '../money/cents.ts';
import { addDays, type BusinessDate, daysBetween } from '../time/calendar.ts';
import {
  countOf,
  dueDateOf,
  installmentOf,
  installmentsDueBy,
  satisfiedCount,
  scheduledThrough,
  unpaidOf,
} from './installment.ts';
import { loanFees, payoffBeforeFees } from './payoff.ts';
import {
  isWithinTolerance,
  satisfiedForLateFees,
  satisfiedInstallments,
  unpaidInstallment,
} from './satisfied.ts';

/** What the borrower owes on a day. See `AmountDue`. */
export function loanAmountDue(loan: LoanContract, on: BusinessDate): AmountDue {
  const { terms, facts } = loan;
  const open = loan.status === 'active' || loan.status === 'matured';
  const fees = loanFees(loan);
  const next = open ? nextUnpaid(loan, on) : null;
  const whole = atLeastZero(payoffBeforeFees(loan, next?.dueDate ?? on));
  const past = open ? minCents(whole, pastDueCents(loan, on)) : 0n;
  const nextCents = next === null ? 0n : minCents(next.unpaidCents, whole - past);
  const oldest = open ? oldestUnsatisfied(loan) : null;
  const lines: Line[] = [];
  if (past > 0n) {
    lines.push(
      line('past-due', 'installments-past-due', past, {
        satisfied: satisfiedCount(terms, facts.paidTowardCents).toString(),
        due: installmentsDueBy(terms, addDays(on, -1)).toString(),
        installmentCents: installmentOf(
          terms,
          Math.min(satisfiedCount(terms, facts.paidTowardCents) + 1, countOf(terms)),
        ).amountCents.toString(),
        paidTowardCents: facts.paidTowardCents.toString(),
      }),
    );
  }
  if (fees > 0n) lines.push(line('fees', 'fees-unpaid', fees));
  if (next !== null && nextCents > 0n) {
    lines.push(
      line('next-payment', 'installment-due', nextCents, {
        installment: next.number.toString(),
        dueDate: next.dueDate,
        amountCents: next.amountCents.toString(),
      }),
    );
  }
  return {
    asOf: on,
    total: breakdown(lines),
    pastDueCents: past,
    feesCents: fees,
    nextDueDate: next?.dueDate ?? null,
    nextPaymentCents: nextCents,
    daysPastDue: oldest === null ? 0 : Math.max(0, daysBetween(oldest, on)),
    oldestUnsatisfiedDueDate: oldest,
    lateFee: open ? nextLateFee(loan, on) : null,
  };
}

/** Installments due before the day and not paid; everything once the loan has matured. */
export function pastDueCents(loan: LoanContract, on: BusinessDate): Cents {
  return behindCents(loan, installmentsDueBy(loan.terms, addDays(on, -1)), on);
}

/**
 * Installments due on or before the day and not paid: what a payment pays before anything extra.
 */
export function dueCents(loan: LoanContract, on: BusinessDate): Cents {
  return behindCents(loan, installmentsDueBy(loan.terms, on), on);
}

function behindCents(loan: LoanContract, due: number, on: BusinessDate): Cents {
  const { terms, facts } = loan;
  const behind = atLeastZero(scheduledThrough(terms, due) - facts.paidTowardCents);
  const whole = atLeastZero(payoffBeforeFees(loan, on));
  return due >= countOf(terms) ? whole : minCents(behind, whole);
}

/** The due date of the oldest installment that is not satisfied, or null when all are. */
export function oldestUnsatisfied(loan: LoanContract): BusinessDate | null {
  const { terms } = loan;
  if (isWithinTolerance(loan)) return null;
  const number = Math.min(satisfiedInstallments(loan) + 1, countOf(terms));
  return dueDateOf(terms, number);
}

type NextUnpaid = ReturnType<typeof installmentOf> & { readonly unpaidCents: Cents };

/** The first installment due on or after the day that still wants money; the last takes all. */
function nextUnpaid(loan: LoanContract, on: BusinessDate): NextUnpaid | null {
  const { terms, facts } = loan;
  if (balanceOf(loan.balances, 'principal') === 0n) return null;
  const due = installmentsDueBy(terms, addDays(on, -1));
  const number = Math.max(due, satisfiedCount(terms, facts.paidTowardCents)) + 1;
  if (due >= countOf(terms)) return null;
  const shown = Math.min(number, countOf(terms));
  const installment = installmentOf(terms, shown);
  const last = shown === countOf(terms);
  const unpaidCents = last
    ? atLeastZero(payoffBeforeFees(loan, installment.dueDate))
    : unpaidOf(terms, facts.paidTowardCents, shown);
  return { ...installment, unpaidCents };
}

/**
 * The next late fee that will fall if no money comes and is still avoidable on the day. A hold
 * stops the fees of its days, so the next one is for an installment after it.
 */
function nextLateFee(loan: LoanContract, on: BusinessDate): AmountDue['lateFee'] {
  const { terms } = loan;
  const { policy } = terms;
  for (let number = satisfiedForLateFees(loan) + 1; number <= countOf(terms); number += 1) {
    const installment = installmentOf(terms, number);
    const payBy = lastTimelyDay(policy, installment.dueDate);
    const feeDay = lateFeeDay(policy, installment.dueDate);
    if (payBy < on || stoppedBy(loan.holds, 'late-fees', feeDay) !== null) continue;
    const unpaid = unpaidInstallment(loan, number, feeDay);
    const feeCents = lateFeeOn(policy, installment.amountCents, unpaid);
    return feeCents > 0n ? { payBy, feeCents } : null;
  }
  return null;
}
