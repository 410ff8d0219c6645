import type { LoanContract } from '../contract/contract.ts';
import { stoppedBy } from '../contract/hold.ts';
import {
  type LateFeeQuestion,
  lateFeeDay,
  lateFeeLine,
  lateFeeOn,
} from '../contract/late-fee-rule.ts';
import { isRunning } from '../contract/status.ts';
import type { Line } from '../money/breakdown.ts';
import type { BusinessDate } from '../time/calendar.ts';
import { countOf, dueDateOf, installmentOf } from './installment.ts';
import { satisfiedForLateFees, unpaidInstallment } from './satisfied.ts';

/** The next installment whose late fee is undecided, skipping what is satisfied, or null. */
export function loanLateFeeQuestion(loan: LoanContract): LateFeeQuestion | null {
  const { terms, facts } = loan;
  if (terms.policy.lateFee === null || !isRunning(loan.status)) return null;
  const awaited = facts.lateFees.awaited[0];
  if (awaited !== undefined) {
    const dueDate = dueDateOf(terms, awaited.installment);
    return { number: awaited.installment, dueDate, unpaidCents: awaited.unpaidCents };
  }
  const number = Math.max(satisfiedForLateFees(loan), facts.lateFees.decided) + 1;
  if (number > countOf(terms)) return null;
  const dueDate = dueDateOf(terms, number);
  const unpaidCents = unpaidInstallment(loan, number, lateFeeDay(terms.policy, dueDate));
  return { number, dueDate, unpaidCents };
}

/** A late fee that a close to come will assess if no money comes before it. */
export type LateFeeToCome = { readonly on: BusinessDate; readonly line: Line };

/** The late fees that closes before a day will assess if no money comes until then. */
export function lateFeesToCome(loan: LoanContract, before: BusinessDate): LateFeeToCome[] {
  const { policy } = loan.terms;
  const fees: LateFeeToCome[] = [];
  let asked = loan;
  for (;;) {
    const question = loanLateFeeQuestion(asked);
    if (question === null) return fees;
    const { number, dueDate, unpaidCents } = question;
    const on = lateFeeDay(policy, dueDate);
    if (on >= before) return fees;
    const isStopped = stoppedBy(loan.holds, 'late-fees', on) !== null;
    const whole = installmentOf(loan.terms, number).amountCents;
    const feeCents = isStopped ? 0n : lateFeeOn(policy, whole, unpaidCents);
    if (feeCents > 0n) fees.push({ on, line: lateFeeLine(policy, question, feeCents) });
    const lateFees = { decided: number, awaited: asked.facts.lateFees.awaited.slice(1) };
    asked = { ...asked, facts: { ...asked.facts, lateFees } };
  }
}
