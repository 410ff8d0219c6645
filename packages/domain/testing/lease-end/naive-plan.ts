/**
 * What a stranger told, once more: the lease behind the answers in exact fractions, the rate found
 * by halving without rounding anything. Only types come from the domain; what is typical and what a
 * car is worth is handed in.
 */
import { monthsLater } from '../../../../tests/simulator/oracle/days.ts';
import { type Fraction, fraction, toCents } from '../../../../tests/simulator/oracle/fraction.ts';
import type { LeaseEndPolicy } from '../../src/lease-end/lease-end-policy.ts';
import type { PlanAnswers } from '../../src/lease-end/planner/plan-answers.ts';
import type { Telling } from '../../src/lease-end/planner/plan-terms.ts';
import type { TypicalLease } from '../../src/lease-end/planner/typical-lease.ts';
import type { CarValue, LeaseEndTelling } from '../../src/lease-end/ways-out/lease-end-telling.ts';
import type { BusinessDate } from '../../src/time/calendar.ts';
import { dueDatesOf, whole } from './naive-lease.ts';

const ONE = 10n ** 18n;
const BILLION = 1_000_000_000n;

/** Payments in advance and a residual, discounted, as a fraction of cents. */
function worth(payment: bigint, residual: bigint, months: number, rate: bigint): Fraction {
  // Everything times (1 + r)^months: the k-th payment has that many months less to be discounted.
  const growth = ONE + rate;
  let top = residual * ONE ** BigInt(months);
  let power = 1n;
  for (let month = 0; month < months; month += 1) {
    power *= growth;
    top += payment * power * ONE ** BigInt(months - month - 1);
  }
  return fraction(top, power);
}

function reaches(cost: bigint, { top, bottom }: Fraction): boolean {
  return top >= cost * bottom;
}

function rateOf(cost: bigint, payment: bigint, residual: bigint, months: number): bigint | null {
  if (!reaches(cost, worth(payment, residual, months, 0n))) return null;
  let low = 0n;
  let high = ONE;
  const atOnce = worth(payment, residual, months, high);
  if (atOnce.top > cost * atOnce.bottom) return null;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (reaches(cost, worth(payment, residual, months, middle))) low = middle;
    else high = middle;
  }
  return low;
}

type Priced = { cost: bigint; residual: bigint; rate: bigint };

function priced(answers: PlanAnswers, typical: TypicalLease, telling: Telling): Priced | null {
  const months = answers.termMonths ?? typical.termMonths;
  const payment = answers.paymentCents;
  const share = typical.residualPpb[telling];
  const ofShare = (cents: bigint): bigint => toCents(fraction(cents * share, BILLION));
  const told = answers.adjustedCapitalizedCostCents ?? null;
  /** What the typical rate leaves of the cost after the payments. */
  const leftOver = (): bigint => {
    const payments = worth(payment, 0n, months, typical.monthlyRateE18[telling]);
    const one = worth(0n, 1n, months, typical.monthlyRateE18[telling]);
    const left = (told ?? 0n) * payments.bottom - payments.top;
    return toCents(fraction(left * one.bottom, payments.bottom * one.top));
  };
  if (told !== null) {
    const least = told - payment * BigInt(months);
    const likely = toCents(fraction(told * typical.residualPpb.likely, BILLION));
    const assumed = ofShare(told) > least ? ofShare(told) : least;
    const residual = answers.residualCents ?? (likely < least ? leftOver() : assumed);
    const rate = rateOf(told, payment, residual, months);
    return rate === null ? null : { cost: told, residual, rate };
  }
  const rate = typical.monthlyRateE18[telling];
  let residual = answers.residualCents ?? null;
  if (residual === null) {
    const usual = typical.monthlyRateE18.likely;
    const payments = worth(payment, 0n, months, usual);
    const one = worth(0n, 1n, months, usual);
    // A share s of the cost, which the payments and the discounted share make: s × p / (1 − s × d).
    const rest = BILLION * one.bottom - share * one.top;
    residual = toCents(fraction(share * payments.top * one.bottom, payments.bottom * rest));
  }
  return { cost: toCents(worth(payment, residual, months, rate)), residual, rate };
}

export type NaiveValue = (
  car: { segment: 'car' | 'suv' | 'truck'; modelYear: number; priceWhenNewCents: bigint },
  telling: Telling,
  on: BusinessDate,
  miles: number,
) => CarValue | null;

/** One telling, or null when payments and residual do not belong to the cost. */
export function naivePlanCase(
  answers: PlanAnswers,
  policy: LeaseEndPolicy,
  typical: TypicalLease,
  telling: Telling,
  asOf: BusinessDate,
  value: NaiveValue,
): LeaseEndTelling | null {
  const found = priced(answers, typical, telling);
  if (found === null) return null;
  const termMonths = answers.termMonths ?? typical.termMonths;
  const dueDay = whole(answers.maturityDate.slice(8));
  const startsOn = monthsLater(answers.maturityDate, -termMonths, dueDay) as BusinessDate;
  const perYear = typical.allowanceMilesPerYear[telling];
  const terms: LeaseEndTelling['terms'] = {
    startsOn,
    termMonths,
    dueDay,
    timing: 'advance',
    adjustedCapitalizedCostCents: found.cost,
    residualValueCents: found.residual,
    basePaymentCents: answers.paymentCents,
    implicitRateE18: found.rate,
    betweenDueDates: 'pro-rata',
    tax: {
      method: 'each-payment',
      jurisdiction: 'as-told',
      ratePpb: answers.taxRatePpb ?? typical.taxRatePpb[telling],
      taxable: ['disposition-fee', 'excess-miles', 'excess-wear', 'early-termination', 'buyout'],
    },
    mileage: {
      deliveryOdometer: answers.deliveryOdometer ?? typical.deliveryOdometer,
      allowanceMiles: answers.allowanceMiles ?? Math.floor((perYear * termMonths) / 12),
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
  const ofNew = fraction(found.cost * typical.listPricePpb[telling], BILLION);
  const car = {
    segment: answers.segment ?? ('suv' as const),
    modelYear: answers.modelYear ?? whole(startsOn.slice(0, 4)),
    priceWhenNewCents: answers.priceWhenNewCents ?? toCents(ofNew),
  };
  const wear = answers.wear ?? null;
  const told = wear && { best: wear.lowCents, likely: wear.likelyCents, worst: wear.highCents };
  return {
    asOf,
    terms,
    policy: { ...policy, officialFeesCents: typical.officialFeesCents[telling] },
    account: {
      open: [],
      dueSoFar: dueDatesOf(terms).filter((dueDate) => dueDate <= asOf).length,
      feesCents: answers.pastDueCents ?? 0n,
      prepaidCents: 0n,
      depositCents: answers.depositCents ?? 0n,
      holdover: { through: null, billedCents: 0n },
      extendedMonths: 0,
    },
    readings: [...(answers.earlierReadings ?? []), answers.odometer],
    futureMilesPerMille: typical.futureMilesPerMille[telling],
    wearCents: (told ?? typical.wearCents)[telling],
    valueOn: (on, miles) => value(car, telling, on, miles),
    offer: null,
    servicemember: answers.servicemember ?? false,
  };
}
