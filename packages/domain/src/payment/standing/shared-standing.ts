import type { AmountDue } from '../../contract/amount-due.ts';
import type { Contract } from '../../contract/contract.ts';
import { addDays } from '../../time/calendar.ts';
import type { NextLateFee, Promised } from './standing.ts';

/** The next late fee with the due date it would be for. */
export function avoidableOn(contract: Contract, next: AmountDue['lateFee']): NextLateFee | null {
  if (next === null) return null;
  const { graceDays } = contract.terms.policy;
  return { ...next, dueDate: addDays(next.payBy, -graceDays) };
}

/** The payments promised for later days, soonest first. */
export function promisedOf({ facts }: Contract): Promised[] {
  return facts.promises
    .map(({ on, amountCents }) => ({ on, amountCents }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
