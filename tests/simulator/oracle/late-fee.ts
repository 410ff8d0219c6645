import type { Day } from './days.ts';
import { plusDays } from './days.ts';
import { fraction, plus, share, toCents } from './fraction.ts';
import type { Rules } from './promise.ts';

/**
 * A late fee that hangs over an installment: its grace has ended with so much of it unpaid. What
 * comes later on the day of the question is late, and changes nothing.
 */
export type Question = { readonly number: number; readonly baseCents: bigint };

/** The close at which installment after installment is asked about, by day. */
export function questionDays(dueDates: readonly Day[], rules: Rules): ReadonlyMap<Day, number[]> {
  const days = new Map<Day, number[]>();
  dueDates.forEach((dueDate, index) => {
    const day = plusDays(dueDate, rules.graceDays + 1);
    days.set(day, [...(days.get(day) ?? []), index + 1]);
  });
  return days;
}

/** 5 %; greater of 5 % or 5.00; lesser of 5 % or 25.00; a flat amount: the same four numbers. */
export function feeOn(rules: Rules, wholeCents: bigint, unpaidCents: bigint): bigint {
  const rule = rules.lateFee;
  if (rule === null || unpaidCents <= 0n) return 0n;
  const base = rule.base === 'unpaid-part' ? unpaidCents : wholeCents;
  const fee = toCents(plus(share(base, rule.ratePpb), fraction(rule.flatCents, 1n)));
  const atLeast = fee < rule.minimumCents ? rule.minimumCents : fee;
  return rule.maximumCents !== null && atLeast > rule.maximumCents ? rule.maximumCents : atLeast;
}

/** Within both limits: a fixed amount and a share of the installment. */
export function isTolerated(rules: Rules, installmentCents: bigint, shortCents: bigint): boolean {
  const withinShare = shortCents * 1_000_000_000n <= installmentCents * rules.tolerancePpb;
  return shortCents <= 0n || (shortCents <= rules.toleranceCents && withinShare);
}
