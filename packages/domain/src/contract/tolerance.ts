import { type Cents, minCents } from '../money/cents.ts';
import { floorDivide } from '../money/divide.ts';
import { PPB_ONE } from '../money/rate.ts';
import type { ServicingPolicy } from './servicing-policy.ts';

/**
 * The largest shortfall of a payment of so much that still counts as satisfied: within the fixed
 * amount and within the share. Nothing is posted, so nothing is rounded up: of 474.50 at 1 % the
 * share is 4.745, and a shortfall of 4.75 is more than that.
 */
export function toleratedCents(policy: ServicingPolicy, wholeCents: Cents): Cents {
  const { toleranceCents, tolerancePpb } = policy;
  return minCents(toleranceCents, floorDivide(wholeCents * tolerancePpb, PPB_ONE));
}
