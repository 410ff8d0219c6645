/**
 * The life of a contract as a list of what happened. Money that is older than what came after it,
 * or that goes back, changes the list; the whole life is then lived again from the first day.
 * Only what was done once and no date can undo stays: a draft drawn.
 */
import { type Day, plusDays } from './days.ts';
import { leaseDue } from './lease-answers.ts';
import {
  answerLeaseFees,
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
};

/** What was owed when the debt left the books, and what came after it. */
export type ChargedOff = { readonly memo: bigint; recovered: bigint };

export function begin(promise: Promised): Life {
  return {
    promise,
    books: openBooks(promise),
    today: promise.opening.asOf,
    money: [],
    drafts: [],
    holds: [],
    status: 'active',
    uncleared: new Set(),
    chargedOff: null,
  };
}

function openBooks(promise: Promised): Books {
  return promise.product === 'loan' ? openLoan(promise) : openLease(promise);
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

function receive(books: Books, money: Money): void {
  if (isLoan(books)) receiveOnLoan(books, money);
  else receiveOnLease(books, money);
}

/** Money has come. Older than today, it takes its place and everything after it is lived again. */
export function arrive(life: Life, money: Money): void {
  life.money.push(money);
  if (money.clearsOn !== null) life.uncleared.add(money);
  if (money.receivedOn === life.today) take(life, money);
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
function take(life: Life, money: Money): void {
  if (life.chargedOff === null) receive(life.books, money);
  else life.chargedOff.recovered += money.amountCents;
}

/** Money that comes or goes before the loan was paid: its end is decided again, and its closing. */
function reopenIfEarlier(life: Life, money: Money): void {
  const endedBy = isLoan(life.books) ? life.books.endedBy : null;
  if (endedBy === null || money.receivedOn > endedBy.receivedOn) return;
  const isSameDay = money.receivedOn === endedBy.receivedOn;
  if (isSameDay && life.money.indexOf(money) > life.money.indexOf(endedBy)) return;
  life.status = 'active';
}

/** From the first day again: money, and at every evening that is over its fees and a charge-off. */
function liveAgain(life: Life): void {
  const { today } = life;
  life.books = openBooks(life.promise);
  life.chargedOff = null;
  for (;;) {
    for (const money of life.money) {
      if (!money.takenBack && money.receivedOn === life.books.today) take(life, money);
    }
    if (life.books.today === today) return;
    answerFees(life);
    chargeOff(life);
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

/** The evening: drafts, late fees, money that has cleared, the end of the term, the charge-off. */
export function evening(life: Life): void {
  drawDrafts(life);
  answerFees(life);
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
