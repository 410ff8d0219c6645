import type { LeaseContract, OpenLeasePayment } from '../contract/contract.ts';
import { creditOf } from '../ledger/balances.ts';
import type { BusinessDate } from '../time/calendar.ts';
import { leasePaymentCount } from './lease-calendar.ts';
import { leasePaymentOf } from './lease-charge.ts';
import { applyToOpen } from './open-payments.ts';

/** The lease payments due from a day on. */
export type PaymentsToCome = {
  /** Those that have not been paid on their own, each whole. */
  readonly left: readonly OpenLeasePayment[];
  /** What of them still wants money once what was paid ahead has paid the first of them. */
  readonly asked: readonly OpenLeasePayment[];
};

/** The lease payments due on or after a day. What was paid ahead is used oldest first. */
export function leasePaymentsToCome(
  { terms, facts, balances }: LeaseContract,
  from: BusinessDate,
): PaymentsToCome {
  const unbilled: OpenLeasePayment[] = [];
  for (let number = facts.billed + 1; number <= leasePaymentCount(terms); number += 1) {
    unbilled.push(leasePaymentOf(terms, number));
  }
  const { open } = applyToOpen(unbilled, creditOf(balances, 'prepaid-lease-payments'));
  const isAhead = ({ dueDate }: OpenLeasePayment): boolean => dueDate >= from;
  return {
    left: [...facts.open, ...unbilled].filter(isAhead),
    asked: [...facts.open, ...open].filter(isAhead),
  };
}
