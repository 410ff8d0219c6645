import { basePayment, implicitRate } from '@roadbook/domain/lease/pricing';
import { monthsLater, plusDays } from './oracle/days.ts';
import { openLease } from './oracle/lease-books.ts';
import type { LeasePromise, OpenPayment, Tax } from './oracle/promise.ts';
import { feesBrought, someDay } from './promise-loan.ts';
import { rules } from './promise-rules.ts';
import type { Random } from './random.ts';

/** Any closed-end lease: in advance, in arrears or paid at once; taxed or not. */
export function leasePromise(dice: Random): LeasePromise {
  const term = dice.from(6, 60);
  const costCents = BigInt(dice.from(1_000_000, 8_000_000));
  const residualCents = (costCents * BigInt(dice.from(30, 75))) / 100n;
  const factor = BigInt(dice.from(20, 450)) * 10_000n;
  const timing = dice.one(['advance', 'advance', 'arrears', 'single-payment'] as const);
  const each = basePayment(costCents, residualCents, term, factor).basePaymentCents;
  const baseCents = timing === 'single-payment' ? each * BigInt(term) : each;
  const rateE18 = implicitRate(costCents, baseCents, residualCents, term, timing);
  if (rateE18 === null) return leasePromise(dice);
  const dueDay = dice.from(1, 31);
  const startsOn = dice.chance(50) ? monthsLater(someDay(dice), 1, dueDay) : someDay(dice);
  const promise = {
    product: 'lease' as const,
    startsOn,
    term,
    dueDay,
    timing,
    costCents,
    residualCents,
    baseCents,
    rateE18,
    between: dice.one(['pro-rata', 'period'] as const),
    accounting: dice.one(['operating', 'finance'] as const),
    tax: taxOf(dice),
    rules: rules(dice),
  };
  return { ...promise, opening: opening(dice, promise) };
}

function taxOf(dice: Random): Tax {
  const ratePpb = BigInt(dice.from(1, 1_100)) * 100_000n;
  return dice.one<Tax>([
    { method: 'none', ratePpb: 0n, taxable: [] },
    { method: 'each-payment', ratePpb, taxable: ['base-payment'] },
    { method: 'each-payment', ratePpb, taxable: ['base-payment', 'late-fee'] },
    { method: 'each-payment', ratePpb, taxable: ['base-payment', 'holdover'] },
    { method: 'each-payment', ratePpb, taxable: ['late-fee', 'holdover'] },
  ]);
}

/** From its first day, or from another servicer in the middle with one payment perhaps open. */
function opening(dice: Random, promise: Omit<LeasePromise, 'opening'>): LeasePromise['opening'] {
  const { startsOn, dueDay, term, timing } = promise;
  const fresh = {
    asOf: startsOn,
    billed: 0,
    open: [],
    prepaidCents: 0n,
    feesCents: feesBrought(dice),
  };
  if (timing === 'single-payment' || !dice.chance(30)) return fresh;
  const asOf = plusDays(monthsLater(startsOn, dice.from(1, term - 2), dueDay), dice.from(0, 20));
  const due = openLease({ ...promise, opening: { ...fresh, asOf } });
  const last = due.open.at(-1);
  const open: OpenPayment[] = last !== undefined && dice.chance(30) ? [last] : [];
  return { ...fresh, asOf, billed: due.billed, open };
}
