/**
 * Leases near their end from a seed, for everything that must agree about them: the rules, the
 * screens, the server, the printed report. The same seed gives the same lease, today and
 * everywhere. Plain data throughout; `outlookOf` makes the three tellings of it.
 */

import type { LeaseAgreement } from '../../src/contract/lease-terms.ts';
import type { OdometerReading } from '../../src/contract/reading.ts';
import { leaseMaturityDate } from '../../src/lease/lease-calendar.ts';
import type { LeaseEndPolicy } from '../../src/lease-end/lease-end-policy.ts';
import type { LeaseEndFacts } from '../../src/lease-end/planner/contract-outlook.ts';
import type { CentsRange, LeaseEndOutlook } from '../../src/lease-end/planner/outlook.ts';
import type { PlanAnswers } from '../../src/lease-end/planner/plan-answers.ts';
import { planOutlook } from '../../src/lease-end/planner/plan-outlook.ts';
import type { Telling } from '../../src/lease-end/planner/plan-terms.ts';
import { valueTelling } from '../../src/lease-end/planner/value-telling.ts';
import type {
  LeaseEndAccount,
  LeaseEndTelling,
} from '../../src/lease-end/ways-out/lease-end-telling.ts';
import {
  addDays,
  addMonths,
  type BusinessDate,
  date,
  daysBetween,
  partsOf,
} from '../../src/time/calendar.ts';
import type { ValueOffer, VehicleFacts } from '../../src/vehicle/value/car-value.ts';
import { type Dice, diceOf } from './dice.ts';
import { generateAccount, generatePolicy, generateTerms } from './lease-parts.ts';
import { generateAnswers } from './told-lease.ts';

/** A lease of ours: its terms, its account, and what is known of the car. */
export type OwnLease = {
  readonly kind: 'own';
  readonly seed: number;
  readonly asOf: BusinessDate;
  readonly terms: LeaseAgreement;
  readonly account: LeaseEndAccount;
  readonly policy: LeaseEndPolicy;
  readonly readings: readonly OdometerReading[];
  readonly wear: CentsRange;
  readonly car: Omit<VehicleFacts, 'miles'>;
  readonly valueOffers: readonly ValueOffer[];
  readonly servicemember: boolean;
  /** Days to ask about: today, maturity, edges of windows, any others; one may be gone by. */
  readonly dates: readonly BusinessDate[];
};

/** What a stranger answered. */
export type ToldLease = {
  readonly kind: 'told';
  readonly seed: number;
  readonly asOf: BusinessDate;
  readonly answers: PlanAnswers;
  readonly policy: LeaseEndPolicy;
  readonly dates: readonly BusinessDate[];
};

export type GeneratedLease = OwnLease | ToldLease;

export function generateLeases(count: number, firstSeed = 1): GeneratedLease[] {
  return Array.from({ length: count }, (_, index) => generateLease(firstSeed + index));
}

/** Two leases of ours for each stranger's. */
export function generateLease(seed: number): GeneratedLease {
  const dice = diceOf(seed);
  const terms = generateTerms(dice);
  const maturity = leaseMaturityDate(terms);
  const length = daysBetween(terms.startsOn, maturity);
  const gone = Math.floor((length * dice.from(30, 104)) / 100);
  const asOf = addDays(terms.startsOn, gone);
  const policy = generatePolicy(dice, maturity);
  const dates = generateDates(dice, terms, policy, asOf);
  const readings = generateReadings(dice, terms, asOf);
  const valueOffers = generateOffers(dice, terms, asOf);
  const wear = generateWear(dice);
  if (seed % 3 === 0) {
    const answers = generateAnswers(dice, { terms, asOf, readings, valueOffers, wear });
    return { kind: 'told', seed, asOf, answers, policy, dates };
  }
  const price = (terms.adjustedCapitalizedCostCents * BigInt(dice.from(95, 130))) / 100n;
  return {
    kind: 'own',
    seed,
    asOf,
    terms,
    account: generateAccount(dice, terms, asOf),
    policy,
    readings,
    wear,
    car: {
      segment: dice.one(['car', 'suv', 'truck'] as const),
      modelYear: partsOf(terms.startsOn).year + dice.from(-1, 1),
      priceWhenNewCents: dice.chance(8) ? null : price,
    },
    valueOffers,
    servicemember: dice.chance(10),
    dates,
  };
}

