/** What must be refused, by the rules and the oracle's own numbers. Null when it must be done. */
import { type Day, plusDays } from './oracle/days.ts';
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

/** A customer's payment, to be drawn on a day: never over the payoff, never against a hold. */
export function refusedToCustomer(life: Life, { amountCents, purpose, on }: Wish): string | null {
  if (isHeld(life, 'self-service', life.today) || isHeld(life, 'self-service', on)) {
    return 'stopped-by-hold';
  }
  if (life.status === 'charged-off') return 'contract-charged-off';
  const loan = asLoan(life.books);
  if (loan === null) {
    if (purpose === 'principal-only') return 'principal-only-on-lease';
    return purpose === 'payoff' ? 'purpose-not-for-this-contract' : null;
  }
  if (life.status === 'closed' || life.status === 'paid-in-full') return 'nothing-owed';
  const then = loanOn(life, loan, on);
  const payoff = payoffOf(then);
  if (amountCents > payoff) return 'payment-over-payoff';
  const isForNow = on === life.today;
  if (purpose === 'principal-only' && isForNow && dueBy(then, on) > 0n) {
    return 'principal-only-while-due';
  }
  const small = loan.promise.rules.smallBalanceCents;
  return purpose === 'payoff' && payoff - amountCents > small ? 'payoff-amount-differs' : null;
}

export function refusedToSchedule(life: Life, wish: Wish): string | null {
  if (wish.on <= life.today) return 'schedule-date-not-ahead';
  if (wish.on > plusDays(life.today, 90)) return 'schedule-date-too-far';
  return refusedToCustomer(life, wish);
}

export function refusedToQuote(life: Life): string | null {
  if (asLoan(life.books) === null) return 'quote-not-for-this-contract';
  if (life.status === 'charged-off') return 'contract-charged-off';
  return life.status === 'active' || life.status === 'matured' ? null : 'nothing-owed';
}
