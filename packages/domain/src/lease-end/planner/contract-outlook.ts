import type { LeaseAgreement } from '../../contract/lease-terms.ts';
import type { OdometerReading } from '../../contract/reading.ts';
import type { Cents } from '../../money/cents.ts';
import { shareOf } from '../../money/rate.ts';
import { type BusinessDate, partsOf } from '../../time/calendar.ts';
import type { VehicleSegment } from '../../vehicle/value/car-value.ts';
import type { LeaseEndPolicy } from '../lease-end-policy.ts';
import type { LeaseEndAccount, LeaseEndTelling } from '../ways-out/lease-end-telling.ts';
import type { CentsRange, LeaseEndOutlook } from './outlook.ts';
import type { PlanAnswers } from './plan-answers.ts';
import type { PlanAssumption } from './plan-outlook.ts';
import type { Telling } from './plan-terms.ts';
import { typicalLeaseOn } from './typical-lease.ts';
import { valueTelling } from './value-telling.ts';

/** What is on record of one of our leases as it nears its end. */
export type LeaseEndFacts = {
  /** The open business day. */
  readonly asOf: BusinessDate;
  readonly agreement: LeaseAgreement;
  readonly policy: LeaseEndPolicy;
  readonly account: LeaseEndAccount;
  readonly readings: readonly OdometerReading[];
  /** Null is what nobody has recorded. */
  readonly vehicle: {
    readonly segment: VehicleSegment | null;
    readonly modelYear: number | null;
    readonly priceWhenNewCents: Cents | null;
  };
  readonly servicemember: boolean;
};

/** An outlook, and what had to be assumed for it. */
export type ContractOutlook = {
  readonly outlook: LeaseEndOutlook;
  readonly assumed: readonly PlanAssumption[];
};

/**
 * Three tellings of the end of a lease of ours. What the contract says counts as it is; the
 * lessee's answers add what it does not know: newer odometer readings, offers for the car, its
 * segment. What neither says is typical, and is named. Wear comes from a walk around the car,
 * waivers counted.
 */
export function contractOutlook(
  facts: LeaseEndFacts,
  answers: Partial<PlanAnswers>,
  wear: CentsRange | null,
): ContractOutlook {
  const tell = (telling: Telling) => contractCase(facts, answers, wear, telling);
  const outlook = { best: tell('best'), likely: tell('likely'), worst: tell('worst') };
  return { outlook, assumed: assumptions(facts, answers, wear, outlook) };
}

function contractCase(
  facts: LeaseEndFacts,
  answers: Partial<PlanAnswers>,
  wear: CentsRange | null,
  telling: Telling,
): LeaseEndTelling {
  const { asOf, agreement, policy, account, vehicle } = facts;
  const typical = typicalLeaseOn(asOf);
  const car = {
    segment: vehicle.segment ?? answers.segment ?? 'suv',
    modelYear: vehicle.modelYear ?? answers.modelYear ?? partsOf(agreement.startsOn).year,
    priceWhenNewCents:
      vehicle.priceWhenNewCents ??
      answers.priceWhenNewCents ??
      shareOf(agreement.adjustedCapitalizedCostCents, typical.listPricePpb[telling]),
  };
  return {
    asOf,
    terms: agreement,
    policy,
    account,
    readings: readingsOf(facts, answers),
    futureMilesPerMille: typical.futureMilesPerMille[telling],
    wearCents: wear === null ? typical.wearCents[telling] : wearIn(wear, telling),
    valueOn: valueTelling(car, answers.valueOffers ?? [], telling),
    offer: null,
    servicemember: facts.servicemember || answers.servicemember === true,
  };
}

/** Readings on record and the lessee's own. */
export function readingsOf(
  { readings }: Pick<LeaseEndFacts, 'readings'>,
  { odometer, earlierReadings }: Partial<PlanAnswers>,
): readonly OdometerReading[] {
  const own = odometer === undefined ? [] : [odometer];
  return [...readings, ...(earlierReadings ?? []), ...own];
}

function wearIn(wear: CentsRange, telling: Telling): Cents {
  return { best: wear.lowCents, likely: wear.likelyCents, worst: wear.highCents }[telling];
}

function assumptions(
  facts: LeaseEndFacts,
  answers: Partial<PlanAnswers>,
  wear: CentsRange | null,
  { best, likely, worst }: LeaseEndOutlook,
): PlanAssumption[] {
  const { vehicle, asOf, agreement } = facts;
  const list: PlanAssumption[] = [];
  if (wear === null) {
    const [low, middle, high] = [best, likely, worst].map((c) => c.wearCents.toString());
    list.push({ term: 'wear', best: `${low}`, likely: `${middle}`, worst: `${high}` });
  }
  const same = (term: string, value: string) =>
    list.push({ term, best: value, likely: value, worst: value });
  // Boarding had to assume where the miles begin: every amount for miles rests on it.
  const delivery = agreement.assumed.find(({ term }) => term === 'deliveryOdometer');
  if (delivery !== undefined) same('deliveryOdometer', delivery.value);
  if ((vehicle.segment ?? answers.segment ?? null) === null) same('segment', 'suv');
  if ((vehicle.modelYear ?? answers.modelYear ?? null) === null) {
    same('modelYear', partsOf(agreement.startsOn).year.toString());
  }
  if ((vehicle.priceWhenNewCents ?? answers.priceWhenNewCents ?? null) === null) {
    const shares = typicalLeaseOn(asOf).listPricePpb;
    const price = (telling: Telling) =>
      shareOf(agreement.adjustedCapitalizedCostCents, shares[telling]).toString();
    const [low, middle, high] = [price('best'), price('likely'), price('worst')];
    list.push({ term: 'priceWhenNewCents', best: low, likely: middle, worst: high });
  }
  return list;
}
