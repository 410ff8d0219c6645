import type { ReactNode } from 'react';
import { Amount } from '../../../shared/amount/amount.tsx';
import { stated } from '../../../shared/amount/breakdown.ts';
import { t } from '../../../shared/copy/copy.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPerDay } from '../../../shared/format/per-day.ts';
import { formatPpb } from '../../../shared/format/rate.ts';
import type { ContractOverview } from '../next-step.ts';
import { type Fact, FactList } from './fact-list.tsx';

type Loan = Extract<ContractOverview, { product: 'loan' }>;

/** The terms of a loan and where it stands in them. */
export function LoanFacts({ loan }: { loan: Loan }): ReactNode {
  const facts: Fact[] = [
    amountFact('loan.balance', loan.balance),
    ...(loan.status === 'open' ? [amountFact('loan.payoff-today', loan.payoff)] : []),
    ...chargedOff(loan),
    {
      name: t('loan.rate'),
      value: formatPpb(loan.annualRatePpb),
      hint: t('loan.day-count', { dayCount: loan.dayCount }),
    },
    {
      name: t('loan.per-day'),
      value: formatPerDay(loan.perDiemMicros),
      hint: t('loan.per-day-hint'),
    },
    amountFact('loan.installment', stated('installment', 'agreed', loan.installmentCents)),
    {
      name: t('loan.paid-count'),
      value: t('loan.paid-of', { done: loan.installmentsSatisfied, whole: loan.installmentCount }),
    },
    { name: t('loan.interest-through'), value: formatDate(loan.interestPaidThrough) },
    ...(loan.paidAheadTo === null
      ? []
      : [{ name: t('loan.paid-ahead'), value: formatDate(loan.paidAheadTo) }]),
    { name: t('loan.maturity'), value: formatDate(loan.maturityDate) },
    amountFact('loan.financed', stated('financed', 'agreed', loan.amountFinancedCents)),
    { name: t('contract.grace'), value: t('contract.grace-days', { days: loan.graceDays }) },
  ];
  return <FactList facts={facts} />;
}

function chargedOff({ chargedOffCents }: Loan): Fact[] {
  if (chargedOffCents === '0') return [];
  return [amountFact('loan.charged-off', stated('charged-off', 'charged-off', chargedOffCents))];
}

function amountFact(key: string, breakdown: Parameters<typeof Amount>[0]['breakdown']): Fact {
  return { name: t(key), value: <Amount name={t(key)} breakdown={breakdown} /> };
}
