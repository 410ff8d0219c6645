/**
 * The life of a contract as a list of what happened. Money that is older than what came after it,
 * or that goes back, changes the list; the whole life is then lived again from the first day.
 * Only what was decided once and cannot be undone by a date stays: a charge-off, a draft drawn.
 */
import { type Day, plusDays } from './days.ts';
import {
  answerLeaseFees,
  type LeaseBooks,
  maturityOf,
  openLease,
  receiveOnLease,
  wakeLease,
} from './lease-books.ts';
import { daysPastDue } from './loan-answers.ts';
import {
  accrued,
  answerLoanFees,
  isOpen,
  type LoanBooks,
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
  /** Money that the books never saw because the debt had left them. */
  afterChargeOff: Set<Money>;
  drafts: Draft[];
  holds: HeldFrom[];
  status: Status;
  /** Money still on its way. */
  uncleared: Set<Money>;
  chargedOff: { memo: bigint; balance: bigint; recovered: bigint } | null;
};

export function begin(promise: Promised): Life {
  return {
    promise,
    books: openBooks(promise),
    today: promise.opening.asOf,
    money: [],
    afterChargeOff: new Set(),
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
  if (life.chargedOff !== null) {
    life.afterChargeOff.add(money);
    life.chargedOff.recovered += money.amountCents;
  } else if (money.receivedOn === life.today) receive(life.books, money);
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
  if (life.chargedOff === null) {
    reopenIfEarlier(life, money);
    liveAgain(life);
    settle(life);
  } else if (life.afterChargeOff.has(money)) life.chargedOff.recovered -= money.amountCents;
  else {
    life.chargedOff.memo += money.amountCents;
    life.chargedOff.balance += money.amountCents;
  }
}

/** Money that comes or goes before the loan was paid: its end is decided again, and its closing. */
function reopenIfEarlier(life: Life, money: Money): void {
  const endedBy = isLoan(life.books) ? life.books.endedBy : null;
  if (endedBy === null || money.receivedOn > endedBy.receivedOn) return;
  const isSameDay = money.receivedOn === endedBy.receivedOn;
  if (isSameDay && life.money.indexOf(money) > life.money.indexOf(endedBy)) return;
  life.status = 'active';
}

function liveAgain(life: Life): void {
  const books = openBooks(life.promise);
  for (;;) {
    for (const money of life.money) {
      if (!money.takenBack && money.receivedOn === books.today) receive(books, money);
    }
    if (books.today === life.today) break;
    answerFees(life, books);
    wakeBooks(books);
  }
  life.books = books;
}

/** What the state of the books says at once: a loan that is paid has ended, or has begun again. */
function settle(life: Life): void {
  if (!isLoan(life.books) || life.chargedOff !== null) return;
  const isPaid = !isOpen(life.books);
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

export function isHeld(life: Life, what: string, day: Day): boolean {
  return life.holds.some(
    ({ kind, from, until }) =>
      STOPS[what]?.includes(kind) === true && from <= day && (until === null || day < until),
  );
}

function answerFees(life: Life, books: Books): void {
  const isStopped = isHeld(life, 'late-fees', books.today);
  if (isLoan(books)) answerLoanFees(books, isStopped);
  else answerLeaseFees(books, isStopped);
}

/** The evening: drafts, late fees, money that has cleared, the end of the term, the charge-off. */
export function evening(life: Life): void {
  drawDrafts(life);
  answerFees(life, life.books);
  for (const money of [...life.uncleared]) {
    if (money.clearsOn !== null && money.clearsOn <= life.today) life.uncleared.delete(money);
  }
  if (life.status === 'paid-in-full' && life.uncleared.size === 0) life.status = 'closed';
  if (isLoan(life.books)) endLoanDay(life, life.books);
  else if (life.status === 'active' && life.today >= maturityOf(life.books.promise)) {
    life.status = 'holdover';
  }
}

function drawDrafts(life: Life): void {
  for (const draft of life.drafts.filter(({ on }) => on <= life.today)) {
    life.drafts = life.drafts.filter((each) => each !== draft);
    const most = isLoan(life.books) ? payoffOf(life.books) : draft.amountCents;
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

function endLoanDay(life: Life, books: LoanBooks): void {
  if (life.status === 'active' && life.today >= (books.dueDates.at(-1) ?? life.today)) {
    life.status = 'matured';
  }
  const { chargeOffDays } = books.promise.rules;
  if (chargeOffDays === null || (life.status !== 'active' && life.status !== 'matured')) return;
  if (daysPastDue(books) < chargeOffDays || isHeld(life, 'charge-off', life.today)) return;
  const memo = books.principal + books.interest + accrued(books);
  life.chargedOff = { memo, balance: memo, recovered: 0n };
  life.status = 'charged-off';
  life.drafts = [];
  books.principal = 0n;
  books.interest = 0n;
  books.endedOn = life.today;
}
