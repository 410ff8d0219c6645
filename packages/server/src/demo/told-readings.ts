import type { OdometerReading } from '@roadbook/domain/contract/reading';
import { addDays, type BusinessDate, daysBetween, partsOf } from '@roadbook/domain/time/calendar';
import type { Act } from './act.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoLease } from './demo-lease.ts';

/** Miles ahead of an even pace, by month: the car is driven most in summer. */
const AHEAD_OF_PACE = [0, -60, -110, -120, -80, 0, 90, 150, 160, 110, 60, 20];

/**
 * The readings that a lessee tells, each on its day; those from before boarding, which stand on
 * bills of the shop, on the first day after it.
 */
export function readingActs(lease: DemoLease, { cutOff, today }: DemoCalendar): Act[] {
  const first = addDays(cutOff, 1);
  return (lease.story?.readDaysAgo ?? []).map((days) => {
    const reading = readingOn(lease, addDays(today, -days));
    const on = reading.on < first ? first : reading.on;
    const { deal, assetNumber } = lease;
    return { deal, assetNumber, on, does: { kind: 'tell-odometer', reading } };
  });
}

function readingOn({ terms, odometer }: DemoLease, on: BusinessDate): OdometerReading {
  const { deliveryOdometer } = terms.mileage;
  const driven = odometer.miles - deliveryOdometer;
  const even = Math.round(
    (driven * daysBetween(terms.startsOn, on)) / daysBetween(terms.startsOn, odometer.on),
  );
  const ahead = AHEAD_OF_PACE[partsOf(on).month - 1] ?? 0;
  return { miles: deliveryOdometer + even + ahead, on };
}
