import { type Cents, sumCents } from '@roadbook/domain/money/cents';
import {
  addDays,
  addMonths,
  type BusinessDate,
  daysBetween,
  partsOf,
} from '@roadbook/domain/time/calendar';
import type { Findings } from '../check/finding.ts';
import type { Assumptions } from './assumptions.ts';

/** As a due day, the last one of every month. */
const LAST_DAY = 31;

/** What a record says of how far its payments are paid, and the schedule to hold it against. */
export type PaidFacts = {
  readonly asOf: BusinessDate;
  readonly count: number;
  readonly dueBy: (on: BusinessDate) => number;
  readonly dueDateOf: (number: number) => BusinessDate;
  readonly amountOf: (number: number) => Cents;
  readonly toleranceCents: Cents;
  readonly daysPastDue: number;
  /** What falls due in the next period, arrears included; null where that says nothing. */
  readonly amountDueCents: Cents | null;
  readonly feesCents: Cents;
  readonly paidThrough: BusinessDate | null;
  /** Whether the due day was assumed, so that no payment can be said to fall on the cut-off. */
  readonly dueDayAssumed: boolean;
};

/** How many payments are paid at the cut-off, and what of the next one is. */
export type PaidPosition = { readonly paid: number; readonly towardNextCents: Cents };

/**
 * How far the payments of a contract are paid. Days past due say which payment is the oldest unpaid
 * one; without any, all that fell due before the cut-off day are paid. A payment due on that day is
 * unpaid unless the record shows it paid. What is paid beyond it is paid ahead.
 */
export function paidPosition(
  facts: PaidFacts,
  assume: Assumptions,
  findings: Findings,
): PaidPosition {
  if (facts.daysPastDue > 0) return behind(facts, findings);
  const due = facts.dueBy(facts.asOf);
  const isDueToday = due > facts.dueBy(addDays(facts.asOf, -1));
  const before = isDueToday && !facts.dueDayAssumed ? due - 1 : due;
  const byAmount = paidByAmount(facts, due, before, findings);
  const byDate = paidByDate(facts, before, byAmount, findings);
  if (byDate !== null && (byAmount === null || byDate > byAmount.paid)) {
    return { paid: byDate, towardNextCents: 0n };
  }
  if (byAmount !== null) return byAmount;
  if (isDueToday && due > 0) {
    const value = facts.dueDayAssumed ? 'paid' : 'unpaid';
    const reason = facts.dueDayAssumed ? 'due-day-assumed' : 'file-silent-unpaid';
    assume.orAssume('paymentDueOnCutOff', null, value, reason);
  }
  return { paid: before, towardNextCents: 0n };
}

/** The oldest unpaid payment is the one that lies as many days back as the contract is past due. */
function behind(facts: PaidFacts, findings: Findings): PaidPosition {
  const { asOf, dueDateOf, amountOf, toleranceCents } = facts;
  const due = facts.dueBy(asOf);
  const wanted = addDays(asOf, -facts.daysPastDue);
  let nearest = 1;
  for (let number = 1; number <= due; number += 1) {
    const distance = Math.abs(daysBetween(dueDateOf(number), wanted));
    if (distance <= Math.abs(daysBetween(dueDateOf(nearest), wanted))) nearest = number;
  }
  const paid = nearest - 1;
  if (facts.paidThrough !== null && facts.paidThrough > asOf) paidThroughDisagrees(findings);
  const next = nextNumbers(facts, due);
  if (facts.amountDueCents === null || next.length === 0 || due < nearest) {
    return { paid, towardNextCents: 0n };
  }
  const unpaid = numbers(nearest, due).map(amountOf);
  const expected = sumCents([...unpaid, ...next.map(amountOf)]);
  const partPaid = expected - facts.amountDueCents;
  const isPart = partPaid > toleranceCents && partPaid < amountOf(nearest) - toleranceCents;
  return { paid, towardNextCents: isPart ? partPaid : 0n };
}

/**
 * Payments that a paid-through date covers. A payment covers the days until the next one falls due,
 * so it is paid when its due date is not later. A date that is itself a due date names the payment
 * that is still asked for, where the amount due says so.
 */
function paidByDate(
  facts: PaidFacts,
  before: number,
  byAmount: PaidPosition | null,
  findings: Findings,
): number | null {
  const { paidThrough, asOf, dueBy, count } = facts;
  if (paidThrough === null) return null;
  if (paidThrough < asOf) {
    if (dueBy(paidThrough) < before) paidThroughDisagrees(findings);
    return before;
  }
  const covered = Math.min(count, dueBy(paidThrough));
  const isAsked = byAmount !== null && byAmount.paid < covered;
  if (isAsked && facts.dueDateOf(covered) === paidThrough) return Math.max(before, covered - 1);
  return Math.max(before, covered);
}

/** Payments that the amount due next shows paid; null where it shows nothing. */
function paidByAmount(
  facts: PaidFacts,
  due: number,
  before: number,
  findings: Findings,
): PaidPosition | null {
  const { amountDueCents, amountOf, toleranceCents, feesCents } = facts;
  const next = nextNumbers(facts, due);
  if (amountDueCents === null || next.length === 0) return null;
  const ofNext = sumCents(next.map(amountOf));
  const unpaid = amountDueCents - ofNext;
  if (unpaid < -toleranceCents) return aheadBy(facts, due, -unpaid);
  if (unpaid <= toleranceCents + feesCents) return { paid: due, towardNextCents: 0n };
  const today = before < due ? amountOf(due) : 0n;
  if (today > 0n && unpaid < today - toleranceCents) {
    return { paid: before, towardNextCents: today - unpaid };
  }
  const rest = unpaid - today - feesCents;
  // Tax and small shortfalls are no payment; half a payment and more is.
  if (rest * 2n > amountOf(next[0] ?? 1)) {
    findings.add(
      'amount-due-disagrees',
      'nextReportingPeriodPaymentAmountDue',
      'More is due next than the payments that can be unpaid with these days past due.',
      'an amount due that goes with the days past due',
    );
  }
  return { paid: before, towardNextCents: 0n };
}

function aheadBy(facts: PaidFacts, due: number, cents: Cents): PaidPosition {
  let paid = due;
  let left = cents;
  while (paid < facts.count && left >= facts.amountOf(paid + 1) - facts.toleranceCents) {
    paid += 1;
    left -= facts.amountOf(paid);
  }
  return { paid, towardNextCents: left > facts.toleranceCents ? left : 0n };
}

/** The payments that fall due in the month after the cut-off, which may be the end of a month. */
function nextNumbers({ asOf, dueBy }: PaidFacts, due: number): number[] {
  const isMonthEnd = partsOf(addDays(asOf, 1)).day === 1;
  return numbers(due + 1, dueBy(addMonths(asOf, 1, isMonthEnd ? LAST_DAY : undefined)));
}

function numbers(from: number, through: number): number[] {
  return Array.from({ length: Math.max(0, through - from + 1) }, (_, index) => from + index);
}

function paidThroughDisagrees(findings: Findings): void {
  findings.add(
    'paid-through-disagrees',
    'paidThroughDate',
    'The day through which it is paid does not go with the days past due, which were taken.',
    'a day that goes with the days past due',
  );
}
