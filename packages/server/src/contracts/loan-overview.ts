import type { LoanContract } from '@roadbook/domain/contract/contract';
import { balanceOf } from '@roadbook/domain/ledger/balances';
import { perDiemMicros } from '@roadbook/domain/loan/accrual';
import {
  countOf,
  dueDateOf,
  installmentOf,
  satisfiedCount,
} from '@roadbook/domain/loan/installment';
import { payoff } from '@roadbook/domain/loan/payoff';
import { type ProjectedPayment, projectLoan } from '@roadbook/domain/loan/projection';
import { breakdown, line } from '@roadbook/domain/money/breakdown';
import { segmentOf } from '@roadbook/domain/schedule/schedule';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { EntryPoint } from '../book/read/read-overview.ts';
import { wireBreakdown } from '../operation/breakdown.ts';
import type { OverviewContext } from './overview-context.ts';

/** The part of an overview that only loans have. */
export function loanParts(loan: LoanContract, { today, points }: OverviewContext) {
  const { terms, facts } = loan;
  const isOpen = loan.status === 'active' || loan.status === 'matured';
  const projected = isOpen ? projectLoan(loan, today) : [];
  const principal = balanceOf(loan.balances, 'principal');
  const satisfied = satisfiedCount(terms, facts.paidTowardCents);
  const nextNumber = Math.min(satisfied + 1, countOf(terms));
  const aheadTo = isOpen && satisfied > 0 ? dueDateOf(terms, satisfied) : null;
  return {
    balance: wireBreakdown(breakdown([line('principal', 'principal-balance', principal)])),
    payoff: wireBreakdown(isOpen ? payoff(loan, today) : breakdown([])),
    perDiemMicros: perDiemMicros(loan, today).toString(),
    amountFinancedCents: terms.amountFinancedCents.toString(),
    annualRatePpb: terms.annualRatePpb.toString(),
    dayCount: terms.dayCount,
    installmentCents: installmentOf(terms, nextNumber).amountCents.toString(),
    installmentCount: countOf(terms),
    paymentRhythm: segmentOf(terms.schedule, nextNumber).rhythm.every,
    installmentsSatisfied: satisfied,
    paidAheadTo: aheadTo !== null && aheadTo > today ? aheadTo : null,
    interestPaidThrough: facts.interestFrom,
    chargedOffCents: facts.end.chargedOffCents.toString(),
    curve: curveOf(loan, today, points, projected),
    nextPayments: projected.slice(0, 5).map(wireProjected),
  };
}

export function wireProjected(row: ProjectedPayment) {
  return {
    number: row.number,
    dueDate: row.dueDate,
    paymentCents: row.paymentCents.toString(),
    interestCents: row.interestCents.toString(),
    principalCents: row.principalCents.toString(),
    balanceCents: row.balanceCents.toString(),
  };
}

/** The balance as it was after each entry, today, and as it will be if every payment is on time. */
function curveOf(
  loan: LoanContract,
  today: BusinessDate,
  points: readonly EntryPoint[],
  projected: readonly ProjectedPayment[],
) {
  const past = new Map<string, bigint>();
  past.set(loan.terms.originatedOn, loan.terms.amountFinancedCents);
  for (const { effectiveDate, balanceCents } of points) past.set(effectiveDate, balanceCents);
  const now = balanceOf(loan.balances, 'principal');
  if (loan.facts.end.on === null) past.set(today, now);
  const known = [...past].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...known.map(([on, cents]) => ({ on, balanceCents: cents.toString(), projected: false })),
    ...projected.map(({ dueDate, balanceCents }) => ({
      on: dueDate as string,
      balanceCents: balanceCents.toString(),
      projected: true,
    })),
  ];
}
