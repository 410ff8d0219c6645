import { type BusinessDate, daysBetween } from '@roadbook/domain/time/calendar';
import type { BoardingChecks } from '../../lender/boarding-checks.ts';
import type { Fault } from '../read/reject.ts';

/** The days between a cut-off and the open day, where they are more than a lender takes. */
export function tooManyDays(
  asOf: BusinessDate,
  openDay: BusinessDate,
  { cutOffDays }: BoardingChecks,
): number | null {
  const days = daysBetween(asOf, openDay);
  return days > cutOffDays ? days : null;
}

/** Said of a record that is too old among others that are not. */
export function tooOld(element: string, asOf: BusinessDate, { cutOffDays }: BoardingChecks): Fault {
  return {
    element,
    value: asOf,
    rule: 'cut-off-too-old',
    sentence:
      'The cut-off is so long ago that the late fees and charge-offs of all days since then would' +
      ' come at once.',
    accepted: `a cut-off at most ${cutOffDays} days before the open day, or the switch --old-file`,
  };
}
