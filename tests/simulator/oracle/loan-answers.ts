/** What a borrower asks, answered from the books of the day. */
import { type Day, daysFrom, plusDays } from './days.ts';
import { isTolerated } from './late-fee.ts';
import {
  dueBy,
  feesOf,
  isOpen,
  isSatisfied,
  type LoanBooks,
  laterOn,
  promisedThrough,
  wholeOf,
} from './loan-books.ts';
import { least } from './promise.ts';

/** The oldest installment not satisfied; the last one takes whatever is left, so it comes last. */
export function oldestUnsatisfied(books: LoanBooks): Day | null {
  if (!isOpen(books)) return null;
  const { rules, installmentCents, term } = books.promise;
  for (let number = 1; number < term; number += 1) {
    if (!isSatisfied(books, number)) return books.dueDates[number - 1] ?? null;
  }
  const left = books.principal + books.interest;
  return isTolerated(rules, installmentCents, left) ? null : (books.dueDates.at(-1) ?? null);
}

export function daysPastDue(books: LoanBooks): number {
  const oldest = oldestUnsatisfied(books);
  return oldest === null ? 0 : Math.max(0, daysFrom(oldest, books.today));
}

export type LoanDue = {
  readonly past: bigint;
  readonly fees: bigint;
  readonly nextDueDate: Day | null;
  readonly next: bigint;
};

/** Everything past due, fees, and the next payment that still wants money. */
export function loanDue(books: LoanBooks): LoanDue {
  const fees = feesOf(books);
  if (!isOpen(books)) return { past: 0n, fees, nextDueDate: null, next: 0n };
  const pastDue = dueBy(books, plusDays(books.today, -1));
  const number = nextNumber(books);
  if (number === null)
    return { past: least(pastDue, wholeOf(books)), fees, nextDueDate: null, next: 0n };
  const nextDueDate = books.dueDates[number - 1] ?? books.today;
  const whole = wholeOf(laterOn(books, nextDueDate));
  const past = least(pastDue, whole);
  const { term, installmentCents } = books.promise;
  const wanted =
    number === term
      ? whole
      : least(installmentCents, promisedThrough(books, number) - books.counted);
  return { past, fees, nextDueDate, next: least(wanted, whole - past) };
}

function nextNumber(books: LoanBooks): number | null {
  const { rules, installmentCents, term } = books.promise;
  if (books.principal === 0n) return null;
  for (let number = 1; number <= term; number += 1) {
    if ((books.dueDates[number - 1] ?? '') < books.today) continue;
    const missing = promisedThrough(books, number) - books.counted;
    if (number === term || !isTolerated(rules, installmentCents, missing)) return number;
  }
  return null;
}
