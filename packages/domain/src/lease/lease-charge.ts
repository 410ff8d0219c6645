import type { OpenLeasePayment } from '../contract/contract.ts';
import type { LeaseAgreement, LeaseTax, TaxableCharge } from '../contract/lease-terms.ts';
import type { Cents } from '../money/cents.ts';
import { shareOf } from '../money/rate.ts';
import { leaseDueDate } from './lease-calendar.ts';

/** Tax on one charge, by the contract's own data; zero when the contract does not tax that kind. */
export function taxOn(tax: LeaseTax, charge: TaxableCharge, cents: Cents): Cents {
  if (tax.method !== 'each-payment' || !tax.taxable.includes(charge)) return 0n;
  return shareOf(cents, tax.ratePpb);
}

/**
 * Tax on a charge apart from the payments. A contract whose payments were taxed up front still
 * taxes the charges it names; one without tax taxes nothing.
 */
export function chargeTax(tax: LeaseTax, charge: TaxableCharge, cents: Cents): Cents {
  if (tax.method === 'none' || !tax.taxable.includes(charge)) return 0n;
  return shareOf(cents, tax.ratePpb);
}

/** Lease payment `number` as it falls due: base and tax. */
export function leasePaymentOf(terms: LeaseAgreement, number: number): OpenLeasePayment {
  const baseCents = terms.basePaymentCents;
  return {
    number,
    dueDate: leaseDueDate(terms, number),
    baseCents,
    taxCents: taxOn(terms.tax, 'base-payment', baseCents),
  };
}

/** What a lessee pays each time: base and tax together. */
export function totalOf(payment: OpenLeasePayment): Cents {
  return payment.baseCents + payment.taxCents;
}
