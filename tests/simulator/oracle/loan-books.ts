/**
 * A loan lived one day at a time by the words of the servicing rules. `LoanBooks` is what stands in
 * the books tonight; nothing is looked up, nothing is solved, no day is skipped.
 */
import { type Day, days30360, isLeap, rhythmDays, tomorrow } from './days.ts';
import { type Fraction, fraction, NOTHING, plus, share, times, toCents } from './fraction.ts';
import { feeOn, isTolerated, type Question, questionDays } from './late-fee.ts';
import { type LoanPromise, least, type Money } from './promise.ts';

export type LoanBooks = {
  readonly promise: LoanPromise;
  readonly dueDates: readonly Day[];
  readonly asked: ReadonlyMap<Day, number[]>;
  today: Day;
  principal: bigint;
  /** Interest that is posted and not paid. */
  interest: bigint;
  /** The first day whose interest is not posted, and the nights since as parts of their years. */
  since: Day;
  part: Fraction;
  lateFees: bigint;
  otherFees: bigint;
  /** Money counted toward installments. */
  counted: bigint;
  /** Of what is behind, so much went to other fees, by an order that puts them first. */
  feesFirst: bigint;
  excess: bigint;
  endedOn: Day | null;
  /** The money that paid the last of it, or the evening that wrote off a small rest. */
  endedBy: Money | 'evening' | null;
  writtenOff: bigint;
  questions: Question[];
};

/** As it stood on the day to which interest is paid, which may lie before the cut-off. */
export function openLoan(promise: LoanPromise): LoanBooks {
  const { opening } = promise;
  const { rhythm, firstDueDate, term, dueDay } = promise;
  const dueDates = rhythmDays(rhythm, firstDueDate, term, dueDay);
  const books: LoanBooks = {
    promise,
    dueDates,
    asked: questionDays(dueDates, promise.rules),
    today: opening.interestFrom,
    principal: opening.principalCents,
    interest: opening.interestCents,
    since: opening.interestFrom,
    part: NOTHING,
    lateFees: 0n,
    otherFees: opening.feesCents,
    counted: 0n,
    feesFirst: 0n,
    excess: 0n,
    endedOn: null,
    endedBy: null,
    writtenOff: 0n,
    questions: [],
  };
  books.counted = promisedThrough(books, opening.satisfied);
  return books;
}

/**
 * A night passes: one more day of interest; this morning some installment's grace is over. Fees of
 * the days through the cut-off were for the servicer before to decide.
 */
export function wakeLoan(books: LoanBooks): void {
  passNight(books);
  if (books.today <= books.promise.opening.asOf) return;
  books.questions = (books.asked.get(books.today) ?? [])
    .map((number) => ({ number, books: feesForgiven(books) }))
    .filter(({ number, books: seen }) => isOpen(seen) && !isSatisfied(seen, number))
    .map(({ number, books: seen }) => ({ number, baseCents: unpaidOf(seen, number) }));
}

/** The books as a late fee looks at them: what other fees took first is not missing. */
function feesForgiven(books: LoanBooks): LoanBooks {
  return { ...books, counted: books.counted + books.feesFirst };
}

function passNight(books: LoanBooks): void {
  const night = books.today;
  books.today = tomorrow(night);
  const leap = books.promise.dayCount === 'actual/actual' && isLeap(Number(night.slice(0, 4)));
  books.part = plus(books.part, fraction(1n, leap ? 366n : 365n));
}

/** The part of a year since the last posting; 30/360 looks at both ends, not at the nights. */
function partOfYear({ promise, part, since, today }: LoanBooks): Fraction {
  if (promise.dayCount !== '30/360') return part;
  return fraction(BigInt(days30360(since, today)), 360n);
}

/** Interest since the last posting, rounded as it would be posted. */
export function accrued(books: LoanBooks): bigint {
  return toCents(times(share(books.principal, books.promise.ratePpb), partOfYear(books)));
}

/** The same books some days on, if nothing happens until then: for quoting ahead. */
export function laterOn(books: LoanBooks, day: Day): LoanBooks {
  const later = { ...books };
  while (later.today < day) passNight(later);
  return later;
}

export function feesOf(books: LoanBooks): bigint {
  return books.lateFees + books.otherFees;
}

/** Principal and all interest to today: what is owed but for fees. */
export function wholeOf(books: LoanBooks): bigint {
  return books.principal + books.interest + accrued(books);
}

export function payoffOf(books: LoanBooks): bigint {
  return wholeOf(books) + feesOf(books) - books.excess;
}

export function isOpen(books: LoanBooks): boolean {
  return books.endedOn === null;
}

export function promisedThrough({ promise }: LoanBooks, number: number): bigint {
  let sum = 0n;
  for (let each = 1; each <= number; each += 1) {
    sum += each === promise.term ? promise.finalCents : promise.installmentCents;
  }
  return sum;
}

/** What is still missing of all installments through `number`; never more than is owed at all. */
export function missingThrough(books: LoanBooks, number: number, owed: bigint): bigint {
  return least(promisedThrough(books, number) - books.counted, owed);
}

