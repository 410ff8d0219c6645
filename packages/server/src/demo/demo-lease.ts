import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import { basePayment, implicitRate } from '@roadbook/domain/lease/pricing';
import type { Cents } from '@roadbook/domain/money/cents';
import type { Ppb } from '@roadbook/domain/money/rate';
import { roundHalfUp } from '@roadbook/domain/money/round';
import {
  addDays,
  addMonths,
  type BusinessDate,
  daysBetween,
  partsOf,
} from '@roadbook/domain/time/calendar';
import { LARKSPUR } from '../lender/larkspur/larkspur.ts';
import { type Car, carOf, MODELS, modelNamed } from './cars.ts';
import { LEASE_DEAL } from './deals.ts';
import { type DemoCalendar, dueOnOrAfter } from './demo-calendar.ts';
import { type Dice, dice } from './dice.ts';
import type { LeaseStory } from './lease-stories.ts';

/** A lease of the fictional portfolio as the former servicer knows it at the cut-off. */
export type DemoLease = {
  readonly deal: string;
  readonly assetNumber: string;
  readonly contractNumber: string;
  readonly story: LeaseStory | null;
  readonly terms: LeaseTerms;
  readonly car: Car;
  readonly msrpCents: Cents;
  /** What a guide expects the car to bring at the end: less than the contract says. */
  readonly baseResidualCents: Cents;
  readonly creditScore: number;
  readonly lateBy: number;
  readonly allowanceMilesPerYear: number;
  readonly odometer: { readonly miles: number; readonly on: BusinessDate };
};

/**
 * Terms in months with the residual value they go with, in percent of the list price. Leases of 36
 * and 39 months lead, and the guide's residuals lie between 47 and 56 percent, as in the market.
 */
const TERMS: readonly { months: number; residual: readonly [number, number] }[] = [
  { months: 24, residual: [59, 63] },
  { months: 36, residual: [51, 58] },
  { months: 36, residual: [51, 58] },
  { months: 36, residual: [52, 58] },
  { months: 39, residual: [49, 55] },
  { months: 39, residual: [50, 56] },
  { months: 48, residual: [44, 48] },
];
const FACTOR_STEP_PPB = 10_000n;

/** Makes lease number `index` of the book, with its story or as an ordinary one. */
export function makeLease(
  seed: string,
  calendar: DemoCalendar,
  index: number,
  story: LeaseStory | null,
): DemoLease {
  const own = dice(`${seed}/lease/${index}`);
  const shortest = (story?.inDays ?? 0) < 500 ? 0 : 36;
  const offered = TERMS.filter(({ months }) =>
    story?.car === undefined ? months >= shortest : months === story.car.months,
  );
  const { months: termMonths, residual } = own.pick(offered);
  const { dueDay, maturity } = endOf(own, calendar, story, termMonths);
  const startsOn = addMonths(maturity, -termMonths, dueDay);
  const model = story?.car === undefined ? own.pick(MODELS) : modelNamed(story.car.model);
  const car = carOf(own, model, partsOf(startsOn).year, 500_300 + index * 11);
  const msrpCents = BigInt(car.priceDollars + own.between(0, 40) * 100) * 100n;
  const residualCents = percentOf(msrpCents, own.between(...residual));
  const allowanceMilesPerYear = own.pick([10_000, 12_000, 12_000, 15_000]);
  const deliveryOdometer = own.between(6, 180);
  const terms = termsOf({
    startsOn,
    termMonths,
    dueDay,
    adjustedCapitalizedCostCents: percentOf(msrpCents, own.between(88, 95)),
    residualValueCents: residualCents,
    moneyFactorPpb: BigInt(own.between(95, 310)) * FACTOR_STEP_PPB,
    mileage: {
      deliveryOdometer,
      allowanceMiles: Math.round((allowanceMilesPerYear * termMonths) / 12),
      boughtMiles: 0,
      excessMileCents: LARKSPUR.boarding.excessMileCents,
    },
  });
  const readOn = addDays(calendar.cutOff, -own.between(2, 20));
  const percent = story?.milesPercent ?? own.between(72, 122);
  const allowedToDate = (allowanceMilesPerYear * daysBetween(startsOn, readOn)) / 365;
  return {
    deal: LEASE_DEAL,
    assetNumber: `LV-${20_001 + index * 3}`,
    contractNumber: `82${5_300_219 + index * 1_013}`,
    story,
    terms,
    car,
    msrpCents,
    baseResidualCents: percentOf(residualCents, own.between(94, 98)),
    creditScore: own.between(668, 850),
    lateBy: story === null && own.chance(22) ? own.between(2, 6) : 0,
    allowanceMilesPerYear,
    odometer: {
      miles: deliveryOdometer + Math.round((allowedToDate * percent) / 100),
      on: readOn,
    },
  };
}

/** When the lease ends, with a due day that a short last month does not change. */
function endOf(
  own: Dice,
  { today }: DemoCalendar,
  story: LeaseStory | null,
  termMonths: number,
): { readonly dueDay: number; readonly maturity: BusinessDate } {
  if (story?.from === 'maturity') {
    const maturity = addDays(today, story.inDays);
    return { dueDay: partsOf(maturity).day, maturity };
  }
  const ordinaryDay = own.chance(8) ? 31 : own.between(1, 28);
  const due = story === null ? dueOnOrAfter(today, ordinaryDay) : addDays(today, story.inDays);
  const dueDay = story === null ? ordinaryDay : partsOf(due).day;
  return { dueDay, maturity: addMonths(due, own.between(5, termMonths - 10), dueDay) };
}

function percentOf(cents: Cents, percent: number): Cents {
  return roundHalfUp(cents * BigInt(percent), 100n);
}

type Priced = Pick<
  LeaseTerms,
  | 'startsOn'
  | 'termMonths'
  | 'dueDay'
  | 'adjustedCapitalizedCostCents'
  | 'residualValueCents'
  | 'mileage'
> & { readonly moneyFactorPpb: Ppb };

/** Terms as the contract was priced, payments in advance; what boarding reads from the file. */
function termsOf(priced: Priced): LeaseTerms {
  const { adjustedCapitalizedCostCents: cost, residualValueCents: residual, termMonths } = priced;
  const { basePaymentCents } = basePayment(cost, residual, termMonths, priced.moneyFactorPpb);
  const rate = implicitRate(cost, basePaymentCents, residual, termMonths, 'advance');
  if (rate === null) throw new RangeError('a lease of the demonstration has no implicit rate');
  return {
    ...priced,
    product: 'lease',
    timing: 'advance',
    basePaymentCents,
    implicitRateE18: rate,
    betweenDueDates: 'pro-rata',
    tax: LARKSPUR.boarding.tax,
    endFees: LARKSPUR.boarding.endFees,
    securityDepositCents: 0n,
    capitalizedCostReductionCents: 0n,
    accounting: 'operating',
    policy: LARKSPUR.leasePolicy,
    assumed: [],
  };
}
