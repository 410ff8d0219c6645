import type { AmountDue } from '../contract/amount-due.ts';
import type { LeaseContract, OpenLeasePayment } from '../contract/contract.ts';
import { disputedLines, leftOfLine } from '../contract/give-back.ts';
import { stoppedBy } from '../contract/hold.ts';
import { lastTimelyDay, lateFeeDay, lateFeeOn } from '../contract/late-fee-rule.ts';
import { isRunning } from '../contract/status.ts';
import { toleratedCents } from '../contract/tolerance.ts';
import { balanceOf, creditOf } from '../ledger/balances.ts';
import { breakdown, type Line, line } from '../money/breakdown.ts';
import { atLeastZero, type Cents, sumCents } from '../money/cents.ts';
import { addDays, type BusinessDate, daysBetween } from '../time/calendar.ts';
import { leasePaymentCount, leasePaymentsDueBy } from './lease-calendar.ts';
import { leasePaymentOf, totalOf } from './lease-charge.ts';
import { applyToOpen } from './open-payments.ts';

/** A shortfall up to this counts as satisfied though it stays owed. */
export function leaseTolerance(lease: LeaseContract): Cents {
  return toleratedCents(lease.terms.policy, totalOf(leasePaymentOf(lease.terms, 1)));
}

/**
 * Every lease payment due by a day and not wholly paid, whether or not the close has posted it yet:
 * what a date implies is never waited for.
 */
export function openOn(lease: LeaseContract, on: BusinessDate): readonly OpenLeasePayment[] {
  const { terms, facts } = lease;
  const due = isRunning(lease.status) ? leasePaymentsDueBy(terms, on) : facts.billed;
  if (due <= facts.billed) return facts.open.filter(({ dueDate }) => dueDate <= on);
  const unbilled: OpenLeasePayment[] = [];
  for (let number = facts.billed + 1; number <= due; number += 1) {
    unbilled.push(leasePaymentOf(terms, number));
  }
  const prepaid = creditOf(lease.balances, 'prepaid-lease-payments');
  return applyToOpen([...facts.open, ...unbilled], prepaid).open;
}

/** The due date of the oldest posted payment that is not satisfied, or null when all are. */
export function oldestOpen(lease: LeaseContract): BusinessDate | null {
  const tolerance = leaseTolerance(lease);
  return lease.facts.open.find((payment) => totalOf(payment) > tolerance)?.dueDate ?? null;
}

/** What the lessee owes on a day. See `AmountDue`. */
export function leaseAmountDue(lease: LeaseContract, on: BusinessDate): AmountDue {
  const running = isRunning(lease.status);
  const past = openOn(lease, addDays(on, -1));
  // A car given back before the last payment: those to come stay owed, each on its own day.
  const next = running ? nextPayment(lease, on) : nextOpen(lease, on);
  const pastDueCents = sumCents(past.map(totalOf));
  const feesCents = askedFees(lease);
  const lines: Line[] = [];
  if (pastDueCents > 0n) {
    lines.push(
      line('past-due', 'lease-payments-past-due', pastDueCents, {
        numbers: past.map((payment) => payment.number).join(', '),
      }),
    );
  }
  if (feesCents > 0n) lines.push(line('fees', 'fees-unpaid', feesCents));
  if (next !== null) {
    lines.push(
      line('next-payment', 'lease-payment-due', totalOf(next), {
        number: next.number.toString(),
        dueDate: next.dueDate,
        baseCents: next.baseCents.toString(),
        taxCents: next.taxCents.toString(),
      }),
    );
  }
  const tolerance = leaseTolerance(lease);
  const oldest = past.find((payment) => totalOf(payment) > tolerance)?.dueDate ?? null;
  return {
    asOf: on,
    total: breakdown(lines),
    pastDueCents,
    feesCents,
    nextDueDate: next?.dueDate ?? null,
    nextPaymentCents: next === null ? 0n : totalOf(next),
    daysPastDue: oldest === null ? 0 : daysBetween(oldest, on),
    oldestUnsatisfiedDueDate: oldest,
    lateFee: running ? nextLateFee(lease, on) : null,
  };
}

