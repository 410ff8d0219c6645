import type { Contract } from '../contract/contract.ts';
import { isSettled } from '../lease/give-back/settled.ts';
import { leaseMaturityDate } from '../lease/lease-calendar.ts';
import { creditOf } from '../ledger/balances.ts';
import { maturityDateOf } from '../loan/installment.ts';
import { nextConsequence } from '../payment/consequences.ts';
import { type BusinessDate, earliestOf, laterOf } from '../time/calendar.ts';

/**
 * The next business day whose close has something to do to the contract, or null when no date will.
 * Never earlier than `earliest`: the open day, or the day after one that was just closed.
 */
export function nextBusinessDate(contract: Contract, earliest: BusinessDate): BusinessDate | null {
  const { facts, status } = contract;
  const dates: (BusinessDate | null)[] = facts.clearing.map(({ clearsOn }) => clearsOn);
  dates.push(...facts.promises.map(({ on }) => on));
  if (status === 'paid-in-full' && facts.clearing.length === 0) dates.push(earliest);
  const hasExcess = creditOf(contract.balances, 'unapplied') > 0n;
  if (hasExcess && facts.clearing.length === 0) dates.push(earliest);
  if (contract.product === 'lease' && isSettled(contract)) dates.push(earliest);
  dates.push(nextConsequence(contract, earliest));
  if (status === 'active') dates.push(lastDayOf(contract));
  const next = earliestOf(dates);
  return next === null ? null : laterOf(next, earliest);
}

function lastDayOf(contract: Contract): BusinessDate {
  return contract.product === 'loan'
    ? maturityDateOf(contract.terms)
    : leaseMaturityDate(contract.terms);
}
