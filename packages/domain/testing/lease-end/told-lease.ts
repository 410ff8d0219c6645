/** What a stranger might tell of a lease: three answers, and some of the others. */

import type { LeaseAgreement } from '../../src/contract/lease-terms.ts';
import type { OdometerReading } from '../../src/contract/reading.ts';
import { leaseMaturityDate } from '../../src/lease/lease-calendar.ts';
import type { CentsRange } from '../../src/lease-end/planner/outlook.ts';
import type { PlanAnswers } from '../../src/lease-end/planner/plan-answers.ts';
import { addDays, type BusinessDate, partsOf } from '../../src/time/calendar.ts';
import type { ValueOffer } from '../../src/vehicle/value/car-value.ts';
import type { Dice } from './dice.ts';

type Known = {
  readonly terms: LeaseAgreement;
  readonly asOf: BusinessDate;
  readonly readings: readonly OdometerReading[];
  readonly valueOffers: readonly ValueOffer[];
  readonly wear: CentsRange;
};

/** Each answer is told or not by chance, told straight, as null, or left out. */
export function generateAnswers(dice: Dice, known: Known): PlanAnswers {
  const { terms, asOf, readings, valueOffers, wear } = known;
  const { mileage, endFees } = terms;
  const isSingle = terms.timing === 'single-payment';
  const payment = isSingle
    ? terms.basePaymentCents / BigInt(terms.termMonths)
    : terms.basePaymentCents;
  const readOn = addDays(asOf, -dice.one([0, 0, 0, 20]));
  const earlier = readings.filter(({ on }) => on <= readOn);
  const highest = Math.max(mileage.deliveryOdometer, ...earlier.map(({ miles }) => miles));
  const tell = <T>(value: T, percent = 50): T | null => (dice.chance(percent) ? value : null);
  const cost = terms.adjustedCapitalizedCostCents;
  return {
    maturityDate: leaseMaturityDate(terms),
    paymentCents: payment,
    odometer: { miles: highest + dice.from(0, 900), on: readOn },
    // A lease that began less than three years ago needs its term to be told.
    termMonths: tell(terms.termMonths, terms.termMonths === 36 ? 50 : 90),
    allowanceMiles: tell(mileage.allowanceMiles),
    boughtMiles: tell(mileage.boughtMiles),
    excessMileCents: tell(mileage.excessMileCents),
    deliveryOdometer: tell(mileage.deliveryOdometer),
    ...(dice.chance(50) ? { earlierReadings: earlier } : {}),
    residualCents: tell(terms.residualValueCents),
    adjustedCapitalizedCostCents: tell(cost, 35),
    dispositionCents: tell(endFees.dispositionCents),
    purchaseOptionCents: tell(endFees.purchaseOptionCents),
    earlyTerminationCents: tell(endFees.earlyTerminationCents),
    taxRatePpb: tell(terms.tax.ratePpb),
    pastDueCents: tell(BigInt(dice.from(0, 90_000))),
    depositCents: tell(terms.securityDepositCents),
    segment: tell(dice.one(['car', 'suv', 'truck'] as const)),
    modelYear: tell(partsOf(terms.startsOn).year + dice.from(-1, 1)),
    priceWhenNewCents: tell((cost * BigInt(dice.from(101, 130))) / 100n),
    ...(dice.chance(40) ? { valueOffers } : {}),
    wear: tell(wear),
    ...(dice.chance(10) ? { servicemember: true } : {}),
  };
}
