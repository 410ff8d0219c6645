import type { Cents } from '../money/cents.ts';
import type { Ppb } from '../money/rate.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { BusinessDate } from '../time/calendar.ts';
import type { DayCount } from '../time/day-count.ts';
import type { Assumption } from './assumption.ts';
import type { ServicingPolicy } from './servicing-policy.ts';

/** One immutable version of a simple-interest loan's terms. */
export type LoanTerms = {
  readonly product: 'loan';
  readonly originatedOn: BusinessDate;
  readonly amountFinancedCents: Cents;
  readonly annualRatePpb: Ppb;
  readonly dayCount: DayCount;
  /** When each installment falls due, and its amount. */
  readonly schedule: Schedule;
  readonly policy: ServicingPolicy;
  readonly assumed: readonly Assumption[];
  /** What was changed since the loan was boarded; left out where nothing was. */
  readonly changes?: readonly TermsChange[];
};

/** A change of the payments to come, with the day on which it was decided. */
export type TermsChange =
  | { readonly kind: 'due-day'; readonly on: BusinessDate; readonly dueDay: number }
  | { readonly kind: 'extension'; readonly on: BusinessDate; readonly months: number };
