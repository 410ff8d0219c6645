import { type Breakdown, summed } from '../../../shared/amount/breakdown.ts';

type LoanRow = {
  readonly dueDate: string;
  readonly interestCents: string;
  readonly principalCents: string;
};

/** A loan payment to come: interest to its day first, the rest lowers what is owed. */
export function loanPayment({ dueDate, interestCents, principalCents }: LoanRow): Breakdown {
  return summed([
    { label: 'principal', rule: 'projected-principal', inputs: { dueDate }, cents: principalCents },
    { label: 'interest', rule: 'projected-interest', inputs: { dueDate }, cents: interestCents },
  ]);
}

type LeaseRow = {
  readonly number: number;
  readonly dueDate: string;
  readonly paymentCents: string;
  readonly taxCents: string;
};

/** A lease payment: base and tax. */
export function leasePayment({ number, dueDate, paymentCents, taxCents }: LeaseRow): Breakdown {
  const baseCents = String(BigInt(paymentCents) - BigInt(taxCents));
  const inputs = { number: String(number), dueDate };
  return summed([
    { label: 'base-payment', rule: 'lease-payment', inputs, cents: baseCents },
    { label: 'tax', rule: 'tax-with-its-payment', inputs: {}, cents: taxCents },
  ]);
}
