/**
 * A close that comes late changes nothing a customer sees, and closing the missed days in order
 * ends where closing on time did. A copy of the contract is left unclosed through quiet stretches.
 */
import { closeContract } from '@roadbook/domain/close/close-contract';
import type { Contract } from '@roadbook/domain/contract/contract';
import { stateAfter } from '@roadbook/domain/contract/decision';
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import { type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { same } from './disagreement.ts';
import { type Day, plusDays, tomorrow } from './oracle/days.ts';
import type { Shell } from './shell.ts';

export type Laggard = {
  /** As it stood when it was last closed. */
  readonly contract: Contract;
  readonly closedThrough: Day;
};

const DAYS_LATE_MAX = 25;

const ACTS_OF_THE_CLOSE: readonly string[] = [
  'payment',
  'small-balance-written-off',
  'charged-off',
];

export function laggard(contract: Contract, closedThrough: Day): Laggard {
  return { contract, closedThrough };
}

/** One more day without closing the copy; after some days it catches up. */
export function keepUp(late: Laggard, { contract, history }: Shell, day: Day): Laggard {
  // Until a close makes an entry the copy is the contract itself, and there is nothing to compare.
  if (contract === late.contract) return laggard(contract, day);
  // A draft drawn, a small rest written off and a charge-off are acts of the close; everything else
  // follows from the date.
  const since = history.slice(late.contract.version);
  if (!since.some(({ kind }) => ACTS_OF_THE_CLOSE.includes(kind))) {
    same('what a customer sees of a late close', seen(late.contract, day), seen(contract, day));
  }
  if (plusDays(late.closedThrough, DAYS_LATE_MAX) > day) return late;
  catchUp(late, contract, day);
  return laggard(contract, day);
}

/** Closes the missed days one after the other. */
export function catchUp(late: Laggard, onTime: Contract, through: Day): void {
  let contract = late.contract;
  for (let day = tomorrow(late.closedThrough); day <= through; day = tomorrow(day)) {
    contract = stateAfter(closeContract(contract, { on: date(day) }), contract);
  }
  same('a contract that was closed late', contract, onTime);
}

function seen(contract: Contract, day: Day): unknown {
  const on: BusinessDate = date(day);
  const due =
    contract.product === 'loan' ? loanAmountDue(contract, on) : leaseAmountDue(contract, on);
  return {
    pastDueCents: due.pastDueCents,
    nextDueDate: due.nextDueDate,
    nextPaymentCents: due.nextPaymentCents,
    daysPastDue: due.daysPastDue,
    oldest: due.oldestUnsatisfiedDueDate,
    lateFee: due.lateFee,
  };
}
