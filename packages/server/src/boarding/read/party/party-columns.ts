import { type Country, parseCountry } from '../../../people/address/countries.ts';
import { parsePostalCode } from '../../../people/address/postal-codes.ts';
import { parseProvince, parseState } from '../../../people/address/regions.ts';
import { parsePhone } from '../../../people/address/telephones.ts';
import type { Damage } from '../text/spreadsheet-damage.ts';
import * as explain from './explain-party-value.ts';
import * as values from './party-values.ts';

/** Who a person is to the contract. */
export const PARTY_ROLES = ['borrower', 'co-borrower', 'lessee', 'co-lessee'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/**
 * What becomes of a column: it leads to the contract, says something of the person or of the
 * contract, or is known and not used, which the summary says.
 */
export type PartyColumnUse = 'key' | 'person' | 'contract' | 'not-used';

/** One column of the parties file. */
export type PartyColumn = {
  readonly column: string;
  readonly use: PartyColumnUse;
  /** Says something about a person: rejects show its shape only. */
  readonly personal: boolean;
  /** The value as it is kept, or null when it cannot be taken; `country` is the address's. */
  readonly read: (text: string, country: Country | null) => string | null;
  /** A reason that is nearer than the column's own, where the kind of fault is known. */
  readonly explain: (text: string, country: Country | null) => Damage | null;
  readonly rule: string;
  readonly sentence: string;
  readonly accepted: string;
};

/** Every column that is known. A lender's file may leave out any but a key, a name and the role. */
export const PARTY_COLUMNS = {
  // What belongs to the contract must be the same in all of its rows that state it.
  contractNumber: plain('contract_number', 40, { personal: false, use: 'contract' }),
  deal: plain('deal', 60, { personal: false, use: 'key' }),
  assetNumber: plain('asset_number', 25, { personal: false, use: 'key' }),
  role: {
    ...plain('role', 20, { personal: false }),
    read: (text: string): string | null => {
      const role = text.toLowerCase().replace(/[\s_]+/g, '-');
      return PARTY_ROLES.find((each) => each === role) ?? null;
    },
    rule: 'unknown-role',
    sentence:
      'There is no such role. The person was taken as the borrower or lessee where no other row' +
      ' names one, else beside them.',
    accepted: PARTY_ROLES.join(', '),
  },
  firstName: plain('first_name', 100),
  lastName: plain('last_name', 100),
  companyName: plain('company_name', 100),
  dateOfBirth: checked('date_of_birth', values.parseAnyDay, {
    explain: explain.birthday,
    rule: 'not-a-day',
    sentence: 'This is not a day of the calendar.',
    accepted: 'a day that exists, as YYYY-MM-DD, MM-DD-YYYY or MM/DD/YYYY',
  }),
  ssn: checked('ssn', values.parseSsn, {
    explain: explain.ssn,
    rule: 'implausible-ssn',
    sentence: 'No such Social Security or taxpayer number can have been issued.',
    accepted: 'nine digits, with or without hyphens; leave it empty if it is not known',
  }),
  ein: checked('ein', values.parseEin, {
    explain: explain.ein,
    rule: 'implausible-ein',
    sentence: 'No such employer identification number can have been issued.',
    accepted: 'nine digits, as 12-3456789; leave it empty if it is not known',
  }),
  street: plain('street', 100),
  unit: plain('unit', 40),
  city: plain('city', 60),
  state: checked('state', readRegion, {
    rule: 'unknown-state',
    sentence: 'The Postal Service knows no such state or territory.',
    accepted: 'its two letters or its name, such as OH; with a country, up to 60 characters',
  }),
  zip: checked('zip', parsePostalCode, {
    explain: explain.zip,
    rule: 'not-a-zip',
    sentence: 'This is not a ZIP code.',
    accepted: 'five digits, or nine as 12345-6789; abroad, with a country, its postal code',
  }),
  country: checked('country', parseCountry, {
    rule: 'unknown-country',
    sentence: 'There is no such country, so state and postal code were kept as they stand.',
    accepted: 'its two letters (ISO 3166) or its name in English; empty for the United States',
  }),
  email: checked('email', values.parseEmail, {
    rule: 'not-an-email',
    sentence: 'No mail can be sent to this address.',
    accepted: 'an address such as dana@larkspur.example',
  }),
  phone: checked('phone', parsePhone, {
    explain: explain.phone,
    rule: 'not-a-phone',
    sentence: 'This is not a telephone number of the United States.',
    accepted: 'ten digits, such as (614) 555-0142; abroad, + and the code of the country first',
  }),
  userName: plain('user_name', 60, { use: 'not-used' }),
  vin: {
    ...checked('vin', values.parseVinText, {
      explain: explain.vin,
      rule: 'not-a-vin',
      sentence: 'This is not a VIN.',
      accepted: 'the 17 characters on the title; leave it empty if they are not known',
    }),
    use: 'contract',
  },
  deliveryOdometer: count('delivery_odometer', 0, 999_999, 'miles'),
  dueDay: count('due_day', 1, 31, 'the day of the month on which payments fall due'),
  allowanceMilesPerYear: count('allowance_miles_per_year', 0, 100_000, 'miles a year'),
  odometerReading: count('odometer_reading', 0, 999_999, 'miles'),
  odometerReadOn: {
    ...checked('odometer_read_on', values.parseAnyDay, {
      explain: explain.day,
      rule: 'not-a-day',
      sentence: 'This is not a day of the calendar.',
      accepted: 'the day of the reading, as YYYY-MM-DD, MM-DD-YYYY or MM/DD/YYYY',
    }),
    personal: false,
    use: 'contract',
  },
} as const satisfies Readonly<Record<string, PartyColumn>>;

export type PartyField = keyof typeof PARTY_COLUMNS;

/** The table as pairs, in its order. */
export const PARTY_FIELDS = Object.entries(PARTY_COLUMNS) as readonly (readonly [
  PartyField,
  PartyColumn,
])[];

type Wording = Pick<PartyColumn, 'rule' | 'sentence' | 'accepted'> & Partial<PartyColumn>;

function checked(column: string, read: PartyColumn['read'], wording: Wording): PartyColumn {
  return { column, personal: true, use: 'person', read, explain: () => null, ...wording };
}

function plain(column: string, longest: number, more: Partial<PartyColumn> = {}): PartyColumn {
  const wording = {
    rule: 'not-plain-text',
    sentence: 'The text is too long or holds characters that do not print.',
    accepted: `up to ${longest} characters`,
  };
  const read = (text: string): string | null => values.parsePlain(text, longest);
  return { ...checked(column, read, wording), ...more };
}

function count(column: string, least: number, most: number, what: string): PartyColumn {
  const wording: Wording = {
    explain: explain.count,
    rule: 'count-out-of-range',
    sentence: 'This is not a whole number that can be meant here.',
    accepted: `${least} to ${most}, ${what}, digits only`,
  };
  const read = (text: string): string | null => values.parseCount(text, least, most);
  return { ...checked(column, read, wording), personal: false, use: 'contract' };
}

/** A state by its letters; of other countries the province or region as it stands. */
function readRegion(text: string, country: Country | null): string | null {
  if (country === null || country === 'US') return parseState(text);
  const province = country === 'CA' ? parseProvince(text) : null;
  return province ?? values.parsePlain(text, 60);
}
