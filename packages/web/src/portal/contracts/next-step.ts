import { HOLD_STOPS, type HoldKind } from '@roadbook/domain/contract/hold';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
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
): NextStep => ({ sentence: `step.${sentence}`, act, values });

/**
 * The next step of a contract on a day, as a sentence with a verb. It decides nothing: it reads.
 */
export function nextStepOf(contract: ContractOverview, today: string): NextStep {
  const { amountDue, status } = contract;
  if (status === 'charged-off') return step('charged-off', 'call');
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
  const { total } = contract.amountDue;
  if (contract.chargedOff !== null) {
    return { name: 'contract.charged-off', breakdown: contract.chargedOff };
  }
  if (!isLate(contract)) return { name: 'contract.amount-due', breakdown: total };
  const late = total.lines.filter(({ label }) => label !== 'next-payment');
  return { name: 'contract.past-due-amount', breakdown: summed(late) };
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
  const { lateFee } = contract.amountDue;
  const amount = formatCents(overdueCents(contract));
  if (lateFee === null || lateFee.payBy < today || feeDueDate(contract) >= today) {
    return step('past-due', 'pay', { amount });
  }
  return step('past-due-before-fee', 'pay', { amount, day: formatNearDay(lateFee.payBy, today) });
}

/** The due date of the payment that the next late fee would be for. */
export function feeDueDate({ amountDue, graceDays }: ContractOverview): string {
  const { lateFee } = amountDue;
  return lateFee === null ? '' : addDays(lateFee.payBy as BusinessDate, -graceDays);
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

/** Nothing needs to be done when promised payments already cover what is due, in time. */
function promisedInTime(contract: ContractOverview, today: string): NextStep | null {
  const { amountDue, scheduled } = contract;
  const { total, nextDueDate, pastDueCents } = amountDue;
  if (pastDueCents !== '0' || nextDueDate === null) return null;
  const inTime = scheduled.filter(({ on }) => on <= nextDueDate);
  const last = inTime.at(-1);
  const promised = inTime.reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n);
  if (last === undefined || promised < BigInt(total.totalCents)) return null;
  const day = formatNearDay(last.on, today);
  return step('promised', null, { amount: formatCents(String(promised)), day });
}
