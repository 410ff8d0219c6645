import type { LeaseContract } from '../../contract/contract.ts';
import { isRunning } from '../../contract/status.ts';
import { holdoverRent } from '../../lease/holdover.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { chargeTax } from '../../lease/lease-charge.ts';
import { balanceOf } from '../../ledger/balances.ts';
import { type BusinessDate, daysBetween } from '../../time/calendar.ts';
import type { HoldoverStanding } from './standing.ts';

/**
 * The rent of a car that is kept past the end of its lease, through the day. What the close has
 * billed is taken from the books; the days after that are added by the same rule. Null before the
 * end and once the car is back.
 */
export function holdoverStanding(lease: LeaseContract, on: BusinessDate): HoldoverStanding | null {
  const { terms, facts, balances } = lease;
  const since = leaseMaturityDate(terms);
  const days = daysBetween(since, on);
  if (!isRunning(lease.status) || days < 1) return null;
  const withTax = (rent: bigint): bigint => rent + chargeTax(terms.tax, 'holdover', rent);
  const unbilled = withTax(holdoverRent(terms, days)) - withTax(facts.holdover.billedCents);
  return {
    since,
    days,
    perDayCents: withTax(holdoverRent(terms, 1)),
    cents: balanceOf(balances, 'holdover-receivable') + (unbilled > 0n ? unbilled : 0n),
  };
}
