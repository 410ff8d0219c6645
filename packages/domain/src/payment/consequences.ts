import type { Contract } from '../contract/contract.ts';
import type { Step } from '../contract/record.ts';
import { isRunning } from '../contract/status.ts';
import { billDue } from '../lease/bill.ts';
import { billHoldover, nextHoldoverDay } from '../lease/holdover.ts';
import { leaseDueDate, leasePaymentCount } from '../lease/lease-calendar.ts';
import { nextPeriodDay } from '../lease/period-books.ts';
import { smallBalanceDay } from '../loan/payoff-ahead.ts';
import { type BusinessDate, earliestOf, laterOf } from '../time/calendar.ts';
import { assessLateFees, nextLateFeeDay } from './assess-late-fees.ts';
import { chargeOff, chargeOffDay } from './charge-off.ts';
import { writeOffSmallBalance } from './small-balance.ts';

/**
 * The next day, never before `notBefore`, whose close has a consequence that a date alone implies:
 * a lease payment falls due or a period begins, rent of a kept car is billed, a late fee falls, a
 * small remainder is written off, the contract is charged off. Null
 * when none will.
 */
export function nextConsequence(contract: Contract, notBefore: BusinessDate): BusinessDate | null {
  const next = earliestOf([
    nextLeasePaymentDay(contract),
    contract.product === 'lease' ? nextHoldoverDay(contract) : null,
    contract.product === 'loan' ? smallBalanceDay(contract, notBefore) : null,
    nextLateFeeDay(contract),
    chargeOffDay(contract, notBefore),
  ]);
  return next === null ? null : laterOf(next, notBefore);
}

function nextLeasePaymentDay(contract: Contract): BusinessDate | null {
  if (contract.product === 'loan' || !isRunning(contract.status)) return null;
  const { terms, facts } = contract;
  return facts.billed < leasePaymentCount(terms)
    ? leaseDueDate(terms, facts.billed + 1)
    : nextPeriodDay(contract);
}

/** Lease payments that have fallen due by a day, each posted on its own due date. */
export function fallDue<C extends Contract>(step: Step<C>, on: BusinessDate): Step<C>;
export function fallDue({ contract, entries }: Step<Contract>, on: BusinessDate): Step<Contract> {
  return contract.product === 'lease' && isRunning(contract.status)
    ? billDue({ contract, entries }, on)
    : { contract, entries };
}

/** Rent of a car kept past maturity, up to a day. */
export function holdOver<C extends Contract>(step: Step<C>, on: BusinessDate): Step<C>;
export function holdOver({ contract, entries }: Step<Contract>, on: BusinessDate): Step<Contract> {
  return contract.product === 'lease'
    ? billHoldover({ contract, entries }, on)
    : { contract, entries };
}

/** Decides again what closed days imply, one after the other, from a day through another. */
export function consequences<C extends Contract>(
  step: Step<C>,
  from: BusinessDate,
  through: BusinessDate,
): Step<C> {
  let next = step;
  let day = from;
  for (;;) {
    const on = nextConsequence(next.contract, day);
    if (on === null || on > through) return next;
    const before = next.entries.length;
    next = assessLateFees(fallDue(next, on), on);
    next = chargeOff(writeOffSmallBalance(holdOver(next, on), on), on);
    if (next.entries.length === before) throw new RangeError(`nothing came of ${on}`);
    day = on;
  }
}
