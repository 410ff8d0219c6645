/** What must be refused, by the rules and the oracle's own numbers. Null when it must be done. */
import { type Day, plusDays } from './oracle/days.ts';
import { type LeaseBooks, mostForLease } from './oracle/lease-books.ts';
import { type Books, isHeld, type Life, loanOn } from './oracle/life.ts';
import { dueBy, type LoanBooks, payoffOf } from './oracle/loan-books.ts';

export function asLoan(books: Books): LoanBooks | null {
  return books.promise.product === 'loan' ? (books as LoanBooks) : null;
}

export type Wish = {
  readonly amountCents: bigint;
  readonly purpose: string;
  readonly on: Day;
};

/** A customer's payment, to be drawn on a day: never too much, never against a hold. */
export function refusedToCustomer(life: Life, wish: Wish): string | null {
  const refusal = refusedByContract(life, wish);
  if (refusal !== null) return refusal;
  const { debitCents } = life.promise.rules.customerLimits;
  if (wish.amountCents > debitCents) return 'payment-over-debit-limit';
  const loan = asLoan(life.books);
  const isNow = wish.on === life.today;
  if (loan === null || wish.purpose !== 'principal-only' || !isNow) return null;
  return dueBy(loanOn(life, loan, wish.on), wish.on) > 0n ? 'principal-only-while-due' : null;
}

function refusedByContract(life: Life, { amountCents, purpose, on }: Wish): string | null {
  if (isHeld(life, 'self-service', life.today) || isHeld(life, 'self-service', on)) {
    return 'stopped-by-hold';
  }
  if (life.status === 'charged-off') return 'contract-charged-off';
  const loan = asLoan(life.books);
  if (loan === null) {
    if (purpose === 'principal-only') return 'principal-only-on-lease';
    if (purpose === 'payoff') return 'purpose-not-for-this-contract';
    const most = mostForLease(life.books as LeaseBooks);
    if (most <= 0n) return 'nothing-owed';
    return amountCents > most ? 'payment-over-lease' : null;
  }
  if (life.status === 'closed' || life.status === 'paid-in-full') return 'nothing-owed';
  const payoff = payoffOf(loanOn(life, loan, on));
  if (payoff <= 0n) return 'nothing-owed';
  if (amountCents > payoff) return 'payment-over-payoff';
  const small = loan.promise.rules.smallBalanceCents;
  return purpose === 'payoff' && payoff - amountCents > small ? 'payoff-amount-differs' : null;
}

export function refusedToSchedule(life: Life, wish: Wish): string | null {
  if (wish.on <= life.today) return 'schedule-date-not-ahead';
  const { promises: most, promiseDays } = life.promise.rules.customerLimits;
  if (wish.on > plusDays(life.today, promiseDays)) return 'schedule-date-too-far';
  const refusal = refusedToCustomer(life, wish);
  if (refusal !== null) return refusal;
  return life.drafts.length >= most ? 'too-many-promises' : null;
}

export function refusedToQuote(life: Life, from: Day): string | null {
  const loan = asLoan(life.books);
  if (loan === null) return 'quote-not-for-this-contract';
  if (life.status === 'charged-off') return 'contract-charged-off';
  if (life.status !== 'active' && life.status !== 'matured') return 'nothing-owed';
  return payoffOf(loanOn(life, loan, from)) <= 0n ? 'nothing-owed' : null;
}
