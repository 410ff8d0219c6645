import * as values from './party-values.ts';

/** Who a person is to the contract. */
export const PARTY_ROLES = ['borrower', 'co-borrower', 'lessee', 'co-lessee'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** One column of the parties file. */
export type PartyColumn = {
  readonly column: string;
  /** Says something about a person: rejects show its shape only. */
  readonly personal: boolean;
  readonly required: boolean;
  /** Belongs to the contract, so all of a contract's rows that state it must agree. */
  readonly ofContract: boolean;
  /** The value as it is kept, or null when it cannot be taken. */
  readonly read: (text: string) => string | null;
  readonly rule: string;
  readonly sentence: string;
  readonly accepted: string;
};

/** Every column that is read. A lender's file may leave out any that is not required. */
export const PARTY_COLUMNS = {
  contractNumber: { ...plain('contract_number', 40, { personal: false }), ofContract: true },
  deal: plain('deal', 60, { personal: false }),
  assetNumber: plain('asset_number', 25, { personal: false }),
  role: {
    ...plain('role', 20, { personal: false, required: true }),
    read: (text: string): string | null => {
      const role = text.toLowerCase().replace(/[\s_]+/g, '-');
      return PARTY_ROLES.find((each) => each === role) ?? null;
    },
    rule: 'unknown-role',
    sentence: 'There is no such role.',
    accepted: PARTY_ROLES.join(', '),
  },
  firstName: plain('first_name', 60, { required: true }),
  lastName: plain('last_name', 60, { required: true }),
  dateOfBirth: checked('date_of_birth', values.parseAnyDay, {
    rule: 'not-a-day',
    sentence: 'This is not a day of the calendar.',
    accepted: 'a day that exists, as YYYY-MM-DD, MM-DD-YYYY or MM/DD/YYYY',
  }),
  ssn: checked('ssn', values.parseSsn, {
    rule: 'implausible-ssn',
    sentence: 'No such Social Security or taxpayer number can have been issued.',
    accepted: 'nine digits, with or without hyphens; leave it empty if it is not known',
  }),
  street: plain('street', 100),
  unit: plain('unit', 40),
  city: plain('city', 60),
  state: checked('state', values.parseState, {
    rule: 'unknown-state',
    sentence: 'The Postal Service knows no such state or territory.',
    accepted: 'its two letters, such as OH',
  }),
  zip: checked('zip', values.parseZip, {
    rule: 'not-a-zip',
    sentence: 'This is not a ZIP code; spreadsheets drop the zeros at its beginning.',
    accepted: 'five digits, or nine as 12345-6789',
  }),
  email: checked('email', values.parseEmail, {
    rule: 'not-an-email',
    sentence: 'No mail can be sent to this address.',
    accepted: 'an address such as dana@larkspur.example',
  }),
  phone: checked('phone', values.parsePhone, {
    rule: 'not-a-phone',
    sentence: 'This is not a telephone number of the United States.',
    accepted: 'ten digits, such as (614) 555-0142 or +1 614 555 0142',
  }),
  userName: plain('user_name', 60),
  vin: {
    ...checked('vin', values.parseVinText, {
      rule: 'not-a-vin',
      sentence: 'This is not a VIN: 17 characters without I, O, Q, and the ninth must check.',
      accepted: 'the 17 characters on the title; leave it empty if they are not known',
    }),
    ofContract: true,
  },
  deliveryOdometer: count('delivery_odometer', 0, 999_999, 'miles'),
  dueDay: count('due_day', 1, 31, 'the day of the month on which payments fall due'),
  allowanceMilesPerYear: count('allowance_miles_per_year', 0, 100_000, 'miles a year'),
  odometerReading: count('odometer_reading', 0, 999_999, 'miles'),
  odometerReadOn: {
    ...checked('odometer_read_on', values.parseAnyDay, {
      rule: 'not-a-day',
      sentence: 'This is not a day of the calendar.',
      accepted: 'the day of the reading, as YYYY-MM-DD, MM-DD-YYYY or MM/DD/YYYY',
    }),
    personal: false,
    ofContract: true,
  },
} as const satisfies Readonly<Record<string, PartyColumn>>;

export type PartyField = keyof typeof PARTY_COLUMNS;

/** The table as pairs, in its order. */
export const PARTY_FIELDS = Object.entries(PARTY_COLUMNS) as readonly (readonly [
  PartyField,
  PartyColumn,
])[];

type Wording = Pick<PartyColumn, 'rule' | 'sentence' | 'accepted'>;

function checked(column: string, read: PartyColumn['read'], wording: Wording): PartyColumn {
  return { column, personal: true, required: false, ofContract: false, read, ...wording };
}

function plain(
  column: string,
  longest: number,
  more: { readonly personal?: boolean; readonly required?: boolean } = {},
): PartyColumn {
  const wording = {
    rule: 'not-plain-text',
    sentence: 'The text is too long or holds characters that do not print.',
    accepted: `up to ${longest} characters on one line`,
  };
  const read = (text: string): string | null => values.parsePlain(text, longest);
  return { ...checked(column, read, wording), ...more };
}

function count(column: string, least: number, most: number, what: string): PartyColumn {
  const wording = {
    rule: 'count-out-of-range',
    sentence: 'This is not a whole number that can be meant here.',
    accepted: `${least} to ${most}, ${what}, digits only`,
  };
  const read = (text: string): string | null => values.parseCount(text, least, most);
  return { ...checked(column, read, wording), personal: false, ofContract: true };
}
