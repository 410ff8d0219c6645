import type { LeaseContract, OpenLeasePayment } from '../../contract/contract.ts';
import { stoppedBy } from '../../contract/hold.ts';
import { lastTimelyDay, lateFeeDay } from '../../contract/late-fee-rule.ts';
import { isRunning, publicLeaseStatus } from '../../contract/status.ts';
import {
  askedFees,
  feeBaseOf,
  leaseAmountDue,
  leaseFees,
  leaseLateFee,
  leaseTolerance,
  openOn,
} from '../../lease/amount-due.ts';
import { totalOf } from '../../lease/lease-charge.ts';
import { leasePaymentsToCome } from '../../lease/payments-to-come.ts';
import { balanceOf } from '../../ledger/balances.ts';
import { breakdown, line, withoutZeros } from '../../money/breakdown.ts';
import { atLeastZero, sumCents } from '../../money/cents.ts';
import { addDays, type BusinessDate } from '../../time/calendar.ts';
import { chargedOffDebt } from '../charged-off-debt.ts';
import { holdoverStanding } from './holdover-standing.ts';
import { avoidableOn, promisedOf } from './shared-standing.ts';
import type { FeeAhead, PastDuePayment, Standing } from './standing.ts';

/** Where the lessee stands on a day. See `Standing`. */
export function standingOfLease(lease: LeaseContract, on: BusinessDate): Standing {
  const amount = leaseAmountDue(lease, on);
  const holdover = holdoverStanding(lease, on);
  const rentBilled = balanceOf(lease.balances, 'holdover-receivable');
  const feesCents = atLeastZero(askedFees(lease) - rentBilled);
  const disputedCents = leaseFees(lease) - rentBilled - feesCents;
  const rentCents = holdover?.cents ?? rentBilled;
  const past = openOn(lease, addDays(on, -1));
  const due = withoutZeros([
    ...amount.total.lines.filter(({ label }) => label === 'past-due'),
    line('fees', 'fees-unpaid', feesCents),
    line(
      'holdover',
      'holdover-rent',
      rentCents,
      holdover === null ? {} : rentInputs(lease, holdover),
    ),
  ]);
  const asked = isRunning(lease.status) ? leasePaymentsToCome(lease, on).asked : [];
  const toComeCents = sumCents(asked.map(totalOf));
  const toCome = line('remaining-payments', 'remaining-payments', toComeCents, {
    remainingPayments: asked.length.toString(),
  });
  const disputed = line('disputed-charges', 'dispute-open', disputedCents);
  const isChargedOff = lease.status === 'charged-off';
  return {
    asOf: on,
    status: publicLeaseStatus(lease.status),
    pastDue: isChargedOff ? [] : past.map((payment) => pastDuePayment(lease, payment, on)),
    pastDueCents: isChargedOff ? 0n : amount.pastDueCents,
    feesCents,
    due: breakdown(due),
    nextDueDate: amount.nextDueDate,
    nextPaymentCents: amount.nextPaymentCents,
    lateFee: avoidableOn(lease, amount.lateFee),
    owed: isChargedOff
      ? chargedOffDebt(lease)
      : breakdown(withoutZeros([...due, disputed, toCome])),
    toCome: isRunning(lease.status) ? { payments: asked.length, cents: toComeCents } : null,
    promised: promisedOf(lease),
    holdover,
  };
}

function rentInputs(lease: LeaseContract, { days, since }: { days: number; since: BusinessDate }) {
  return {
    days: days.toString(),
    basePaymentCents: lease.terms.basePaymentCents.toString(),
    from: since,
  };
}

function pastDuePayment(
  lease: LeaseContract,
  payment: OpenLeasePayment,
  on: BusinessDate,
): PastDuePayment {
  const { number, dueDate } = payment;
  return { number, dueDate, unpaidCents: totalOf(payment), fee: feeAhead(lease, payment, on) };
}

function feeAhead(
  lease: LeaseContract,
  payment: OpenLeasePayment,
  on: BusinessDate,
): FeeAhead | null {
  const { terms, facts } = lease;
  const { number, dueDate } = payment;
  const feeDay = lateFeeDay(terms.policy, dueDate);
  const awaited = facts.lateFees.awaited.find(({ installment }) => installment === number);
  const isAnswered = number <= facts.lateFees.decided && awaited === undefined;
  if (isAnswered || !isRunning(lease.status)) return null;
  if (stoppedBy(lease.holds, 'late-fees', feeDay) !== null) return null;
  if (awaited === undefined && totalOf(payment) <= leaseTolerance(lease)) return null;
  const base = awaited?.unpaidCents ?? feeBaseOf(lease, payment);
  const feeCents = leaseLateFee(lease, number, base);
  if (feeCents === 0n) return null;
  const payBy = lastTimelyDay(terms.policy, dueDate);
  return { state: payBy >= on ? 'avoidable' : 'falls', payBy, feeCents };
}
