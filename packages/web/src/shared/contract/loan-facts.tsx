import type { ReactNode } from 'react';
import { Amount } from '../amount/amount.tsx';
import { stated } from '../amount/breakdown.ts';
import { t } from '../copy/copy.ts';
import { formatDate } from '../format/date.ts';
import { formatPerDay } from '../format/per-day.ts';
import { formatPpb } from '../format/rate.ts';
import type { Loan } from './contract-overview.ts';
import { type Fact, FactList } from './fact-list.tsx';

/** The terms of a loan and where it stands in them; of one that has ended, what it was. */
export function LoanFacts({ loan }: { loan: Loan }): ReactNode {
  return <FactList facts={loan.status === 'open' ? running(loan) : ended(loan)} />;
}

const rate = (loan: Loan): Fact => ({
  name: t('loan.rate'),
  value: formatPpb(loan.annualRatePpb),
  hint: t('loan.day-count', { dayCount: t(`day-count.${loan.dayCount}`) }),
});

const financed = (loan: Loan): Fact =>
  amountFact('loan.financed', stated('financed', 'agreed', loan.amountFinancedCents));

/** No interest grows and no payment is to come: what a person looks up later is left. */
function ended(loan: Loan): Fact[] {
  const { status, chargedOffCents } = loan;
  return [
    status === 'charged-off'
      ? amountFact('loan.charged-off', stated('charged-off', 'charged-off', chargedOffCents))
      : amountFact('loan.balance', loan.balance),
    financed(loan),
    rate(loan),
  ];
}

function running(loan: Loan): Fact[] {
  return [
    amountFact('loan.balance', loan.balance),
    amountFact('loan.payoff-today', loan.payoff),
    rate(loan),
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
    financed(loan),
    { name: t('contract.grace'), value: t('contract.grace-days', { days: loan.graceDays }) },
  ];
}

function amountFact(key: string, breakdown: Parameters<typeof Amount>[0]['breakdown']): Fact {
  return { name: t(key), value: <Amount name={t(key)} breakdown={breakdown} /> };
}
