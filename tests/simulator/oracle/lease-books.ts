/** A lease lived one day at a time by the words of the servicing rules. */
import { type Day, daysFrom, monthlyDays, monthsLater, tomorrow } from './days.ts';
import { fraction, share, toCents } from './fraction.ts';
import { feeOn, isTolerated, type Question, questionDays } from './late-fee.ts';
import { type LeasePromise, least, type Money, type OpenPayment, type Taxed } from './promise.ts';

export type LeaseBooks = {
  readonly promise: LeasePromise;
  readonly dueDates: readonly Day[];
  readonly asked: ReadonlyMap<Day, number[]>;
  today: Day;
  billed: number;
  open: OpenPayment[];
  prepaid: bigint;
  lateFees: bigint;
  otherFees: bigint;
  /** Rent for days after maturity, with its tax: what is owed of it, and all ever billed. */
  holdover: bigint;
  holdoverBilled: bigint;
  excess: bigint;
  /** What insurers paid for the car, kept for the lease's end. */
  proceeds: bigint;
  questions: Question[];
  endedOn: Day | null;
};

/** As it stood at the cut-off, on that day or an earlier one from which some money counts. */
export function openLease(promise: LeasePromise, today = promise.opening.asOf): LeaseBooks {
  const { opening } = promise;
  const dueDates = dueDatesOf(promise);
  const books: LeaseBooks = {
    promise,
    dueDates,
    asked: questionDays(dueDates, promise.rules),
    today,
    billed: opening.billed,
    open: [...opening.open],
    prepaid: opening.prepaidCents,
    lateFees: 0n,
    otherFees: opening.feesCents,
    holdover: 0n,
    holdoverBilled: 0n,
    excess: 0n,
    proceeds: 0n,
    questions: [],
    endedOn: null,
  };
  bill(books);
  return books;
}

function dueDatesOf({ startsOn, term, dueDay, timing }: LeasePromise): Day[] {
  if (timing === 'single-payment') return [startsOn];
  if (timing === 'advance') return monthlyDays(startsOn, term, dueDay);
  return Array.from({ length: term }, (_, index) => monthsLater(startsOn, index + 1, dueDay));
}

export function maturityOf({ startsOn, term, dueDay }: LeasePromise): Day {
  return monthsLater(startsOn, term, dueDay);
}

/**
 * This morning a payment may fall due, and some payment's grace may be over. Fees of the days
 * through the cut-off were for the servicer before to decide.
 */
export function wakeLease(books: LeaseBooks): void {
  books.today = tomorrow(books.today);
  bill(books);
  if (books.today <= books.promise.opening.asOf) return;
  books.questions = (books.asked.get(books.today) ?? [])
    .filter((number) => books.endedOn === null && !isSatisfied(books, number))
    .map((number) => ({
      number,
      baseCents: feeBase(
        books,
        books.open.find((each) => each.number === number),
      ),
    }));
}

export function wholePayment({ baseCents, tax }: LeasePromise): OpenPayment {
  return { number: 0, dueDate: '', baseCents, taxCents: taxOn(tax, 'base-payment', baseCents) };
}

export function totalOf({ baseCents, taxCents }: OpenPayment): bigint {
  return baseCents + taxCents;
}

function taxOn(tax: LeasePromise['tax'], what: Taxed, cents: bigint): bigint {
  const isTaxed = tax.method === 'each-payment' && tax.taxable.includes(what);
  return isTaxed ? toCents(share(cents, tax.ratePpb)) : 0n;
}

function bill(books: LeaseBooks): void {
  if (books.endedOn !== null || books.today < books.promise.opening.asOf) return;
  for (;;) {
    const dueDate = books.dueDates[books.billed];
    if (dueDate === undefined || dueDate > books.today) return;
    books.billed += 1;
    books.open.push({ ...wholePayment(books.promise), number: books.billed, dueDate });
    books.prepaid = payOldestFirst(books, books.prepaid);
  }
}

/** Oldest due payment first, base and tax together; a part is split pro rata, remainder to base. */
function payOldestFirst(books: LeaseBooks, money: bigint): bigint {
  let left = money;
  while (left > 0n) {
    const oldest = books.open[0];
    if (oldest === undefined) break;
    if (left >= totalOf(oldest)) {
      left -= totalOf(oldest);
      books.open.shift();
      continue;
    }
    const tax = (left * oldest.taxCents) / totalOf(oldest);
    books.open[0] = {
      ...oldest,
      taxCents: oldest.taxCents - tax,
      baseCents: oldest.baseCents - (left - tax),
    };
    left = 0n;
  }
  return left;
}

