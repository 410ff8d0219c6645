import type { LeaseAgreement, LeaseTax, TaxableCharge } from '../../contract/lease-terms.ts';
import { costAtRate, implicitRate } from '../../lease/pricing.ts';
import { type Cents, maxCents } from '../../money/cents.ts';
import { toCount } from '../../money/count.ts';
import { floorDivide } from '../../money/divide.ts';
import { PPB_ONE, type Ppb, shareOf } from '../../money/rate.ts';
import { roundHalfUp } from '../../money/round.ts';
import { addMonths, partsOf } from '../../time/calendar.ts';
import type { PlanAnswers } from './plan-answers.ts';
import type { TypicalLease } from './typical-lease.ts';

/** Which of the three tellings is told. */
export type Telling = 'best' | 'likely' | 'worst';

/**
 * What is taxed at the rate that was told. Rent is not among it: an extension and a holdover cost
 * the payment as it is billed, whose tax is in it already.
 */
const TAXED: readonly TaxableCharge[] = [
  'disposition-fee',
  'excess-miles',
  'excess-wear',
  'early-termination',
  'buyout',
];

/**
 * A lease as the lessee told it, in one telling: what was not told is typical. Null when the
 * payments and the residual value together do not reach the cost, so that no rate belongs to them.
 */
export function planTerms(
  answers: PlanAnswers,
  typical: TypicalLease,
  telling: Telling,
): LeaseAgreement | null {
  const termMonths = answers.termMonths ?? typical.termMonths;
  const dueDay = partsOf(answers.maturityDate).day;
  const startsOn = addMonths(answers.maturityDate, -termMonths, dueDay);
  const priced = pricedLease(answers, typical, telling, termMonths);
  if (priced === null) return null;
  const perYear = typical.allowanceMilesPerYear[telling];
  return {
    startsOn,
    termMonths,
    dueDay,
    timing: 'advance',
    ...priced,
    basePaymentCents: answers.paymentCents,
    betweenDueDates: 'pro-rata',
    tax: planTax(answers, typical, telling),
    mileage: {
      deliveryOdometer: answers.deliveryOdometer ?? typical.deliveryOdometer,
      allowanceMiles: answers.allowanceMiles ?? milesOver(perYear, termMonths),
      boughtMiles: answers.boughtMiles ?? 0,
      excessMileCents: answers.excessMileCents ?? typical.excessMileCents[telling],
    },
    endFees: {
      dispositionCents: answers.dispositionCents ?? typical.dispositionCents[telling],
      purchaseOptionCents: answers.purchaseOptionCents ?? typical.purchaseOptionCents[telling],
      earlyTerminationCents:
        answers.earlyTerminationCents ?? typical.earlyTerminationCents[telling],
    },
    securityDepositCents: answers.depositCents ?? 0n,
    capitalizedCostReductionCents: 0n,
    assumed: [],
  };
}

function milesOver(perYear: number, months: number): number {
  return toCount(floorDivide(BigInt(perYear) * BigInt(months), 12n));
}

function planTax(answers: PlanAnswers, typical: TypicalLease, telling: Telling): LeaseTax {
  const ratePpb = answers.taxRatePpb ?? typical.taxRatePpb[telling];
  return { method: 'each-payment', jurisdiction: 'as-told', ratePpb, taxable: TAXED };
}

type PricedLease = Pick<
  LeaseAgreement,
  'adjustedCapitalizedCostCents' | 'residualValueCents' | 'implicitRateE18'
>;

/** Cost, residual and rate that belong together, from as many of them as were told. */
function pricedLease(
  answers: PlanAnswers,
  typical: TypicalLease,
  telling: Telling,
  months: number,
): PricedLease | null {
  const payment = answers.paymentCents;
  const cost = answers.adjustedCapitalizedCostCents ?? null;
  const residual = answers.residualCents ?? null;
  const share = typical.residualPpb[telling];
  const rate = typical.monthlyRateE18[telling];
  if (cost !== null) {
    const residualValueCents = residual ?? residualOfCost(cost, payment, months, typical, telling);
    const solved = implicitRate(cost, payment, residualValueCents, months, 'advance');
    if (solved === null) return null;
    return {
      adjustedCapitalizedCostCents: cost,
      residualValueCents,
      implicitRateE18: solved,
    };
  }
  const usualRate = typical.monthlyRateE18.likely;
  const residualValueCents = residual ?? typicalResidual(payment, share, months, usualRate);
  return {
    adjustedCapitalizedCostCents: costAtRate(payment, residualValueCents, months, 'advance', rate),
    residualValueCents,
    implicitRateE18: rate,
  };
}

/**
 * The residual value of a known cost: the typical share of it, and never so low that the payments
 * could not reach the cost. Where even the likely share is too low for the payments, it is what the
 * typical rate leaves of the cost, so that the three tellings still differ.
 */
function residualOfCost(
  cost: Cents,
  payment: Cents,
  months: number,
  typical: TypicalLease,
  telling: Telling,
): Cents {
  const least = cost - payment * BigInt(months);
  if (least <= shareOf(cost, typical.residualPpb.likely)) {
    return maxCents(shareOf(cost, typical.residualPpb[telling]), least);
  }
  const { paymentsE9, discountE18 } = worthAt(payment, months, typical.monthlyRateE18[telling]);
  return roundHalfUp((cost * PPB_ONE - paymentsE9) * PPB_ONE, discountE18);
}

/**
 * The residual value that is the given share of the cost the payments are worth: with the rate's
 * discount of a residual d, cost = payments' worth / (1 − share × d). The rate is the likely one in
 * every telling: a higher rate lowers the residual and would take back what a higher share adds.
 */
function typicalResidual(payment: Cents, share: Ppb, months: number, rate: bigint): Cents {
  const { paymentsE9, discountE18 } = worthAt(payment, months, rate);
  const rest = PPB_ONE * PPB_ONE * PPB_ONE - share * discountE18;
  return roundHalfUp(paymentsE9 * share * PPB_ONE, rest);
}

/** What all payments are worth today, in cents × 10^9, and a residual of 1, × 10^18. */
function worthAt(payment: Cents, months: number, rate: bigint) {
  return {
    paymentsE9: costAtRate(payment * PPB_ONE, 0n, months, 'advance', rate),
    discountE18: costAtRate(0n, PPB_ONE * PPB_ONE, months, 'advance', rate),
  };
}
