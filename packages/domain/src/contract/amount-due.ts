import type { Breakdown } from '../money/breakdown.ts';
import type { Cents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';

/**
 * What a customer owes now, as a pure function of the contract and a day. `total` is what to pay to
 * be up to date through the next due date: everything past due, fees, and the next payment.
 */
export type AmountDue = {
  readonly asOf: BusinessDate;
  readonly total: Breakdown;
  readonly pastDueCents: Cents;
  readonly feesCents: Cents;
  /** The next due date on or after the day, or null when none is left. */
  readonly nextDueDate: BusinessDate | null;
  readonly nextPaymentCents: Cents;
  readonly daysPastDue: number;
  readonly oldestUnsatisfiedDueDate: BusinessDate | null;
  /** The last day on which money still avoids the next late fee, and that fee. */
  readonly lateFee: { readonly payBy: BusinessDate; readonly feeCents: Cents } | null;
};
