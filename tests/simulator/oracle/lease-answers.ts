/** What a lessee asks, answered from the books of the day. */
import { type Day, daysFrom } from './days.ts';
import { chargesOf, isTolerable, type LeaseBooks, totalOf, wholePayment } from './lease-books.ts';
import { least } from './promise.ts';

export type LeaseDue = {
  readonly past: bigint;
  readonly fees: bigint;
  readonly nextDueDate: Day | null;
  readonly next: bigint;
  readonly daysPastDue: number;
  readonly oldest: Day | null;
};

export function leaseDue(books: LeaseBooks): LeaseDue {
  const behind = books.open.filter(({ dueDate }) => dueDate < books.today);
  const oldest = behind.find((payment) => !isTolerable(books, payment))?.dueDate ?? null;
  return {
    past: behind.reduce((sum, payment) => sum + totalOf(payment), 0n),
    fees: chargesOf(books),
    ...nextPayment(books),
    daysPastDue: oldest === null ? 0 : daysFrom(oldest, books.today),
    oldest,
  };
}

/** Today's payment if it wants money, else the first one that prepaid money does not cover. */
function nextPayment(books: LeaseBooks): Pick<LeaseDue, 'nextDueDate' | 'next'> {
  if (books.endedOn !== null) return { nextDueDate: null, next: 0n };
  const today = books.open.find(({ dueDate }) => dueDate === books.today);
  if (today !== undefined) return { nextDueDate: today.dueDate, next: totalOf(today) };
  const each = totalOf(wholePayment(books.promise));
  let prepaid = books.prepaid;
  for (const dueDate of books.dueDates.slice(books.billed)) {
    const covered = least(prepaid, each);
    prepaid -= covered;
    if (covered < each) return { nextDueDate: dueDate, next: each - covered };
  }
  return { nextDueDate: null, next: 0n };
}
