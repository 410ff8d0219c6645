import type { LoanContract } from '@roadbook/domain/contract/contract';
import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import { implicitRate } from '@roadbook/domain/lease/pricing';
import { boardLoan } from '@roadbook/domain/loan/board-loan';
import { levelSchedule } from '@roadbook/domain/schedule/schedule';
import { addMonths, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { LARKSPUR } from '@roadbook/server/lender/larkspur/larkspur';
import type { Random } from '../measure/random.ts';

const CUT_OFF = date('2026-10-31');

/** A loan in the middle of its term, each one different. */
export function someLoan(random: Random, at: number): LoanContract {
  const age = random.whole(3, 40);
  const dueDay = random.whole(1, 28);
  const firstDueDate = addMonths(CUT_OFF, -age, dueDay);
  const installmentCents = BigInt(random.whole(25_000, 90_000));
  const terms: LoanTerms = {
    product: 'loan',
    originatedOn: addMonths(firstDueDate, -1),
    amountFinancedCents: installmentCents * 52n,
    annualRatePpb: BigInt(random.whole(299, 1_299)) * 100_000n,
    dayCount: random.pick(['actual/365', 'actual/actual', '30/360']),
    schedule: levelSchedule({
      firstDueDate,
      rhythm: { every: 'monthly', dueDay },
      count: 60,
      installmentCents,
    }),
    policy: LARKSPUR.loanPolicy,
    assumed: [],
  };
  const decision = boardLoan(`loan-${at}`, terms, {
    asOf: CUT_OFF,
    principalCents: installmentCents * BigInt(55 - age),
    unpaidInterestCents: 0n,
    otherFeesCents: 0n,
    interestFrom: addMonths(CUT_OFF, -1, dueDay),
    satisfiedInstallments: age,
    chargedOffCents: null,
    endedOn: null,
  });
  const loan = decision.entries[0]?.after;
  if (loan?.product !== 'loan') throw new Error('boarding a loan made none');
  return loan;
}

/** Terms of a lease in the middle of its term, each one different. */
export function someLease(random: Random): LeaseTerms {
  const cost = BigInt(random.whole(2_500_000, 4_500_000));
  const residual = (cost * 58n) / 100n;
  const payment = (cost - residual) / 36n + (cost + residual) / 500n;
  return {
    product: 'lease',
    startsOn: addMonths(CUT_OFF, -random.whole(3, 24), random.whole(1, 28)),
    termMonths: 36,
    dueDay: 15,
    timing: 'advance',
    adjustedCapitalizedCostCents: cost,
    residualValueCents: residual,
    basePaymentCents: payment,
    moneyFactorPpb: null,
    implicitRateE18: implicitRate(cost, payment, residual, 36, 'advance') ?? 0n,
    betweenDueDates: 'pro-rata',
    tax: LARKSPUR.boarding.tax,
    mileage: { deliveryOdometer: 10, allowanceMiles: 36_000, boughtMiles: 0, excessMileCents: 20n },
    endFees: LARKSPUR.boarding.endFees,
    securityDepositCents: 0n,
    capitalizedCostReductionCents: 0n,
    accounting: 'operating',
    policy: LARKSPUR.leasePolicy,
    assumed: [],
  };
}

/** Days from the cut-off on, for asking about different ones. */
export function daysAfterCutOff(count: number): BusinessDate[] {
  const month = addMonths(CUT_OFF, 1, 1).slice(0, 8);
  return Array.from({ length: count }, (_, at) => date(`${month}${`${at + 1}`.padStart(2, '0')}`));
}
