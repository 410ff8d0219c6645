import type { ReactNode } from 'react';
import { Amount } from '../amount/amount.tsx';
import { type Breakdown, stated, summed } from '../amount/breakdown.ts';
import { t } from '../copy/copy.ts';
import { formatDate } from '../format/date.ts';
import { formatMiles } from '../format/miles.ts';
import type { Lease } from './contract-overview.ts';
import { type Fact, FactList } from './fact-list.tsx';

/** The terms of a lease and where it stands in them. */
export function LeaseFacts({ lease }: { lease: Lease }): ReactNode {
  const { mileage } = lease;
  const inputs = {
    remainingPayments: String(lease.remainingPayments),
    paymentCents: lease.payment.totalCents,
  };
  const toCome = { label: 'remaining-payments', rule: 'remaining-payments', inputs };
  const remaining = summed([
    { ...toCome, cents: lease.remainingPaymentsCents },
    { label: 'prepaid', rule: 'lease-paid-ahead', inputs: {}, cents: `-${lease.prepaidCents}` },
  ]);
  const facts: Fact[] = [
    amountFact('lease.payment', lease.payment),
    amountFact('lease.remaining', remaining),
    ...(lease.prepaidCents === '0'
      ? []
      : [amountFact('lease.prepaid', stated('prepaid', 'lease-paid-ahead', lease.prepaidCents))]),
    amountFact(
      'lease.residual',
      stated('residual-value', 'residual-agreed', lease.residualValueCents),
      'lease.residual-hint',
    ),
    amountFact('lease.balance', lease.adjustedLeaseBalance, 'lease.balance-hint'),
    { name: t('lease.started'), value: formatDate(lease.startsOn) },
    { name: t('lease.ends-on'), value: formatDate(lease.maturityDate) },
    {
      name: t('lease.delivered-at'),
      value: t('lease.miles-count', { miles: formatMiles(mileage.deliveryOdometer) }),
    },
    amountFact(
      'lease.mile-price',
      stated('excess-miles', 'mile-price-agreed', mileage.excessMileCents),
    ),
    { name: t('contract.grace'), value: t('contract.grace-days', { days: lease.graceDays }) },
  ];
  return <FactList facts={facts} />;
}

function amountFact(key: string, breakdown: Breakdown, hint?: string): Fact {
  const fact = { name: t(key), value: <Amount name={t(key)} breakdown={breakdown} /> };
  return hint === undefined ? fact : { ...fact, hint: t(hint) };
}
