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
