import type { LeaseAgreement } from '../../contract/lease-terms.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import type { AppointmentKind } from '../../place/place.ts';
import { addDays, type BusinessDate, earlierOf, laterOf } from '../../time/calendar.ts';
import type { LeaseEndPolicy } from '../lease-end-policy.ts';

/** The days on which somebody may come; no day where `to` is before `from`. */
export type AppointmentWindow = {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** The day on which the window opens, which may still be ahead. */
  readonly opensOn: BusinessDate;
};

/** How far ahead a place gives its days away. */
export const BOOKED_AHEAD_DAYS = 90;
/** While a lease is in holdover a car can be given back on each of the coming days. */
const HOLDOVER_DAYS = 30;

/**
 * The days on which a lease's car may be inspected or returned, by the lender's windows. In
 * holdover it may be returned on any day, and looked at as well: the window of the inspection is
 * over, and a report is still what a quote is made from.
 */
export function appointmentWindow(
  kind: AppointmentKind,
  lease: {
    readonly terms: LeaseAgreement;
    readonly isHoldover: boolean;
    readonly windows: LeaseEndPolicy['windows'];
    readonly today: BusinessDate;
  },
): AppointmentWindow {
  const { terms, isHoldover, windows, today } = lease;
  const maturity = leaseMaturityDate(terms);
  const { fromDays, toDays } = kind === 'return' ? windows.turnIn : windows.inspection;
  const opensOn = addDays(maturity, -fromDays);
  const closesOn = isHoldover ? addDays(today, HOLDOVER_DAYS) : addDays(maturity, -toDays);
  const from = laterOf(today, opensOn);
  return { opensOn, from, to: earlierOf(closesOn, addDays(today, BOOKED_AHEAD_DAYS)) };
}

/** Whether somebody may come on a day. */
export function isInWindow({ from, to }: AppointmentWindow, on: BusinessDate): boolean {
  return from <= on && on <= to;
}
