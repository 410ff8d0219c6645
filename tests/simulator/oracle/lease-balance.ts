/** The adjusted lease balance, period by period and day by day. */
import { type Day, daysFrom, monthsLater } from './days.ts';
import { fraction, toCents } from './fraction.ts';
import { maturityOf } from './lease-books.ts';
import type { LeasePromise } from './promise.ts';

const ONE = 10n ** 18n;

/** rent = earning balance × r; the last period takes what is missing to the residual value. */
export function adjustedBalance(promise: LeasePromise, day: Day): bigint {
  const { costCents, residualCents, baseCents, rateE18, term, timing, between } = promise;
  if (day >= maturityOf(promise)) return residualCents;
  let balance = costCents;
  for (let period = 1; ; period += 1) {
    const starts =
      period === 1 ? promise.startsOn : monthsLater(promise.startsOn, period - 1, promise.dueDay);
    const ends = monthsLater(promise.startsOn, period, promise.dueDay);
    const paidFirst = timing === 'advance' || (timing === 'single-payment' && period === 1);
    const paidLast = timing === 'arrears' ? baseCents : 0n;
    const earning = balance - (paidFirst ? baseCents : 0n);
    const rent =
      period === term
        ? residualCents - earning + paidLast
        : toCents(fraction(earning * rateE18, ONE));
    if (day < ends) {
      if (between === 'period') return earning + rent;
      const days = BigInt(Math.max(0, daysFrom(starts, day)));
      return earning + toCents(fraction(rent * days, BigInt(daysFrom(starts, ends))));
    }
    balance = earning + rent - paidLast;
  }
}