export function isSatisfied(books: LeaseBooks, number: number): boolean {
  const open = books.open.find((each) => each.number === number);
  return open === undefined || isTolerable(books, open);
}

/** Short by so little that it counts as satisfied, though it stays owed. */
export function isTolerable(books: LeaseBooks, open: OpenPayment): boolean {
  const { promise } = books;
  return isTolerated(promise.rules, totalOf(wholePayment(promise)), totalOf(open));
}

/** The part of a payment that a late fee looks at: with or without its tax. */
function feeBase({ promise }: LeaseBooks, payment: OpenPayment | undefined): bigint {
  if (payment === undefined) return 0n;
  return promise.rules.lateFee?.withTax === true ? totalOf(payment) : payment.baseCents;
}

/** Money takes effect today: oldest payment, other charges, late fees, then payments to come. */
export function receiveOnLease(books: LeaseBooks, money: Money): void {
  if (money.purpose === 'insurance' || money.purpose === 'gap') {
    books.proceeds += money.amountCents;
    return;
  }
  const advances = money.purpose !== 'addon-refund' && money.purpose !== 'recovery';
  let left = advances ? payOldestFirst(books, money.amountCents) : money.amountCents;
  const take = (most: bigint): bigint => {
    const taken = least(left, most);
    left -= taken;
    return taken;
  };
  books.holdover -= take(books.holdover);
  books.otherFees -= take(books.otherFees);
  books.lateFees -= take(books.lateFees);
  const toCome = BigInt(books.dueDates.length - books.billed);
  if (advances)
    books.prepaid += take(toCome * totalOf(wholePayment(books.promise)) - books.prepaid);
  books.excess += left;
}

/** Everything owed apart from the payments. */
export function chargesOf({ lateFees, otherFees, holdover }: LeaseBooks): bigint {
  return lateFees + otherFees + holdover;
}

/** What is open, all charges, and every payment to come that is not prepaid yet. */
export function mostForLease(books: LeaseBooks): bigint {
  const open = books.open.reduce((sum, payment) => sum + totalOf(payment), 0n);
  const toCome = BigInt(books.dueDates.length - books.billed);
  const prepayable = toCome * totalOf(wholePayment(books.promise)) - books.prepaid;
  return open + chargesOf(books) + prepayable;
}

/** The evening answers the late fees that hang over the day, with tax, unless a hold stops them. */
export function answerLeaseFees(books: LeaseBooks, isStopped: boolean): void {
  const { promise } = books;
  for (const { baseCents } of books.questions) {
    if (isStopped) continue;
    const whole = feeBase(books, wholePayment(promise));
    const fee = feeOn(promise.rules, whole, baseCents);
    books.lateFees += fee + taxOn(promise.tax, 'late-fee', fee);
  }
  books.questions = [];
}

/** All rent for the days that the car was kept past maturity: base / 30 a day, rounded once. */
export function holdoverRent(promise: LeasePromise, today: Day): bigint {
  const maturity = maturityOf(promise);
  if (today <= maturity) return 0n;
  const monthsInBase = promise.timing === 'single-payment' ? BigInt(promise.term) : 1n;
  const days = BigInt(daysFrom(maturity, today));
  return toCents(fraction(promise.baseCents * days, 30n * monthsInBase));
}

/** The evening bills the rent of one more day, with tax on all of it, less what it has billed. */
export function billHoldover(books: LeaseBooks): void {
  if (books.endedOn !== null) return;
  const rent = holdoverRent(books.promise, books.today);
  const all = rent + taxOn(books.promise.tax, 'holdover', rent);
  books.holdover += all - books.holdoverBilled;
  books.holdoverBilled = all;
}

/** The payments that fell due leave the books, with their tax; none falls due any more. */
export function leaseLeaves(books: LeaseBooks): bigint {
  const owed = books.open.reduce((sum, payment) => sum + totalOf(payment), 0n);
  books.open = [];
  books.endedOn = books.today;
  return owed;
}
