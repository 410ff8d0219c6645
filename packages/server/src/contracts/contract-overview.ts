import type { AmountDue as WireAmountDue } from '@roadbook/api/schema/contract';
import type { AmountDue } from '@roadbook/domain/contract/amount-due';
import type { Contract, LeaseContract, LoanContract } from '@roadbook/domain/contract/contract';
import { publicLeaseStatus, publicLoanStatus } from '@roadbook/domain/contract/status';
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import { maturityDateOf } from '@roadbook/domain/loan/installment';
import { chargedOffDebt } from '@roadbook/domain/payment/charged-off-debt';
import { standingOn } from '@roadbook/domain/payment/standing/stand-after';
import type { z } from 'zod';
import type { EntryPoint } from '../book/read/read-overview.ts';
import { wireBreakdown } from '../operation/breakdown.ts';
import { wireStanding } from '../operation/standing.ts';
import { leaseParts } from './lease-overview.ts';
import { loanParts } from './loan-overview.ts';
import type { OverviewContext } from './overview-context.ts';

/** A contract as customers and integrators see it: every amount with its lines. */
export function presentContract(contract: Contract, context: OverviewContext) {
  return contract.product === 'loan'
    ? presentLoan(contract, context)
    : presentLease(contract, context);
}

function presentLoan(loan: LoanContract, context: OverviewContext) {
  return {
    product: 'loan' as const,
    ...commonParts(loan, context),
    status: publicLoanStatus(loan.status),
    amountDue: wireAmountDue(loanAmountDue(loan, context.today)),
    maturityDate: maturityDateOf(loan.terms),
    ...loanParts(loan, context),
  };
}

function presentLease(lease: LeaseContract, context: OverviewContext) {
  return {
    product: 'lease' as const,
    ...commonParts(lease, context),
    status: publicLeaseStatus(lease.status),
    amountDue: wireAmountDue(leaseAmountDue(lease, context.today)),
    maturityDate: leaseMaturityDate(lease.terms),
    ...leaseParts(lease, context),
  };
}

function commonParts(contract: Contract, { account, points, methods, today }: OverviewContext) {
  const { facts, terms, holds } = contract;
  const uncleared = facts.clearing.reduce((sum, { amountCents }) => sum + amountCents, 0n);
  return {
    contractId: contract.contractId,
    contractNumber: account.contract_number,
    vehicle: {
      year: account.model_year,
      make: account.make,
      model: account.model,
      vin: account.vin,
    },
    chargedOff: contract.status === 'charged-off' ? wireBreakdown(chargedOffDebt(contract)) : null,
    standing: wireStanding(standingOn(contract, today)),
    unclearedCents: uncleared.toString(),
    scheduled: facts.promises.map(({ scheduleId, amountCents, on, purpose, methodId }) => ({
      scheduleId,
      amountCents: amountCents.toString(),
      on,
      purpose,
      methodLabel: methods.get(methodId) ?? null,
    })),
    graceDays: terms.policy.graceDays,
    promiseDays: terms.policy.customerLimits.promiseDays,
    reportedLateDays: terms.policy.reportedLateDays,
    lastPayment: lastPayment(points),
    assumed: [...terms.assumed],
    holds: holds
      .filter(({ until }) => until === null || until > today)
      .map(({ kind }) => kind as string),
  };
}

/**
 * The newest payment that was not taken back. A reversal stands on the day of what it takes back,
 * with its amount turned; of two payments alike in both it does not matter which is meant.
 */
function lastPayment(points: readonly EntryPoint[]) {
  const live: EntryPoint[] = [];
  for (const point of points) {
    if (point.kind === 'payment' || point.kind === 'payment-reapplied') live.push(point);
    if (point.kind !== 'payment-reversed') continue;
    const at = live.findLastIndex(
      ({ effectiveDate, amountCents }) =>
        effectiveDate === point.effectiveDate && amountCents === -point.amountCents,
    );
    if (at >= 0) live.splice(at, 1);
  }
  const last = live.toSorted((a, b) => (a.effectiveDate < b.effectiveDate ? -1 : 1)).at(-1);
  if (last === undefined) return null;
  return { on: last.effectiveDate, amountCents: last.amountCents.toString() };
}

export function wireAmountDue(due: AmountDue): z.output<typeof WireAmountDue> {
  return {
    ...due,
    total: wireBreakdown(due.total),
    pastDueCents: due.pastDueCents.toString(),
    feesCents: due.feesCents.toString(),
    nextPaymentCents: due.nextPaymentCents.toString(),
    lateFee: due.lateFee && { ...due.lateFee, feeCents: due.lateFee.feeCents.toString() },
  };
}
