import { HOLD_STOPS, type HoldKind } from '@roadbook/domain/contract/hold';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { formatCents } from '../../shared/format/cents.ts';
import { formatNearDay } from '../../shared/format/date.ts';
import type { Response } from '../../shared/wire/client.ts';

export type ContractOverview = Response<'getContract'>;

/** What to do next: a key of the catalogue with its values, and the one act that goes with it. */
export type NextStep = {
  readonly sentence: string;
  readonly values: Readonly<Record<string, string>>;
  readonly act: 'pay' | 'call' | null;
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
  if (amountDue.total.totalCents === '0') {
    return amountDue.nextDueDate === null
      ? step('nothing', null)
      : step('nothing-until', null, { day: formatNearDay(amountDue.nextDueDate, today) });
  }
  if (amountDue.pastDueCents !== '0' || amountDue.nextDueDate === null) {
    return pastDueStep(contract, today);
  }
  const values = {
    amount: formatCents(amountDue.total.totalCents),
    day: formatNearDay(amountDue.nextDueDate, today),
  };
  return step(amountDue.nextDueDate === today ? 'pay-today' : 'pay-by', 'pay', values);
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
  return contract.amountDue.pastDueCents === '0'
    ? contract.amountDue.total.totalCents
    : overdueCents(contract);
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