/** The tellings of a generated lease by the rules themselves; null when the answers are refused. */
export function outlookOf(given: GeneratedLease): LeaseEndOutlook | null {
  if (given.kind === 'told') {
    const plan = planOutlook(given.answers, given.policy, given.asOf);
    return plan.outcome === 'planned' ? plan.outlook : null;
  }
  return {
    best: ownCase(given, 'best'),
    likely: ownCase(given, 'likely'),
    worst: ownCase(given, 'worst'),
  };
}

/** A lease of ours as its record shows it, for whoever makes the tellings from a record. */
export function factsOf(own: OwnLease): LeaseEndFacts {
  const { asOf, terms: agreement, policy, account, readings, car: vehicle, servicemember } = own;
  return { asOf, agreement, policy, account, readings, vehicle, servicemember };
}

function ownCase(own: OwnLease, telling: Telling): LeaseEndTelling {
  const { asOf, terms, account, policy, readings, wear, servicemember } = own;
  return {
    asOf,
    terms,
    policy,
    account,
    readings,
    futureMilesPerMille: { best: 900, likely: 1_000, worst: 1_100 }[telling],
    wearCents: { best: wear.lowCents, likely: wear.likelyCents, worst: wear.highCents }[telling],
    valueOn: valueTelling(own.car, own.valueOffers, telling),
    offer: null,
    servicemember,
  };
}

function generateDates(
  dice: Dice,
  terms: LeaseAgreement,
  policy: LeaseEndPolicy,
  asOf: BusinessDate,
): BusinessDate[] {
  const maturity = leaseMaturityDate(terms);
  const turnIn = addDays(maturity, -policy.windows.turnIn.fromDays);
  const anyDay = () => addDays(asOf, dice.from(0, Math.max(60, daysBetween(asOf, maturity) + 240)));
  const dueDate = addMonths(maturity, -dice.from(0, 14), terms.dueDay);
  return [
    asOf,
    maturity,
    addDays(maturity, dice.one([-1, 1])),
    addDays(turnIn, dice.one([-1, 0])),
    dice.chance(20) ? addDays(asOf, -1) : dueDate,
    addMonths(maturity, dice.from(1, 7), terms.dueDay),
    anyDay(),
    anyDay(),
    anyDay(),
    anyDay(),
  ];
}

/** Some readings, or one a month; now and then one that goes back or two on one day. */
function generateReadings(dice: Dice, terms: LeaseAgreement, asOf: BusinessDate) {
  const gone = daysBetween(terms.startsOn, asOf);
  const every = dice.one([30, 30, 90, 200, 400, 5_000]);
  const readings: OdometerReading[] = [];
  let miles = terms.mileage.deliveryOdometer;
  for (let day = dice.from(0, every); day <= gone; day += dice.from(1, every)) {
    miles += dice.from(0, 60) * dice.from(1, Math.min(every, 60));
    const shown = dice.chance(5) ? Math.max(0, miles - 5_000) : miles;
    readings.push({ miles: shown, on: addDays(terms.startsOn, day) });
    if (dice.chance(5)) readings.push({ miles: shown + 7, on: addDays(terms.startsOn, day) });
  }
  return readings;
}

function generateOffers(dice: Dice, terms: LeaseAgreement, asOf: BusinessDate): ValueOffer[] {
  return Array.from({ length: dice.one([0, 0, 0, 1, 2]) }, () => {
    const on = addDays(asOf, -dice.from(0, 70));
    const share = BigInt(dice.from(70, 140));
    return {
      source: dice.one(['dealer', 'online-buyer', 'private'] as const),
      cents: (terms.residualValueCents * share) / 100n,
      on: on < date('2025-01-01') ? asOf : on,
      goodThrough: dice.chance(50) ? addDays(on, dice.from(1, 40)) : null,
    };
  });
}

function generateWear(dice: Dice): CentsRange {
  const lowCents = dice.chance(50) ? 0n : BigInt(dice.from(1, 90_000));
  const likelyCents = lowCents + BigInt(dice.one([0, dice.from(1, 60_000)]));
  const highCents = likelyCents + BigInt(dice.one([0, dice.from(1, 90_000)]));
  return { lowCents, likelyCents, highCents };
}
