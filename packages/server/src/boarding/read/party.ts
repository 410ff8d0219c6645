import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Vin } from '@roadbook/domain/vehicle/vin';
import type { PartyField, PartyRole } from './party-columns.ts';

/** One person and what they are to one contract, as a row of the parties file states it. */
export type Party = {
  readonly line: number;
  readonly contractNumber: string | null;
  /** Null where the row names only the asset, and the deal being boarded is meant. */
  readonly deal: string | null;
  readonly assetNumber: string | null;
  readonly role: PartyRole;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: BusinessDate | null;
  /** Nine digits. */
  readonly ssn: string | null;
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly email: string | null;
  /** In the form +16145550142. */
  readonly phone: string | null;
  readonly userName: string | null;
  readonly vin: Vin | null;
  readonly deliveryOdometer: number | null;
  readonly dueDay: number | null;
  readonly allowanceMilesPerYear: number | null;
  readonly odometerReading: number | null;
  readonly odometerReadOn: BusinessDate | null;
};

/** The values of a row that were read and found good, by field; absent where the cell is empty. */
export type PartyValues = ReadonlyMap<PartyField, string>;

/** Makes a party of values that were checked; required ones are there. */
export function partyOf(line: number, values: PartyValues): Party {
  const text = (field: PartyField): string | null => values.get(field) ?? null;
  const count = (field: PartyField): number | null =>
    values.has(field) ? Number(values.get(field)) : null;
  return {
    line,
    contractNumber: text('contractNumber'),
    deal: text('deal'),
    assetNumber: text('assetNumber'),
    role: text('role') as PartyRole,
    firstName: text('firstName') ?? '',
    lastName: text('lastName') ?? '',
    dateOfBirth: text('dateOfBirth') as BusinessDate | null,
    ssn: text('ssn'),
    street: text('street'),
    unit: text('unit'),
    city: text('city'),
    state: text('state'),
    zip: text('zip'),
    email: text('email'),
    phone: text('phone'),
    userName: text('userName'),
    vin: text('vin') as Vin | null,
    deliveryOdometer: count('deliveryOdometer'),
    dueDay: count('dueDay'),
    allowanceMilesPerYear: count('allowanceMilesPerYear'),
    odometerReading: count('odometerReading'),
    odometerReadOn: text('odometerReadOn') as BusinessDate | null,
  };
}
