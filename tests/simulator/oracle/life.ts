/**
 * The life of a contract as a list of what happened. Money that is older than what came after it,
 * or that goes back, changes the list; the whole life is then lived again from the first day.
 * Only what was done once and no date can undo stays: a draft drawn.
 */
import { type Day, plusDays } from './days.ts';
import { leaseDue } from './lease-answers.ts';
import {
  answerLeaseFees,
  billHoldover,
  type LeaseBooks,
  leaseLeaves,
  maturityOf,
  mostForLease,
  openLease,
  receiveOnLease,
  wakeLease,
} from './lease-books.ts';
import { daysPastDue } from './loan-answers.ts';
import {
  answerLoanFees,
  isOpen,
  type LoanBooks,
  loanLeaves,
  openLoan,
  payoffOf,
  receiveOnLoan,
  wakeLoan,
  writeOffSmallRest,
} from './loan-books.ts';
import type { Money, Promised } from './promise.ts';

export type Books = LoanBooks | LeaseBooks;
export type Draft = {
  readonly id: string;
  readonly on: Day;
  readonly amountCents: bigint;
  readonly purpose: string;
  readonly clearDays: number;
};
export type HeldFrom = { readonly kind: string; readonly from: Day; until: Day | null };

export type Status = 'active' | 'matured' | 'holdover' | 'paid-in-full' | 'closed' | 'charged-off';

export type Life = {
  readonly promise: Promised;
  books: Books;
  today: Day;
  money: Money[];
  drafts: Draft[];
  holds: HeldFrom[];
  status: Status;
  /** Money still on its way. */
  uncleared: Set<Money>;
  chargedOff: ChargedOff | null;
  /** Every payoff quote: the day it was made, and the last day on which it counts. */
  quotes: { readonly on: Day; readonly through: Day }[];
};

/** What was owed when the debt left the books, and what came after it. */
export type ChargedOff = { readonly memo: bigint; recovered: bigint };

/** A contract on the day it comes to us, after the days since its cut-off. */
export function begin(promise: Promised, opensOn: Day): Life {
  const books = openBooks(promise);
  while (books.today < promise.opening.asOf) wakeBooks(books);
  const life: Life = {
    promise,
    books,
    today: promise.opening.asOf,
    money: [],
    drafts: [],
    holds: [],
    status: 'active',
    uncleared: new Set(),
    chargedOff: null,
    quotes: [],
  };
  while (life.today < opensOn) {
    evening(life);
    wake(life);
  }
  return life;
}

/** On the first day from which money can count. */
function openBooks(promise: Promised): Books {
  return promise.product === 'loan' ? openLoan(promise) : openLease(promise, promise.startsOn);
}

function isLoan(books: Books): books is LoanBooks {
  return books.promise.product === 'loan';
}

/** The next business day opens. */
export function wake(life: Life): void {
  wakeBooks(life.books);
  life.today = life.books.today;
}

function wakeBooks(books: Books): void {
  if (isLoan(books)) wakeLoan(books);
  else wakeLease(books);
}

/** Money has come. Older than today, it takes its place and everything after it is lived again. */
export function arrive(life: Life, money: Money): void {
  life.money.push(money);
  if (money.clearsOn !== null) life.uncleared.add(money);
  if (money.countsOn === life.today) take(life, money);
  else {
    reopenIfEarlier(life, money);
    liveAgain(life);
  }
  settle(life);
}

/** The bank takes money back. */
export function takeBack(life: Life, money: Money): void {
  money.takenBack = true;
  life.uncleared.delete(money);
  reopenIfEarlier(life, money);
  liveAgain(life);
  settle(life);
}

/** Once the debt has left the books, every dollar is a recovery. */
function take({ books, chargedOff, quotes }: Life, money: Money): void {
  if (chargedOff !== null) chargedOff.recovered += money.amountCents;
  else if (!isLoan(books)) receiveOnLease(books, money);
  else receiveOnLoan(books, money, isQuoted(quotes, books.today));
}

/** Whether the last quote that was made by a day still counts on it. */
export function isQuoted(quotes: Life['quotes'], day: Day): boolean {
  const last = quotes.filter(({ on }) => on <= day).at(-1);
  return last !== undefined && day <= last.through;
}

/** Money that comes or goes before the loan has ended: its end and closing are decided again. */
function reopenIfEarlier(life: Life, money: Money): void {
  const { books } = life;
  if (!isLoan(books) || books.endedBy === null || books.endedOn === null) return;
  if (money.countsOn > books.endedOn) return;
  // The evening comes after all money of its day.
  const isSameDay = money.countsOn === books.endedOn;
  const last = books.endedBy === 'evening' ? -1 : life.money.indexOf(books.endedBy);
  if (isSameDay && last >= 0 && life.money.indexOf(money) > last) return;
  life.status = 'active';
}

