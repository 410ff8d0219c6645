import type { LoanContract } from '../contract/contract.ts';
import { balanceOf } from '../ledger/balances.ts';
import { type Cents, minCents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';
import { simpleInterest, unpostedInterest } from './accrual.ts';
import { dueCents } from './amount-due.ts';
import { countOf, dueDateOf, installmentOf, satisfiedCount, unpaidOf } from './installment.ts';

/** One row of what is still to come, if every payment is made on its due date. */
export type ProjectedPayment = {
  readonly number: number;
  readonly dueDate: BusinessDate;
  readonly paymentCents: Cents;
  readonly interestCents: Cents;
  readonly principalCents: Cents;
  /** Principal left after this payment. */
  readonly balanceCents: Cents;
};

/**
 * The rest of the loan from a day on: what is due by then is paid that day, every later installment
 * on its due date, the last one takes whatever is left. Fees are left out: they are not
 * installments.
 */
export function projectLoan(loan: LoanContract, on: BusinessDate): ProjectedPayment[] {
  const { terms, facts } = loan;
  const rows: ProjectedPayment[] = [];
  let principal = balanceOf(loan.balances, 'principal');
  let carried = balanceOf(loan.balances, 'interest-receivable');
  let from = facts.interestFrom;
  let toward = facts.paidTowardCents;
  const pay = (number: number, dueDate: BusinessDate, wanted: Cents, last: boolean): void => {
    const earned =
      principal === balanceOf(loan.balances, 'principal') && from === facts.interestFrom
        ? unpostedInterest(loan, dueDate)
        : simpleInterest(principal, terms.annualRatePpb, terms.dayCount, from, dueDate);
    const interest = carried + earned;
    const payment = last ? principal + interest : minCents(wanted, principal + interest);
    const interestPaid = minCents(payment, interest);
    carried = interest - interestPaid;
    principal -= payment - interestPaid;
    if (dueDate > from) from = dueDate;
    toward += payment;
    rows.push({
      number,
      dueDate,
      paymentCents: payment,
      interestCents: interestPaid,
      principalCents: payment - interestPaid,
      balanceCents: principal,
    });
  };
  const overdue = dueCents(loan, on);
  const nextNumber = (): number => Math.min(satisfiedCount(terms, toward) + 1, countOf(terms));
  if (overdue > 0n) pay(nextNumber(), on, overdue, false);
  // Money ahead can satisfy every installment while principal is left: the last one takes it.
  for (let number = nextNumber(); principal > 0n; number += 1) {
    if (number > countOf(terms)) break;
    const dueDate = dueDateOf(terms, number);
    if (dueDate <= on && overdue > 0n) continue;
    const last = number === countOf(terms);
    const wanted = unpaidOf(terms, toward, number);
    if (wanted > 0n || last) pay(number, dueDate, wanted, last);
    else if (installmentOf(terms, number).amountCents === 0n) break;
  }
  return rows;
}
