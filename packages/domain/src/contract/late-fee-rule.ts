import { type Line, line } from '../money/breakdown.ts';
import { type Cents, maxCents, minCents } from '../money/cents.ts';
import { shareOf } from '../money/rate.ts';
import { addDays, type BusinessDate } from '../time/calendar.ts';
import type { ServicingPolicy } from './servicing-policy.ts';

/** The amount of one late fee on an installment; zero when the contract has none. */
export function lateFeeOn(policy: ServicingPolicy, whole: Cents, unpaid: Cents): Cents {
  const rule = policy.lateFee;
  if (rule === null || unpaid <= 0n) return 0n;
  const base = rule.base === 'unpaid-part' ? unpaid : whole;
  const raw = shareOf(base, rule.ratePpb) + rule.flatCents;
  const atLeast = maxCents(raw, rule.minimumCents);
  return rule.maximumCents === null ? atLeast : minCents(atLeast, rule.maximumCents);
}

/**
 * Whether installment or lease payment `number` was unsatisfied when its grace ended, and by how
 * much.
 */
export type LateFeeQuestion = {
  readonly number: number;
  readonly dueDate: BusinessDate;
  /** The unpaid part that the fee looks at; for a lease with or without tax, as its rule says. */
  readonly unpaidCents: Cents;
};

/** A late fee as a line that says what it came of. */
export function lateFeeLine(
  policy: ServicingPolicy,
  { number, dueDate, unpaidCents }: LateFeeQuestion,
  feeCents: Cents,
): Line {
  return line('late-fee', 'late-fee', feeCents, {
    installment: number.toString(),
    dueDate,
    unpaidCents: unpaidCents.toString(),
    graceDays: policy.graceDays.toString(),
  });
}

/** The last timely day for a due date. */
export function lastTimelyDay(policy: ServicingPolicy, dueDate: BusinessDate): BusinessDate {
  return addDays(dueDate, policy.graceDays);
}

/** The day at whose close the fee is assessed. */
export function lateFeeDay(policy: ServicingPolicy, dueDate: BusinessDate): BusinessDate {
  return addDays(dueDate, policy.graceDays + 1);
}

/** The latest due date whose fee is assessed by the close of a day: `lateFeeDay` the other way. */
export function lastDueDateDecided(policy: ServicingPolicy, on: BusinessDate): BusinessDate {
  return addDays(on, -policy.graceDays - 1);
}