/** From the first day again: money, and on every evening of ours that is over what it decides. */
function liveAgain(life: Life): void {
  const { today } = life;
  life.books = openBooks(life.promise);
  life.chargedOff = null;
  for (;;) {
    for (const money of life.money) {
      if (!money.takenBack && money.countsOn === life.books.today) take(life, money);
    }
    if (life.books.today === today) return;
    if (life.books.today >= life.promise.opening.asOf) {
      answerFees(life);
      endOfDay(life.books);
      chargeOff(life);
    }
    wakeBooks(life.books);
  }
}

/** What the state of the books says at once: the debt has ended or left, or has begun again. */
function settle(life: Life): void {
  if (life.chargedOff !== null) {
    life.status = 'charged-off';
    life.drafts = [];
    return;
  }
  if (life.status === 'charged-off') life.status = 'active';
  const isPaid = isLoan(life.books) && !isOpen(life.books);
  if (isPaid && (life.status === 'active' || life.status === 'matured')) {
    life.status = 'paid-in-full';
    life.drafts = [];
  }
}

const STOPS: Readonly<Record<string, readonly string[]>> = {
  'late-fees': ['bankruptcy', 'discharged', 'deceased', 'identity-theft', 'scra', 'repossession'],
  drafts: ['bankruptcy', 'discharged', 'deceased', 'identity-theft', 'repossession'],
  'charge-off': ['bankruptcy', 'identity-theft', 'scra'],
  'self-service': ['identity-theft', 'litigation'],
};

export function isHeld({ holds }: Life, what: string, day: Day): boolean {
  return isHeldBy(holds, what, day);
}

function isHeldBy(holds: readonly HeldFrom[], what: string, day: Day): boolean {
  return holds.some(
    ({ kind, from, until }) =>
      STOPS[what]?.includes(kind) === true && from <= day && (until === null || day < until),
  );
}

function answerFees({ books, holds }: Life): void {
  const isStopped = isHeldBy(holds, 'late-fees', books.today);
  if (isLoan(books)) answerLoanFees(books, isStopped);
  else answerLeaseFees(books, isStopped);
}

/** A small rest is written off; a car that was to be back costs rent. */
function endOfDay(books: Books): void {
  if (isLoan(books)) writeOffSmallRest(books);
  else billHoldover(books);
}

/**
 * The evening: drafts, late fees, a small rest, rent of a kept car, money that has cleared, the end
 * of the term, the charge-off.
 */
export function evening(life: Life): void {
  drawDrafts(life);
  answerFees(life);
  endOfDay(life.books);
  settle(life);
  for (const money of [...life.uncleared]) {
    if (money.clearsOn !== null && money.clearsOn <= life.today) life.uncleared.delete(money);
  }
  if (life.status === 'paid-in-full' && life.uncleared.size === 0) life.status = 'closed';
  if (life.status === 'active' && life.today >= lastDayOf(life.books)) {
    life.status = isLoan(life.books) ? 'matured' : 'holdover';
  }
  chargeOff(life);
  settle(life);
}

/** The loan some days on, if no money comes until then: evening after evening, with their fees. */
export function loanOn({ holds }: Life, books: LoanBooks, day: Day): LoanBooks {
  const later = { ...books };
  while (later.today < day) {
    answerLoanFees(later, isHeldBy(holds, 'late-fees', later.today));
    writeOffSmallRest(later);
    wakeLoan(later);
  }
  return later;
}

function lastDayOf(books: Books): Day {
  return isLoan(books) ? (books.dueDates.at(-1) ?? books.today) : maturityOf(books.promise);
}

function drawDrafts(life: Life): void {
  for (const draft of life.drafts.filter(({ on }) => on <= life.today)) {
    life.drafts = life.drafts.filter((each) => each !== draft);
    const most = isLoan(life.books) ? payoffOf(life.books) : mostForLease(life.books);
    const amountCents = most < draft.amountCents ? most : draft.amountCents;
    const runs = ['active', 'matured', 'holdover'].includes(life.status);
    if (!runs || amountCents <= 0n || isHeld(life, 'drafts', life.today)) continue;
    arrive(life, moneyOf(draft, amountCents, life.today));
  }
}

function moneyOf(draft: Draft, amountCents: bigint, today: Day): Money {
  return {
    id: draft.id,
    amountCents,
    purpose: draft.purpose,
    receivedOn: today,
    countsOn: today,
    clearsOn: draft.clearDays === 0 ? null : plusDays(today, draft.clearDays),
    takenBack: false,
  };
}

/** Too long past due tonight, and no hold stops it: the debt leaves the books, but for its fees. */
function chargeOff(life: Life): void {
  const { books, holds, promise } = life;
  const { chargeOffDays } = promise.rules;
  if (chargeOffDays === null || books.endedOn !== null) return;
  const late = isLoan(books) ? daysPastDue(books) : leaseDue(books).daysPastDue;
  if (late < chargeOffDays || isHeldBy(holds, 'charge-off', books.today)) return;
  const memo = isLoan(books) ? loanLeaves(books) : leaseLeaves(books);
  life.chargedOff = { memo, recovered: 0n };
}
