import type { Contract } from '../contract/contract.ts';
import { leaseDueDate, leaseMaturityDate, leasePaymentCount } from '../lease/lease-calendar.ts';
import { creditOf } from '../ledger/balances.ts';
import { earliestOf, oldestUnsatisfied } from '../loan/amount-due.ts';
import { maturityDateOf } from '../loan/installment.ts';
import { nextLateFeeDay } from '../payment/late-fee.ts';
import { addDays, type BusinessDate, laterOf } from '../time/calendar.ts';

/**
 * The next business day whose close has something to do to the contract, or null when no date will.
 * Never earlier than `earliest`: the open day, or the day after one that was just closed.
 */
export function nextBusinessDate(contract: Contract, earliest: BusinessDate): BusinessDate | null {
  const { facts, status } = contract;
  const dates: (BusinessDate | null)[] = facts.uncleared.map(({ clearsOn }) => clearsOn);
  dates.push(...facts.scheduled.map(({ on }) => on));
  if (status === 'paid-in-full' && facts.uncleared.length === 0) dates.push(earliest);
  const hasExcess = creditOf(contract.balances, 'unapplied') > 0n;
  if (hasExcess && facts.uncleared.length === 0) dates.push(earliest);
  dates.push(nextLateFeeDay(contract), ...productDates(contract));
  const next = earliestOf(dates);
  return next === null ? null : laterOf(next, earliest);
}

function productDates(contract: Contract): (BusinessDate | null)[] {
  if (contract.product === 'lease') {
    const { terms, facts, status } = contract;
    const isOpen = status === 'active' || status === 'holdover';
    const more = isOpen && facts.billed < leasePaymentCount(terms);
    return [
      more ? leaseDueDate(terms, facts.billed + 1) : null,
      status === 'active' ? leaseMaturityDate(terms) : null,
    ];
  }
  const { terms, status } = contract;
  if (status !== 'active' && status !== 'matured') return [];
  const { chargeOffDays } = terms.policy;
  const oldest = chargeOffDays === null ? null : oldestUnsatisfied(contract);
  return [
    status === 'active' ? maturityDateOf(terms) : null,
    oldest === null || chargeOffDays === null ? null : addDays(oldest, chargeOffDays),
  ];
}
