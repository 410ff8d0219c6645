import type { Contract } from '../../contract/contract.ts';
import type { PaymentFact } from '../../contract/payment-fact.ts';
import type { Step } from '../../contract/record.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import { applyToLease } from './apply-to-lease.ts';
import { applyToLoan } from './apply-to-loan.ts';

/** Applies a payment by the rules of its product. */
export function applyPayment<C extends Contract>(
  step: Step<C>,
  payment: PaymentFact,
  on: BusinessDate,
  kind: 'payment' | 'payment-reapplied',
): Step<C>;
export function applyPayment(
  step: Step<Contract>,
  payment: PaymentFact,
  on: BusinessDate,
  kind: 'payment' | 'payment-reapplied',
): Step<Contract> {
  const { contract, entries } = step;
  return contract.product === 'loan'
    ? applyToLoan({ contract, entries }, payment, on, kind)
    : applyToLease({ contract, entries }, payment, on, kind);
}
