import { levelPayment } from '@roadbook/domain/loan/level-payment';
import { type Day, monthsLater, plusDays, rhythmDays } from './oracle/days.ts';
import { fraction, toCents } from './oracle/fraction.ts';
import type { LoanPromise } from './oracle/promise.ts';
import { rules } from './promise-rules.ts';
import type { Random } from './random.ts';

/**
 * Any loan a lender might hold: three day counts, 0 to 25 %, 6 to 84 installments, any rhythm and
 * due day.
 */
export function loanPromise(dice: Random): LoanPromise {
  const term = dice.from(6, 84);
  const financedCents = BigInt(dice.from(50_000, 6_000_000));
  const ratePpb = dice.chance(8) ? 0n : BigInt(dice.from(1, 2_500)) * 100_000n;
  const dueDay = dice.from(1, 31);
  const originatedOn = someDay(dice);
  const rhythm = dice.one(RHYTHMS);
  const firstDueDate = monthsLater(originatedOn, dice.from(1, 2), dueDay);
  const perYear = PER_YEAR[rhythm];
  const installmentCents = levelPayment(financedCents, ratePpb, term, perYear);
  const balances = schedule(financedCents, ratePpb, installmentCents, term, perYear);
  const finalCents = (balances.at(-1) ?? 0n) + installmentCents;
  const promise = {
    product: 'loan' as const,
    originatedOn,
    financedCents,
    ratePpb,
    dayCount: dice.one(['actual/365', 'actual/365', 'actual/actual', '30/360'] as const),
    term,
    rhythm,
    firstDueDate,
    dueDay,
    installmentCents,
    finalCents: finalCents > 0n ? finalCents : 1n,
    rules: rules(dice),
  };
  return { ...promise, opening: opening(dice, promise, balances) };
}

const RHYTHMS = [
  'monthly',
  'monthly',
  'monthly',
  'quarterly',
  'semi-monthly',
  'bi-weekly',
  'weekly',
] as const;
const PER_YEAR = { monthly: 12, quarterly: 4, 'semi-monthly': 24, 'bi-weekly': 26, weekly: 52 };

export function someDay(dice: Random): Day {
  return plusDays('2015-01-01', dice.from(0, 4_400));
}

/** Balances after each installment by equal periods, good enough for a last installment. */
function schedule(
  amount: bigint,
  ratePpb: bigint,
  installment: bigint,
  term: number,
  perYear: number,
): bigint[] {
  let balance = amount;
  return Array.from({ length: term }, () => {
    const interest = toCents(fraction(balance * ratePpb, BigInt(perYear) * 1_000_000_000n));
    balance += interest - installment;
    return balance;
  });
}

/** Most begin with us; some come from another servicer in the middle, with something unpaid. */
function opening(
  dice: Random,
  promise: Omit<LoanPromise, 'opening'>,
  balances: readonly bigint[],
): LoanPromise['opening'] {
  const { originatedOn, financedCents, firstDueDate, dueDay, term, rhythm } = promise;
  const fresh = {
    asOf: originatedOn,
    principalCents: financedCents,
    interestCents: 0n,
    feesCents: feesBrought(dice),
    interestFrom: originatedOn,
    satisfied: 0,
  };
  if (!dice.chance(30)) return fresh;
  const satisfied = dice.from(1, term - 2);
  const days = rhythmDays(rhythm, firstDueDate, satisfied, dueDay);
  const interestFrom = days.at(-1) ?? firstDueDate;
  return {
    asOf: plusDays(interestFrom, dice.from(0, 45)),
    principalCents: balances[satisfied - 1] ?? financedCents,
    interestCents: BigInt(dice.one([0, 0, dice.from(1, 9_000)])),
    feesCents: feesBrought(dice),
    interestFrom,
    satisfied,
  };
}

/** Fees of another servicer or of the dealer, sometimes more than an installment. */
export function feesBrought(dice: Random): bigint {
  return BigInt(dice.one([0, 0, 0, dice.from(1, 9_000), dice.from(9_000, 150_000)]));
}