export function leaseFees(lease: LeaseContract): Cents {
  return (
    balanceOf(lease.balances, 'late-fees-receivable') +
    balanceOf(lease.balances, 'other-fees-receivable') +
    balanceOf(lease.balances, 'holdover-receivable') +
    balanceOf(lease.balances, 'third-party-receivable')
  );
}

/** The charges that are asked for: not a line of a bill whose dispute nobody has decided yet. */
export function askedFees(lease: LeaseContract): Cents {
  const { giveBack } = lease.facts;
  const waiting = disputedLines(giveBack).map((each) => {
    const { chargeCents, taxCents } = leftOfLine(giveBack, each);
    return chargeCents + taxCents;
  });
  return atLeastZero(leaseFees(lease) - sumCents(waiting));
}

/** The first lease payment due on or after the day that wants money, as far as it is unpaid. */
function nextPayment(lease: LeaseContract, on: BusinessDate): OpenLeasePayment | null {
  return paymentsFrom(lease, on).next().value ?? null;
}

function nextOpen({ facts }: LeaseContract, on: BusinessDate): OpenLeasePayment | null {
  return facts.open.find(({ dueDate }) => dueDate >= on) ?? null;
}

/** Every lease payment due on or after the day that wants money, as far as it is unpaid. */
function* paymentsFrom(
  lease: LeaseContract,
  on: BusinessDate,
): Generator<OpenLeasePayment, undefined> {
  const { terms, facts } = lease;
  const count = leasePaymentCount(terms);
  const dueBefore = leasePaymentsDueBy(terms, addDays(on, -1));
  let credit = creditOf(lease.balances, 'prepaid-lease-payments');
  for (let number = Math.min(facts.billed, dueBefore) + 1; number <= count; number += 1) {
    const isBilled = number <= facts.billed;
    const wanted = isBilled
      ? facts.open.filter((payment) => payment.number === number)
      : [leasePaymentOf(terms, number)];
    const { open, leftCents } = applyToOpen(wanted, isBilled ? 0n : credit);
    if (!isBilled) credit = leftCents;
    const unpaid = open[0];
    if (number > dueBefore && unpaid !== undefined) yield unpaid;
  }
}

/**
 * The next late fee that will fall if no money comes and is still avoidable on the day. A hold
 * stops the fees of its days, so the next one is for a payment after it.
 */
function nextLateFee(lease: LeaseContract, on: BusinessDate): AmountDue['lateFee'] {
  const { policy } = lease.terms;
  const tolerance = leaseTolerance(lease);
  for (const payment of [...openOn(lease, on), ...paymentsFrom(lease, on)]) {
    const payBy = lastTimelyDay(policy, payment.dueDate);
    if (payBy < on || totalOf(payment) <= tolerance) continue;
    if (stoppedBy(lease.holds, 'late-fees', lateFeeDay(policy, payment.dueDate)) !== null) continue;
    const feeCents = leaseLateFee(lease, payment.number, feeBaseOf(lease, payment));
    return feeCents > 0n ? { payBy, feeCents } : null;
  }
  return null;
}

/**
 * The part of a lease payment that a late fee looks at: with its tax or without, as the rule says.
 */
export function feeBaseOf(lease: LeaseContract, payment: OpenLeasePayment): Cents {
  return lease.terms.policy.lateFee?.withTax === true ? totalOf(payment) : payment.baseCents;
}

/** The late fee on lease payment `number` of whose fee base so much is unpaid. */
export function leaseLateFee(lease: LeaseContract, number: number, unpaidBase: Cents): Cents {
  const whole = feeBaseOf(lease, leasePaymentOf(lease.terms, number));
  return lateFeeOn(lease.terms.policy, whole, unpaidBase);
}
