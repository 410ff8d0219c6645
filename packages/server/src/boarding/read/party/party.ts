import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Vin } from '@roadbook/domain/vehicle/vin';
import type { PartyField, PartyRole } from './party-columns.ts';
import { isCompanyName } from './party-values.ts';

/** One person and what they are to one contract, as a row of the parties file states it. */
export type Party = {
  readonly line: number;
  readonly contractNumber: string | null;
  /** Null where the row names only the asset, and the deal being boarded is meant. */
  readonly deal: string | null;
  readonly assetNumber: string | null;
  /** Null where the row states none that is known. */
  readonly role: PartyRole | null;
  /** A person has one name or two, a company has its own; at least one of the three is there. */
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly companyName: string | null;
  readonly dateOfBirth: BusinessDate | null;
  /** Nine digits. */
  readonly ssn: string | null;
  /** Nine digits: a company's taxpayer number. */
  readonly ein: string | null;
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  /** Two letters in the United States and Canada; elsewhere as stated. */
  readonly state: string | null;
  readonly zip: string | null;
  /** Two letters; null for the United States where nothing is stated. */
  readonly country: string | null;
  readonly email: string | null;
  /** In the form +16145550142. */
  readonly phone: string | null;
  readonly vin: Vin | null;
  readonly deliveryOdometer: number | null;
  readonly dueDay: number | null;
  readonly allowanceMilesPerYear: number | null;
  readonly odometerReading: number | null;
  readonly odometerReadOn: BusinessDate | null;
};

/** The values of a row that were read and found good, by field; absent where the cell is empty. */
export type PartyValues = ReadonlyMap<PartyField, string>;

export function isNamed({ firstName, lastName, companyName }: Party): boolean {
  return firstName !== null || lastName !== null || companyName !== null;
}

export function isMain({ role }: Pick<Party, 'role'>): boolean {
  return role === 'borrower' || role === 'lessee';
}

/** Makes a party of values that were checked. */
export function partyOf(line: number, values: PartyValues): Party {
  const text = (field: PartyField): string | null => values.get(field) ?? null;
  const count = (field: PartyField): number | null =>
    values.has(field) ? Number(values.get(field)) : null;
  return {
    line,
    contractNumber: text('contractNumber'),
    deal: text('deal'),
    assetNumber: text('assetNumber'),
    role: text('role') as PartyRole | null,
    ...namesOf(text('firstName'), text('lastName'), text('companyName')),
    dateOfBirth: text('dateOfBirth') as BusinessDate | null,
    ssn: text('ssn'),
    ein: text('ein'),
    street: text('street'),
    unit: text('unit'),
    city: text('city'),
    state: text('state'),
    zip: text('zip'),
    country: text('country'),
    email: text('email'),
    phone: text('phone'),
    vin: text('vin') as Vin | null,
    deliveryOdometer: count('deliveryOdometer'),
    dueDay: count('dueDay'),
    allowanceMilesPerYear: count('allowanceMilesPerYear'),
    odometerReading: count('odometerReading'),
    odometerReadOn: text('odometerReadOn') as BusinessDate | null,
  };
}

/** A single name that ends as companies' names do is a company's. */
function namesOf(
  firstName: string | null,
  lastName: string | null,
  companyName: string | null,
): Pick<Party, 'firstName' | 'lastName' | 'companyName'> {
  const single = firstName === null || lastName === null ? (firstName ?? lastName) : null;
  if (companyName !== null || single === null || !isCompanyName(single)) {
    return { firstName, lastName, companyName };
  }
  return { firstName: null, lastName: null, companyName: single };
}
