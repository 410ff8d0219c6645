/** The adjusted lease balance, period by period and day by day. */
import { type Day, daysFrom, monthlyDays } from './days.ts';
import { fraction, toCents } from './fraction.ts';
import type { LeasePromise } from './promise.ts';

const ONE = 10n ** 18n;

/** The first day of every period, and maturity, looked up once for a promise. */
const firstDays = new WeakMap<LeasePromise, Day[]>();

function firstDaysOf(promise: LeasePromise): Day[] {
  const known = firstDays.get(promise);
  if (known !== undefined) return known;
  const days = monthlyDays(promise.startsOn, promise.term + 1, promise.dueDay);
  firstDays.set(promise, days);
  return days;
}

/** rent = earning balance × r; the last period takes what is missing to the residual value. */
export function adjustedBalance(promise: LeasePromise, day: Day): bigint {
  const { costCents, residualCents, baseCents, rateE18, term, timing, between } = promise;
  const days = firstDaysOf(promise);
  if (day >= (days[term] ?? day)) return residualCents;
  let balance = costCents;
  for (let period = 1; ; period += 1) {
    const starts = days[period - 1] ?? day;
    const ends = days[period] ?? day;
    const paidFirst = timing === 'advance' || (timing === 'single-payment' && period === 1);
    const paidLast = timing === 'arrears' ? baseCents : 0n;
    const earning = balance - (paidFirst ? baseCents : 0n);
    const rent =
      period === term
        ? residualCents - earning + paidLast
        : toCents(fraction(earning * rateE18, ONE));
    if (day < ends) {
      if (between === 'period') return earning + rent;
      const elapsed = BigInt(Math.max(0, daysFrom(starts, day)));
      return earning + toCents(fraction(rent * elapsed, BigInt(daysFrom(starts, ends))));
    }
    balance = earning + rent - paidLast;
  }
}
