import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { type LeaseEndStepKind, leaseEndDates } from '@roadbook/domain/lease-end/lease-end-dates';
import { excessMilesOn } from '@roadbook/domain/lease-end/ways-out/end-miles';
import type { LeaseEndTelling } from '@roadbook/domain/lease-end/ways-out/lease-end-telling';
import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** What to do next, and by when; `overdue` when the lease has ended and the car is still here. */
export type NextAction = { readonly kind: LeaseEndStepKind | 'overdue'; readonly on: BusinessDate };

/** The steps that ask a person to do something by their day. */
const ACTIONS: readonly LeaseEndStepKind[] = [
  'centre-opens',
  'decide',
  'buy-miles-until',
  'inspection-until',
  'maturity',
];

/** The first thing that is still to be done; miles are bought only where some will be too many. */
export function nextAction(c: LeaseEndTelling): NextAction {
  const maturity = leaseMaturityDate(c.terms);
  if (c.asOf > maturity) return { kind: 'overdue', on: c.asOf };
  const isOver = excessMilesOn(c, maturity, 'return') > 0;
  const found = leaseEndDates(c).find(
    ({ kind, on }) =>
      on >= c.asOf && ACTIONS.includes(kind) && (kind !== 'buy-miles-until' || isOver),
  );
  return { kind: found?.kind ?? 'maturity', on: found?.on ?? maturity };
}
