/** The promise in the words of the core: terms, and the entry that boards the contract. */
import type { Decision } from '@roadbook/domain/contract/decision';
import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import { boardLease } from '@roadbook/domain/lease/board-lease';
import { boardLoan } from '@roadbook/domain/loan/board-loan';
import type { Rhythm } from '@roadbook/domain/schedule/rhythm';
import { levelSchedule } from '@roadbook/domain/schedule/schedule';
import { date } from '@roadbook/domain/time/calendar';
import type { LeasePromise, LoanPromise, Promised } from './oracle/promise.ts';

const CONTRACT_ID = '00000000-0000-7000-8000-000000000001';

export function board(promise: Promised): Decision {
  return promise.product === 'loan' ? boardedLoan(promise) : boardedLease(promise);
}

function boardedLoan(promise: LoanPromise): Decision {
  const { opening } = promise;
  const terms: LoanTerms = {
    product: 'loan',
    originatedOn: date(promise.originatedOn),
    amountFinancedCents: promise.financedCents,
    annualRatePpb: promise.ratePpb,
    dayCount: promise.dayCount,
    schedule: levelSchedule(
      {
        firstDueDate: date(promise.firstDueDate),
        rhythm: rhythmOf(promise),
        count: promise.term,
        installmentCents: promise.installmentCents,
      },
      promise.finalCents,
    ),
    policy: promise.rules,
    assumed: [],
  };
  return boardLoan(CONTRACT_ID, terms, {
    asOf: date(opening.asOf),
    principalCents: opening.principalCents,
    unpaidInterestCents: opening.interestCents,
    otherFeesCents: opening.feesCents,
    interestFrom: date(opening.interestFrom),
    satisfiedInstallments: opening.satisfied,
    chargedOffCents: null,
    endedOn: null,
  });
}

function rhythmOf({ rhythm, dueDay }: LoanPromise): Rhythm {
  switch (rhythm) {
    case 'monthly':
    case 'quarterly':
      return { every: rhythm, dueDay };
    case 'semi-monthly':
      return {
        every: rhythm,
        dueDays: dueDay <= 15 ? [dueDay, dueDay + 15] : [dueDay - 15, dueDay],
      };
    case 'bi-weekly':
    case 'weekly':
      return { every: rhythm };
  }
}

function boardedLease(promise: LeasePromise): Decision {
  const { opening } = promise;
  const terms: LeaseTerms = {
    product: 'lease',
    startsOn: date(promise.startsOn),
    termMonths: promise.term,
    dueDay: promise.dueDay,
    timing: promise.timing,
    adjustedCapitalizedCostCents: promise.costCents,
    residualValueCents: promise.residualCents,
    basePaymentCents: promise.baseCents,
    moneyFactorPpb: null,
    implicitRateE18: promise.rateE18,
    betweenDueDates: promise.between,
    tax: { ...promise.tax, jurisdiction: 'Somewhere' },
    mileage: { deliveryOdometer: 12, allowanceMiles: 36_000, boughtMiles: 0, excessMileCents: 25n },
    endFees: { dispositionCents: 39_500n, purchaseOptionCents: 0n, earlyTerminationCents: 0n },
    // A deposit on three leases of four; it moves nothing until the lease ends.
    securityDepositCents: (promise.costCents % 4n) * 250_00n,
    capitalizedCostReductionCents: 0n,
    accounting: promise.accounting,
    policy: promise.rules,
    assumed: [],
  };
  return boardLease(CONTRACT_ID, terms, {
    asOf: date(opening.asOf),
    billed: opening.billed,
    open: opening.open.map((each) => ({ ...each, dueDate: date(each.dueDate) })),
    prepaidCents: opening.prepaidCents,
    otherFeesCents: opening.feesCents,
    odometer: null,
    ended: null,
  });
}
