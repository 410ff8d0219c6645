import type { Cents } from '../money/cents.ts';
import type { Ppb } from '../money/rate.ts';
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
  /** The number of installments the borrower promised. */
  readonly installmentCount: number;
  readonly firstDueDate: BusinessDate;
  /** 1 to 31; in a shorter month the last day. */
  readonly dueDay: number;
  readonly installmentCents: Cents;
  /** The last installment where it is known to differ; it takes whatever is left in any case. */
  readonly finalInstallmentCents: Cents;
  readonly policy: ServicingPolicy;
  readonly assumed: readonly Assumption[];
};