/** An installment is satisfied when no more than the tolerance is missing through it. */
export function isSatisfied(books: LoanBooks, number: number): boolean {
  const { rules, installmentCents } = books.promise;
  const missing = missingThrough(books, number, books.principal + books.interest);
  return isTolerated(rules, installmentCents, missing);
}

export function unpaidOf(books: LoanBooks, number: number): bigint {
  const whole = wholeOf(books);
  return missingThrough(books, number, whole) - missingThrough(books, number - 1, whole);
}

/** What is due by a day: promised through it and not paid; all once the last date has come. */
export function dueBy(books: LoanBooks, day: Day): bigint {
  const due = books.dueDates.filter((dueDate) => dueDate <= day).length;
  const whole = wholeOf(books);
  return due === books.promise.term ? whole : missingThrough(books, due, whole);
}

const LOWERS_ONLY = ['insurance', 'gap', 'addon-refund', 'recovery'];

/**
 * Money takes effect today: interest, then the contract's list. The last of it ends the loan. A
 * payoff was quoted by today, or none was.
 */
export function receiveOnLoan(books: LoanBooks, money: Money, wasQuoted: boolean): void {
  const due = dueBy(books, books.today);
  const wantsPrincipalOnly = money.purpose === 'principal-only' && due === 0n;
  const advances = !wantsPrincipalOnly && !LOWERS_ONLY.includes(money.purpose);
  postInterest(books);
  let left = money.amountCents;
  const take = (most: bigint): bigint => {
    const taken = least(left, most);
    left -= taken;
    return taken;
  };
  const toInterest = take(books.interest);
  books.interest -= toInterest;
  let toPrincipal = 0n;
  const pay = {
    'due-principal': (): void => {
      toPrincipal += take(least(due - toInterest, books.principal));
    },
    principal: (): void => {
      toPrincipal += take(books.principal - toPrincipal);
    },
    'other-fees': (): void => {
      const taken = take(books.otherFees);
      books.otherFees -= taken;
      books.feesFirst += taken;
    },
    'late-fees': (): void => {
      books.lateFees -= take(books.lateFees);
    },
  };
  const hasMatured = books.today > lastDueDate(books);
  const list =
    hasMatured || !advances
      ? (['due-principal', 'principal', 'other-fees', 'late-fees'] as const)
      : books.promise.rules.waterfall;
  for (const line of list) pay[line]();
  books.principal -= toPrincipal;
  if (advances) books.counted += toInterest + toPrincipal;
  const fallen = books.dueDates.filter((dueDate) => dueDate <= books.today).length;
  books.feesFirst = least(books.feesFirst, promisedThrough(books, fallen) - books.counted);
  books.excess += left;
  endIfPaid(books, money, wasQuoted);
}

function postInterest(books: LoanBooks): void {
  books.interest += accrued(books);
  books.part = NOTHING;
  if (books.today > books.since) books.since = books.today;
}

function lastDueDate({ dueDates, today }: LoanBooks): Day {
  return dueDates.at(-1) ?? today;
}

/** Ends when nothing is left, or a small rest of money that was meant to be the last. */
function endIfPaid(books: LoanBooks, money: Money, wasQuoted: boolean): void {
  if (!isOpen(books)) return;
  const owed = books.principal + books.interest + feesOf(books);
  const isLast = money.purpose === 'payoff' || wasQuoted || books.today >= lastDueDate(books);
  const isSmall = isLast && owed <= books.promise.rules.smallBalanceCents;
  if (owed === 0n || isSmall) end(books, money);
}

/** From the evening of the last due date on, a small rest is not worth a letter. */
export function writeOffSmallRest(books: LoanBooks): void {
  if (!isOpen(books) || books.today < lastDueDate(books)) return;
  const left = payoffOf(books);
  if (left <= 0n || left > books.promise.rules.smallBalanceCents) return;
  postInterest(books);
  end(books, 'evening');
}

function end(books: LoanBooks, by: Money | 'evening'): void {
  books.writtenOff = books.principal + books.interest + feesOf(books);
  books.principal = 0n;
  books.interest = 0n;
  books.lateFees = 0n;
  books.otherFees = 0n;
  books.endedOn = books.today;
  books.endedBy = by;
}

/** The evening answers the late fees that hang over the day, unless a hold stops them. */
export function answerLoanFees(books: LoanBooks, isStopped: boolean): void {
  for (const { number, baseCents } of books.questions) {
    if (!isOpen(books) || isStopped) continue;
    const { term, finalCents, installmentCents, rules } = books.promise;
    const whole = number === term ? finalCents : installmentCents;
    books.lateFees += feeOn(rules, whole, baseCents);
  }
  books.questions = [];
}

/** The debt leaves the books: principal and interest to today. What is left is fees. */
export function loanLeaves(books: LoanBooks): bigint {
  const whole = wholeOf(books);
  books.principal = 0n;
  books.interest = 0n;
  books.endedOn = books.today;
  return whole;
}
