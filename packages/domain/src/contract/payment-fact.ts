import type { Cents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';
import type { PaymentChannel } from './servicing-policy.ts';

/**
 * What a payment is for. `insurance`, `gap`, `addon-refund` and `recovery` lower the balance and
 * never advance a due date.
 */
export const PAYMENT_PURPOSES = [
  'regular',
  'principal-only',
  'payoff',
  'insurance',
  'gap',
  'addon-refund',
  'recovery',
] as const;
export type PaymentPurpose = (typeof PAYMENT_PURPOSES)[number];

/** The payment as it was given, kept with its entry so that it can be applied again. */
export type PaymentFact = {
  readonly amountCents: Cents;
  readonly purpose: PaymentPurpose;
  readonly channel: PaymentChannel;
  /** Asked for by the customer, so it may be refused; money that has arrived never is. */
  readonly source: 'customer' | 'arrived';
  readonly methodId: string | null;
  readonly receivedOn: BusinessDate;
  /** The sequence number of the entry that first recorded it. */
  readonly paymentSeq: number;
};
