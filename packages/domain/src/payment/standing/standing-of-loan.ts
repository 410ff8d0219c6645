import type { LoanContract } from '../../contract/contract.ts';
import { stoppedBy } from '../../contract/hold.ts';
import { lastTimelyDay, lateFeeDay, lateFeeOn } from '../../contract/late-fee-rule.ts';
import { isRunning, publicLoanStatus } from '../../contract/status.ts';
import { loanAmountDue } from '../../loan/amount-due.ts';
import { dueDateOf, installmentOf, installmentsDueBy, unpaidOf } from '../../loan/installment.ts';
import { payoff } from '../../loan/payoff.ts';
import { satisfiedForLateFees, unpaidInstallment } from '../../loan/satisfied.ts';
import { breakdown, withoutZeros } from '../../money/breakdown.ts';
import { type Cents, minCents } from '../../money/cents.ts';
import { addDays, type BusinessDate } from '../../time/calendar.ts';
import { chargedOffDebt } from '../charged-off-debt.ts';
import { avoidableOn, promisedOf } from './shared-standing.ts';
import type { FeeAhead, PastDuePayment, Standing } from './standing.ts';

/** Where the borrower stands on a day. See `Standing`. */
export function standingOfLoan(loan: LoanContract, on: BusinessDate): Standing {
  const due = loanAmountDue(loan, on);
  const isOpen = isRunning(loan.status);
  const owed = isOpen ? payoff(loan, on) : breakdown([]);
  return {
    asOf: on,
    status: publicLoanStatus(loan.status),
    pastDue: pastDueInstallments(loan, on, due.pastDueCents),
    pastDueCents: due.pastDueCents,
    feesCents: due.feesCents,
    due: breakdown(withoutZeros(due.total.lines.filter(({ label }) => label !== 'next-payment'))),
    nextDueDate: due.nextDueDate,
    nextPaymentCents: due.nextPaymentCents,
    lateFee: avoidableOn(loan, due.lateFee),
    owed: loan.status === 'charged-off' ? chargedOffDebt(loan) : owed,
    toCome: null,
    promised: promisedOf(loan),
    holdover: null,
  };
}

/** What is past due, installment by installment; after the last due date that is all there is. */
function pastDueInstallments(loan: LoanContract, on: BusinessDate, past: Cents): PastDuePayment[] {
  const { terms, facts } = loan;
  const due = installmentsDueBy(terms, addDays(on, -1));
  const found: PastDuePayment[] = [];
  let left = past;
  for (let number = 1; number <= due && left > 0n; number += 1) {
    const unpaid = unpaidOf(terms, facts.paidTowardCents, number);
    const isLast = number === due;
    const cents = isLast ? left : minCents(unpaid, left);
    left -= cents;
    if (cents === 0n) continue;
    const dueDate = dueDateOf(terms, number);
    found.push({ number, dueDate, unpaidCents: cents, fee: feeAhead(loan, number, on) });
  }
  return found;
}

function feeAhead(loan: LoanContract, number: number, on: BusinessDate): FeeAhead | null {
  const { terms, facts } = loan;
  const { policy } = terms;
  const { dueDate, amountCents } = installmentOf(terms, number);
  const feeDay = lateFeeDay(policy, dueDate);
  const awaited = facts.lateFees.awaited.find(({ installment }) => installment === number);
  const isAnswered = number <= facts.lateFees.decided && awaited === undefined;
  if (isAnswered || stoppedBy(loan.holds, 'late-fees', feeDay) !== null) return null;
  if (awaited === undefined && number <= satisfiedForLateFees(loan)) return null;
  const unpaid = awaited?.unpaidCents ?? unpaidInstallment(loan, number, feeDay);
  const feeCents = lateFeeOn(policy, amountCents, unpaid);
  if (feeCents === 0n) return null;
  const payBy = lastTimelyDay(policy, dueDate);
  return { state: payBy >= on ? 'avoidable' : 'falls', payBy, feeCents };
}
