import type { Contract, ScheduledPayment } from '../../contract/contract.ts';
import {
  type NeedsHistory,
  type Outcome,
  type RecordedEntry,
  stateAfter,
} from '../../contract/decision.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { Line } from '../../money/breakdown.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import { cancelScheduledPayment, schedulePayment } from '../promise/schedule-payment.ts';
import { type ReceivePayment, receivePayment } from '../receive-payment.ts';
import { type ReversePayment, reversePayment } from '../reverse-payment.ts';
import type { Standing } from './standing.ts';
import { standingOfLease } from './standing-of-lease.ts';
import { standingOfLoan } from './standing-of-loan.ts';

/** Something that changes where a customer stands. */
export type Act =
  | { readonly kind: 'payment'; readonly payment: ReceivePayment }
  | { readonly kind: 'promise'; readonly promise: ScheduledPayment }
  | { readonly kind: 'cancel'; readonly scheduleId: string }
  | { readonly kind: 'return'; readonly reversal: ReversePayment };

export type StandsAfter = {
  readonly outcome: 'stands';
  /** The contract as the act would leave it. */
  readonly contract: Contract;
  readonly standing: Standing;
  /** Where the money of the act goes; none where it moves no money. */
  readonly lines: readonly Line[];
};

/** Where a customer stands on a day, as a pure function of the contract. */
export function standingOn(contract: Contract, on: BusinessDate): Standing {
  return contract.product === 'loan' ? standingOfLoan(contract, on) : standingOfLease(contract, on);
}

/**
 * Where a customer stands after an act on the open day: the answer to "what then?" before it is
 * done, and the same answer once it is done, because both read the contract that the act leads to.
 * A returned payment needs the history.
 */
export function standAfter(
  contract: Contract,
  act: Act,
  businessDate: BusinessDate,
  history: readonly RecordedEntry[] | null = null,
): StandsAfter | Refusal | NeedsHistory {
  const outcome = outcomeOf(contract, act, businessDate, history);
  if (outcome.outcome !== 'decided') return outcome;
  const after = stateAfter(outcome, contract);
  const moved = outcome.entries.findLast(({ kind }) => kind === 'payment');
  const standing = standingOn(after, businessDate);
  return { outcome: 'stands', contract: after, standing, lines: moved?.lines ?? [] };
}

function outcomeOf(
  contract: Contract,
  act: Act,
  businessDate: BusinessDate,
  history: readonly RecordedEntry[] | null,
): Outcome {
  switch (act.kind) {
    case 'payment':
      return receivePayment(contract, act.payment, businessDate, history);
    case 'promise':
      return schedulePayment(contract, act.promise, businessDate);
    case 'cancel':
      return cancelScheduledPayment(contract, act.scheduleId, businessDate);
    case 'return':
      return reversePayment(contract, act.reversal, businessDate, history);
  }
}
