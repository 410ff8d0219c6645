/** Every answer of the core beside the oracle's, on one day. */
import type { Contract, LeaseContract, LoanContract } from '@roadbook/domain/contract/contract';
import { leaseAmountDue, openOn } from '@roadbook/domain/lease/amount-due';
import { adjustedLeaseBalance } from '@roadbook/domain/lease/lease-balance';
import { balanceOf, creditOf } from '@roadbook/domain/ledger/balances';
import { unpostedInterest } from '@roadbook/domain/loan/accrual';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import { payoff } from '@roadbook/domain/loan/payoff';
import { isQuotedOn } from '@roadbook/domain/loan/quoted-days';
import { date } from '@roadbook/domain/time/calendar';
import { same } from './disagreement.ts';
import { leaseDue } from './oracle/lease-answers.ts';
import { adjustedBalance } from './oracle/lease-balance.ts';
import { holdoverRent, type LeaseBooks } from './oracle/lease-books.ts';
import { isQuoted, type Life, type Status } from './oracle/life.ts';
import { daysPastDue, loanDue, oldestUnsatisfied } from './oracle/loan-answers.ts';
import { accrued, isOpen, type LoanBooks, payoffOf } from './oracle/loan-books.ts';
import type { LeasePromise } from './oracle/promise.ts';

/** Before the close some consequences are not posted yet, but nothing a customer sees waits. */
export type Time = 'before the close' | 'after the close';

export function compare(contract: Contract, life: Life, time: Time): void {
  const isClosed = time === 'after the close';
  same('the status', seen(contract.status, isClosed), seen(life.status, isClosed));
  const b = contract.balances;
  const excess = creditOf(b, 'unapplied') + creditOf(b, 'refunds-payable');
  same('money held that is too much', excess, life.books.excess);
  same('late fees', balanceOf(b, 'late-fees-receivable'), life.books.lateFees);
  same('other fees', balanceOf(b, 'other-fees-receivable'), life.books.otherFees);
  same(
    'payments promised for later',
    contract.facts.promises.map(({ scheduleId }) => scheduleId),
    life.drafts.map(({ id }) => id),
  );
  same(
    'money not yet cleared',
    contract.facts.clearing.reduce((sum, { amountCents }) => sum + amountCents, 0n),
    [...life.uncleared].reduce((sum, { amountCents }) => sum + amountCents, 0n),
  );
  same('the charged-off memo', contract.facts.end.chargedOffCents, life.chargedOff?.memo ?? 0n);
  same('charged off', balanceOf(b, 'charged-off'), life.chargedOff?.memo ?? 0n);
  same('the day it ended', contract.facts.end.on, life.books.endedOn);
  same('recoveries', creditOf(b, 'recoveries'), life.chargedOff?.recovered ?? 0n);
  if (isClosed && ['active', 'matured', 'holdover'].includes(contract.status)) {
    same('late fees nobody has answered', contract.facts.lateFees.awaited, []);
  }
  if (isClosed && life.uncleared.size === 0) {
    same('unapplied money nobody waits for', creditOf(b, 'unapplied'), 0n);
  }
  if (contract.product === 'loan') compareLoan(contract, life.books as LoanBooks, life.quotes);
  else compareLease(contract, life.books as LeaseBooks, isClosed);
}

/** A term that has ended is a consequence of the close; until then only the date says so. */
function seen(status: Status | Contract['status'], isClosed: boolean): string {
  if (isClosed) return status;
  if (status === 'matured' || status === 'holdover') return 'active';
  return status === 'closed' ? 'paid-in-full' : status;
}

function compareLoan(loan: LoanContract, books: LoanBooks, quotes: Life['quotes']): void {
  const on = date(books.today);
  same('a payoff is quoted', isQuotedOn(loan, on), isQuoted(quotes, books.today));
  const b = loan.balances;
  same('principal', balanceOf(b, 'principal'), books.principal);
  same('interest posted and unpaid', balanceOf(b, 'interest-receivable'), books.interest);
  same('interest since then', unpostedInterest(loan, on), isOpen(books) ? accrued(books) : 0n);
  same('small rests written off', balanceOf(b, 'small-balance-write-off'), books.writtenOff);
  if (isOpen(books)) same('the payoff', payoff(loan, on).totalCents, payoffOf(books));
  const asked = loanAmountDue(loan, on);
  const due = loanDue(books);
  same('past due', asked.pastDueCents, due.past);
  same('fees to pay', asked.feesCents, due.fees);
  same('the next due date', asked.nextDueDate, due.nextDueDate);
  same('the next payment', asked.nextPaymentCents, due.next);
  same('the amount due', asked.total.totalCents, due.past + due.fees + due.next);
  same('the oldest unsatisfied due date', asked.oldestUnsatisfiedDueDate, oldestUnsatisfied(books));
  same('days past due', asked.daysPastDue, isOpen(books) ? daysPastDue(books) : 0);
}

function compareLease(lease: LeaseContract, books: LeaseBooks, isClosed: boolean): void {
  const on = date(books.today);
  const b = lease.balances;
  const open = isClosed ? lease.facts.open : openOn(lease, on);
  same('open lease payments', open, books.open);
  if (isClosed) {
    same('prepaid lease payments', creditOf(b, 'prepaid-lease-payments'), books.prepaid);
    const base = books.open.reduce((sum, { baseCents }) => sum + baseCents, 0n);
    const tax = books.open.reduce((sum, { taxCents }) => sum + taxCents, 0n);
    same('lease payments receivable', balanceOf(b, 'lease-payments-receivable'), base);
    same('tax receivable', balanceOf(b, 'tax-receivable'), tax);
    same('lease payments billed', lease.facts.billed, books.billed);
    if (books.endedOn === null) compareInvestment(lease, books);
  }
  const proceeds = creditOf(b, 'insurance-proceeds') + creditOf(b, 'gap-proceeds');
  same('rent of a kept car', balanceOf(b, 'holdover-receivable'), books.holdover);
  if (isClosed && books.endedOn === null) {
    const { billedCents } = lease.facts.holdover;
    same('all rent without tax', billedCents, holdoverRent(books.promise, books.today));
  }
  same('what insurers paid', proceeds, books.proceeds);
  const asked = leaseAmountDue(lease, on);
  const due = leaseDue(books);
  same('past due', asked.pastDueCents, due.past);
  same('fees to pay', asked.feesCents, due.fees);
  same('the next due date', asked.nextDueDate, due.nextDueDate);
  same('the next payment', asked.nextPaymentCents, due.next);
  same('the amount due', asked.total.totalCents, due.past + due.fees + due.next);
  same('days past due', asked.daysPastDue, due.daysPastDue);
  same('the oldest unsatisfied due date', asked.oldestUnsatisfiedDueDate, due.oldest);
  const balance = adjustedLeaseBalance(lease.terms, on).totalCents;
  same('the adjusted lease balance', balance, adjustedBalance(books.promise, books.today));
}

const byPeriod = new WeakMap<LeasePromise, LeasePromise>();

/** Paid in advance or at once, a period is earned as it begins: its end value is in the books. */
function compareInvestment(lease: LeaseContract, { promise, today }: LeaseBooks): void {
  if (promise.accounting === 'operating' || promise.timing === 'arrears') return;
  const whole = byPeriod.get(promise) ?? { ...promise, between: 'period' as const };
  byPeriod.set(promise, whole);
  const inBooks = balanceOf(lease.balances, 'net-investment-in-lease');
  same('the net investment', inBooks, adjustedBalance(whole, today));
}
