import type { Contract, LeaseContract } from '../../contract/contract.ts';
import type { Outcome } from '../../contract/decision.ts';
import { stoppedBy } from '../../contract/hold.ts';
import type { LeaseReading, ReadingReason } from '../../contract/reading.ts';
import { begin, record } from '../../contract/record.ts';
import { type Refusal, refuse } from '../../contract/refusal.ts';
import { isRunning } from '../../contract/status.ts';
import { toCount } from '../../money/count.ts';
import { floorDivide } from '../../money/divide.ts';
import { type BusinessDate, daysBetween } from '../../time/calendar.ts';
import { knownReadings, readingsSetAside } from '../odometer.ts';

/** What the lessee tells: the miles, the day they were read, and why where that was asked. */
export type ToldReading = {
  readonly miles: number;
  readonly on: BusinessDate;
  readonly reason: ReadingReason | null;
};

/** No car drives more on a day: 24 hours at the speed of a highway. */
export const MOST_MILES_A_DAY = 1_500;
/** More than this a day since the reading before is asked about. */
export const MANY_MILES_A_DAY = 300;
/** As many readings as a lease keeps; one a day of its last year. */
export const MOST_READINGS = 400;

/**
 * Records a reading of the odometer that the lessee tells. Refused for what cannot be: a day to
 * come, a day before the lease, more miles than a car can drive. What is odd is asked about: fewer
 * miles than read before, or very many; with a reason it is taken. Which of readings that
 * contradict each other counts is `knownReadings`' to say.
 */
export function tellReading(
  contract: Contract,
  told: ToldReading,
  businessDate: BusinessDate,
): Outcome {
  if (contract.product !== 'lease') return refuse('reading-not-for-this-contract');
  const hold = stoppedBy(contract.holds, 'self-service', businessDate);
  if (hold !== null) return refuse('stopped-by-hold', { hold: hold.kind });
  if (contract.status === 'charged-off') return refuse('contract-charged-off');
  if (!isRunning(contract.status)) return refuse('lease-has-ended');
  const { terms, facts } = contract;
  const refusal = readingRefusal(contract, told, businessDate);
  if (refusal !== null) return refusal;
  const reading: LeaseReading = {
    miles: told.miles,
    on: told.on,
    source: 'lessee',
    // A reason that nobody asked for says nothing.
    reason: doubtAbout(contract, told) === null ? null : told.reason,
  };
  const readings = [...standing(contract, told), reading];
  const data = {
    miles: told.miles.toString(),
    readOn: told.on,
    source: reading.source,
    ...(reading.reason === null ? {} : { reason: reading.reason }),
  };
  const step = record(
    begin(contract),
    {
      kind: 'odometer-read',
      effectiveDate: businessDate,
      postings: [],
      memo: data,
      events: [{ kind: 'odometer-read', data }],
    },
    { facts: { ...facts, readings } },
  );
  const isCounted = !readingsSetAside(terms, readings).includes(reading);
  const receipt = { ...data, counted: isCounted ? 'yes' : 'no' };
  return { outcome: 'decided', entries: step.entries, receipt };
}

/** Why a reading is not taken, or not without a reason; null where it is. */
export function readingRefusal(
  lease: LeaseContract,
  told: ToldReading,
  businessDate: BusinessDate,
): Refusal | null {
  const never = impossible(lease, told, businessDate);
  return never ?? (told.reason === null ? doubtAbout(lease, told) : null);
}

/** The readings that stand beside a new one: the lessee's own of the same day it corrects. */
function standing(lease: LeaseContract, { on }: ToldReading): readonly LeaseReading[] {
  return lease.facts.readings.filter((each) => each.source !== 'lessee' || each.on !== on);
}

function impossible(
  lease: LeaseContract,
  told: ToldReading,
  businessDate: BusinessDate,
): Refusal | null {
  const { terms, facts } = lease;
  const { miles, on } = told;
  if (on > businessDate) return refuse('reading-in-future', { on, businessDate });
  if (on <= terms.startsOn) return refuse('reading-before-lease', { on, startsOn: terms.startsOn });
  if (facts.readings.some((each) => each.on === on && each.miles === miles)) {
    return refuse('reading-known', { miles: miles.toString(), on });
  }
  if (standing(lease, told).length >= MOST_READINGS) {
    return refuse('too-many-readings', { most: MOST_READINGS.toString() });
  }
  const { before, days } = since(lease, told);
  // Where the miles began was assumed, so the car may have had many of them before.
  const isGuess =
    before.on === terms.startsOn && terms.assumed.some(({ term }) => term === 'deliveryOdometer');
  const mostMiles = before.miles + MOST_MILES_A_DAY * days;
  if (miles <= mostMiles || isGuess) return null;
  return refuse('reading-impossible', {
    miles: miles.toString(),
    on,
    mostMiles: mostMiles.toString(),
    beforeMiles: before.miles.toString(),
    beforeOn: before.on,
  });
}

/**
 * Whether a reading is lower than one that is believed. The odometer statement then says that it
 * may not be the actual mileage (49 CFR 580.7), whatever the reason.
 */
export function isLowerThanKnown(lease: LeaseContract, told: ToldReading): boolean {
  const { before } = since(lease, told);
  return told.miles < Math.max(before.miles, lease.terms.mileage.deliveryOdometer);
}

/** What is odd about a reading, as the question to its lessee; null where nothing is. */
export function doubtAbout(lease: LeaseContract, told: ToldReading): Refusal | null {
  const { miles, on } = told;
  const { deliveryOdometer } = lease.terms.mileage;
  if (miles < deliveryOdometer) {
    const deliveryMiles = deliveryOdometer.toString();
    return refuse('reading-below-delivery', { miles: miles.toString(), on, deliveryMiles });
  }
  const { before, after, days } = since(lease, told);
  const other =
    miles < before.miles ? before : after !== null && miles > after.miles ? after : null;
  if (other !== null) {
    return refuse('reading-contradicts', {
      miles: miles.toString(),
      on,
      otherMiles: other.miles.toString(),
      otherOn: other.on,
    });
  }
  const driven = miles - before.miles;
  if (driven <= MANY_MILES_A_DAY * days) return null;
  return refuse('reading-far-ahead', {
    miles: miles.toString(),
    on,
    beforeMiles: before.miles.toString(),
    beforeOn: before.on,
    dailyMiles: toCount(floorDivide(BigInt(driven), BigInt(days))).toString(),
  });
}

/** The believed readings around the day of a new one, and the days since the one before. */
function since(lease: LeaseContract, told: ToldReading) {
  const { readings } = lease.facts;
  const corrected = readings.find((each) => each.source === 'lessee' && each.on === told.on);
  const known = knownReadings(lease.terms, readings).filter((each) => each !== corrected);
  const before = known.findLast(({ on }) => on <= told.on) ?? known[0];
  if (before === undefined) throw new RangeError('delivery is a reading');
  const after = known.find(({ on }) => on > told.on) ?? null;
  return { before, after, days: Math.max(1, daysBetween(before.on, told.on)) };
}
