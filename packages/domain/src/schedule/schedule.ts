import type { Cents } from '../money/cents.ts';
import { toCount } from '../money/count.ts';
import { floorDivide } from '../money/divide.ts';
import type { BusinessDate } from '../time/calendar.ts';
import { dueDateAfter, dueDatesBy, type Rhythm } from './rhythm.ts';

/** A run of installments of one amount in one rhythm, from its own first due date on. */
export type Segment = {
  readonly firstDueDate: BusinessDate;
  readonly rhythm: Rhythm;
  /** How many installments the run has; at least 1. */
  readonly count: number;
  readonly installmentCents: Cents;
};

/**
 * The installments that a borrower promised, as dated segments one after the other. A change of due
 * date or an extension ends one segment and begins the next, so the dates and amounts of what has
 * fallen due stay as they were.
 */
export type Schedule = {
  readonly segments: readonly [Segment, ...Segment[]];
  /** The last installment where it is known to differ; it takes whatever is left in any case. */
  readonly finalInstallmentCents: Cents;
};

/** One promised payment of a loan. */
export type Installment = {
  readonly number: number;
  readonly dueDate: BusinessDate;
  readonly amountCents: Cents;
};

/** A schedule of one segment: how every loan begins. */
export function levelSchedule(
  segment: Segment,
  finalInstallmentCents: Cents = segment.installmentCents,
): Schedule {
  return { segments: [segment], finalInstallmentCents };
}

/** The number of installments the borrower promised. */
export function installmentCountOf({ segments }: Schedule): number {
  let count = 0;
  for (const segment of segments) count += segment.count;
  return count;
}

/** The due date of installment `number`, counted from 1; numbers past the last go on counting. */
export function dueDateIn(schedule: Schedule, number: number): BusinessDate {
  const { segment, index } = placeOf(schedule, number);
  return dueDateAfter(segment.rhythm, segment.firstDueDate, index);
}

export function installmentIn(schedule: Schedule, number: number): Installment {
  const { segment, index } = placeOf(schedule, number);
  const isLast = number === installmentCountOf(schedule);
  return {
    number,
    dueDate: dueDateAfter(segment.rhythm, segment.firstDueDate, index),
    amountCents: isLast ? schedule.finalInstallmentCents : segment.installmentCents,
  };
}

/** How many installments have fallen due on or before a day. */
export function installmentsBy({ segments }: Schedule, on: BusinessDate): number {
  let due = 0;
  for (const segment of segments) {
    if (on < segment.firstDueDate) return due;
    const reached = dueDatesBy(segment.rhythm, segment.firstDueDate, on);
    due += reached < segment.count ? reached : segment.count;
  }
  return due;
}

/** The sum of the first `count` installments. */
export function sumThrough(schedule: Schedule, count: number): Cents {
  const { segments, finalInstallmentCents } = schedule;
  let left = count;
  let sum = 0n;
  let lastCents = 0n;
  for (const segment of segments) {
    if (left <= 0) return sum;
    const taken = left < segment.count ? left : segment.count;
    sum += BigInt(taken) * segment.installmentCents;
    lastCents = segment.installmentCents;
    left -= taken;
  }
  const isWhole = count >= installmentCountOf(schedule);
  return isWhole ? sum - lastCents + finalInstallmentCents : sum;
}

/**
 * How many of the first installments a sum pays when each may be short by a tolerance that depends
 * on its segment.
 */
export function paidBy(
  schedule: Schedule,
  sum: Cents,
  toleranceOf: (segment: Segment) => Cents,
): number {
  const count = installmentCountOf(schedule);
  const last = schedule.segments.at(-1) ?? schedule.segments[0];
  if (sum + toleranceOf(last) >= sumThrough(schedule, count)) return count;
  let paid = 0;
  let before = 0n;
  for (const segment of schedule.segments) {
    if (segment.installmentCents === 0n) return paid;
    const reach = sum + toleranceOf(segment) - before;
    const level = reach <= 0n ? 0 : toCount(floorDivide(reach, segment.installmentCents));
    if (level < segment.count) return Math.min(paid + level, count - 1);
    paid += segment.count;
    before += BigInt(segment.count) * segment.installmentCents;
  }
  return count - 1;
}

/** The segment an installment belongs to. */
export function segmentOf(schedule: Schedule, number: number): Segment {
  return placeOf(schedule, number).segment;
}

function placeOf({ segments }: Schedule, number: number): { segment: Segment; index: number } {
  let before = 0;
  let segment: Segment = segments[0];
  for (const [at, each] of segments.entries()) {
    segment = each;
    const isLast = at === segments.length - 1;
    if (isLast || number <= before + each.count) break;
    before += each.count;
  }
  return { segment, index: number - before - 1 };
}
