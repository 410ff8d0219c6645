import type { BusinessDate } from '../../time/calendar.ts';
import type { LeaseEndPolicy } from './lease-end-policy.ts';

/**
 * The lender's policy in force on a day: the one that began last, and the first one for any day
 * before it. Throws when there is none at all, which a checked lender never has.
 */
export function leaseEndPolicyOn(
  policies: readonly LeaseEndPolicy[],
  on: BusinessDate,
): LeaseEndPolicy {
  const inOrder = policies.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const found = inOrder.findLast((each) => each.effectiveFrom <= on) ?? inOrder[0];
  if (found === undefined) throw new RangeError('a lender has a policy for the end of leases');
  return found;
}
