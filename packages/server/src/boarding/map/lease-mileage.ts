import type { LeaseTerms, MileageTerms } from '@roadbook/domain/contract/lease-terms';
import type { OdometerReading } from '@roadbook/domain/contract/reading';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Lender } from '../../lender/lender.ts';
import type { Party } from '../read/party/party.ts';
import type { Fault } from '../read/reject.ts';
import { code, type Ex102Record, integer } from '../read/schema/ex102-record.ts';
import type { Assumptions } from './assumptions.ts';

const USED = '2';

/**
 * The mileage side of a lease: from the parties file, bought miles from the contracts file, else
 * the lender's defaults. A default for new cars says little of a used one, so the reason tells them
 * apart. The assumption is shown with every amount that rests on it.
 */
export function mileageOf(
  record: Ex102Record,
  parties: readonly Party[],
  { boarding }: Lender,
  termMonths: number,
  assume: Assumptions,
): MileageTerms {
  const stated = <K extends 'deliveryOdometer' | 'allowanceMilesPerYear'>(key: K) =>
    parties.find((party) => party[key] !== null)?.[key];
  const usual = 'file-silent-lender-default';
  const perYear = assume.orAssume(
    'allowanceMilesPerYear',
    stated('allowanceMilesPerYear'),
    boarding.allowanceMilesPerYear,
    usual,
  );
  const isUsed = code(record, 'vehicleNewUsedCode') === USED;
  return {
    deliveryOdometer: assume.orAssume(
      'deliveryOdometer',
      stated('deliveryOdometer'),
      boarding.deliveryOdometer,
      isUsed ? 'used-car-lender-default' : usual,
    ),
    allowanceMiles: Math.round((perYear * termMonths) / 12),
    boughtMiles: integer(record, 'boughtMiles') ?? 0,
    excessMileCents: boarding.excessMileCents,
  };
}

/** The last odometer reading that a lease boards with, or why the one stated was left out. */
export type BoardedReading = {
  readonly odometer: OdometerReading | null;
  readonly leftOut: Fault | null;
};

/**
 * A reading of a day to come, of a day before the lease, or below the odometer at delivery cannot
 * be: it is left out and reported, and the lease boards without it.
 */
export function readingOf(
  parties: readonly Party[],
  terms: LeaseTerms,
  asOf: BusinessDate,
  openDay: BusinessDate,
): BoardedReading {
  const party = parties.find(({ odometerReading }) => odometerReading !== null);
  if (party?.odometerReading == null) return { odometer: null, leftOut: null };
  const miles = party.odometerReading;
  const on = party.odometerReadOn ?? asOf;
  const isDeliveryStated = parties.some(({ deliveryOdometer }) => deliveryOdometer !== null);
  const { deliveryOdometer } = terms.mileage;
  const leave = (
    element: string,
    value: string,
    rule: string,
    sentence: string,
    accepted: string,
  ) => ({
    odometer: null,
    leftOut: { element, value, rule, sentence, accepted },
  });
  if (on > openDay) {
    const sentence =
      'The odometer cannot have been read on a day to come; the reading was left out.';
    return leave('odometer_read_on', on, 'reading-in-future', sentence, `a day up to ${openDay}`);
  }
  if (on < terms.startsOn) {
    const sentence = 'The odometer was read before the lease began; the reading was left out.';
    const accepted = `a day from ${terms.startsOn} on`;
    return leave('odometer_read_on', on, 'reading-before-lease', sentence, accepted);
  }
  if (isDeliveryStated && miles < deliveryOdometer) {
    const sentence = 'The reading is below the odometer at delivery; it was left out.';
    const accepted = `${deliveryOdometer} miles or more`;
    return leave('odometer_reading', `${miles}`, 'reading-below-delivery', sentence, accepted);
  }
  return { odometer: { miles, on }, leftOut: null };
}
