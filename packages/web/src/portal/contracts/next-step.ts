import { HOLD_STOPS, type HoldKind } from '@roadbook/domain/contract/hold';
import { type Breakdown, summed } from '../../shared/amount/breakdown.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatNearDay } from '../../shared/format/date.ts';
import type { Response } from '../../shared/wire/client.ts';

export type ContractOverview = Response<'getContract'>;

/** What to do next: a key of the catalogue with its values, and the one act that goes with it. */
export type NextStep = {
  readonly sentence: string;
  readonly values: Readonly<Record<string, string>>;
  readonly act: 'pay' | 'call' | 'lease-end' | null;
};

const step = (
  sentence: string,
  act: NextStep['act'],
  values: NextStep['values'] = {},
): NextStep => ({ sentence: `next-step.${sentence}`, act, values });

/**
 * The next step of a contract on a day, as a sentence with a verb. It decides nothing: it reads.
 */
export function nextStepOf(contract: ContractOverview, today: string): NextStep {
  const { amountDue, status } = contract;
  if (status === 'charged-off') return step('charged-off', 'call');
  if (status === 'ended') return endedStep(contract);
  if (status !== 'open') return step(status, null);
  if (isStoppedHere(contract)) return step('on-hold', 'call');
  if (isHeldOver(contract, today)) {
    return step('lease-over', 'call', { day: formatNearDay(contract.maturityDate, today) });
  }
  const promised = promisedInTime(contract, today);
  if (promised !== null) return promised;
  if (amountDue.total.totalCents === '0') return nothingDueStep(contract, today);
  if (isLate(contract) || amountDue.nextDueDate === null) return pastDueStep(contract, today);
  if (isPaidAhead(contract)) {
    return step('paid-ahead', null, { day: formatNearDay(amountDue.nextDueDate, today) });
  }
  const values = {
    amount: formatCents(amountDue.total.totalCents),
    day: formatNearDay(amountDue.nextDueDate, today),
  };
  return step(amountDue.nextDueDate === today ? 'pay-today' : 'pay-by', 'pay', values);
}

/** A lease that has ended can still have a bill of its car, and payments it asks anyway. */
function endedStep({ amountDue: { total } }: ContractOverview): NextStep {
  if (total.totalCents === '0') return step('ended', null);
  return step('ended-owing', 'pay', { amount: formatCents(total.totalCents) });
}

/** Whether anything can be paid here: what has ended takes no more than it still asks. */
export function takesPayments({ status, amountDue }: ContractOverview): boolean {
  return status === 'open' || (status === 'ended' && amountDue.total.totalCents !== '0');
}

function nothingDueStep(contract: ContractOverview, today: string): NextStep {
  const { product, amountDue, maturityDate } = contract;
  if (amountDue.nextDueDate !== null) {
    return step('nothing-until', null, { day: formatNearDay(amountDue.nextDueDate, today) });
  }
  if (product === 'loan') return step('nothing', null);
  return step('lease-ending', 'lease-end', { day: formatNearDay(maturityDate, today) });
}

/**
 * Whether a due date has passed unpaid. A shortfall so small that the payment counts as made is
 * asked for with the next payment, and makes nobody late.
 */
export function isLate({ amountDue }: ContractOverview): boolean {
  return amountDue.pastDueCents !== '0' && amountDue.oldestUnsatisfiedDueDate !== null;
}

/** Whether something is wanted that should have been paid by now: late payments or fees. */
export function isPressed(contract: ContractOverview): boolean {
  return contract.status === 'open' && overdueCents(contract) !== '0';
}

/** Whether money of before already pays what falls due next. */
function isPaidAhead(contract: ContractOverview): boolean {
  if (contract.amountDue.feesCents !== '0') return false;
  return contract.product === 'loan'
    ? contract.paidAheadTo !== null
    : BigInt(contract.prepaidCents) >= BigInt(contract.payment.totalCents);
}

/**
 * The amount that stands before everything, with its name: what is late where something is,
 * what is still owed of a charged-off contract, otherwise what is due next.
 */
export function firstAmount(contract: ContractOverview): { name: string; breakdown: Breakdown } {
  const { amountDue, chargedOff, standing } = contract;
  if (chargedOff !== null) return { name: 'contract.charged-off', breakdown: chargedOff };
  if (isLate(contract)) return { name: 'contract.past-due-amount', breakdown: standing.due };
  if (standing.holdover !== null) {
    return { name: 'contract.holdover-amount', breakdown: standing.due };
  }
  return { name: 'contract.amount-due', breakdown: amountDue.total };
}

/** What is due after what is late, with its lines; null when nothing is late or nothing follows. */
export function amountAfter(contract: ContractOverview): Breakdown | null {
  if (!isLate(contract) || contract.amountDue.nextDueDate === null) return null;
  const next = contract.amountDue.total.lines.filter(({ label }) => label === 'next-payment');
  return next.length === 0 ? null : summed(next);
}

/** What has to be paid to be up to date, without the payment that is still to come. */
export function overdueCents({ amountDue }: ContractOverview): string {
  return String(BigInt(amountDue.pastDueCents) + BigInt(amountDue.feesCents));
}

function pastDueStep(contract: ContractOverview, today: string): NextStep {
  const { lateFee } = contract.standing;
  const amount = formatCents(overdueCents(contract));
  if (lateFee === null || lateFee.dueDate >= today) return step('past-due', 'pay', { amount });
  return step('past-due-before-fee', 'pay', { amount, day: formatNearDay(lateFee.payBy, today) });
}

/** The amount that the next step asks for: what is late first, otherwise all that is due. */
export function askedCents(contract: ContractOverview): string {
  return isLate(contract) ? overdueCents(contract) : contract.amountDue.total.totalCents;
}

/** Whether a hold stops paying online, by the same table that the server consults. */
function isStoppedHere({ holds }: ContractOverview): boolean {
  return holds.some((kind) => HOLD_STOPS[kind as HoldKind]?.includes('self-service') === true);
}

function isHeldOver(contract: ContractOverview, today: string): boolean {
  return contract.product === 'lease' && contract.maturityDate <= today;
}

/** Nothing needs to be done when promised payments already cover what is asked for, in time. */
function promisedInTime(contract: ContractOverview, today: string): NextStep | null {
  const { amountDue, scheduled } = contract;
  const { total, nextDueDate } = amountDue;
  const late = isLate(contract);
  if (!late && nextDueDate === null) return null;
  // What is late is asked for at once; a promise for any day is the answer to it.
  const inTime = late ? scheduled : scheduled.filter(({ on }) => on <= (nextDueDate ?? ''));
  const last = inTime.at(-1);
  const promised = inTime.reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n);
  const asked = late ? overdueCents(contract) : total.totalCents;
  if (last === undefined || promised < BigInt(asked)) return null;
  const day = formatNearDay(last.on, today);
  return step(late ? 'promised-late' : 'promised', null, {
    amount: formatCents(String(promised)),
    day,
  });
}
