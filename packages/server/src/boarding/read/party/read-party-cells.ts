import { type Country, parseCountry, UNKNOWN_COUNTRY } from '../../../people/address/countries.ts';
import {
  isBritish,
  isCanadian,
  parsePostalCode,
  parseZip,
} from '../../../people/address/postal-codes.ts';
import { parseProvince, parseState } from '../../../people/address/regions.ts';
import { countryOfPhone } from '../../../people/address/telephones.ts';
import { lettersLost } from '../csv/csv-rows.ts';
import { type Fault, shapeOf, shown } from '../reject.ts';
import { doublyEncoded } from '../text/doubly-encoded.ts';
import { lostLetters, withoutMarks } from '../text/foreign-bytes.ts';
import { damageOfAny } from '../text/spreadsheet-damage.ts';
import type { PARTY_FIELDS, PartyColumn, PartyField } from './party-columns.ts';

/** The fields in the order of this file's columns; null for a column that is not known. */
export type PartyLayout = readonly ((typeof PARTY_FIELDS)[number] | null)[];

/** What a row's cells say, and what is wrong with those that were left out. */
export type PartyCells = {
  readonly values: ReadonlyMap<PartyField, string>;
  readonly faults: readonly Fault[];
  readonly assumesCountry: boolean;
};

/** Reads the cells of a row one by one; each is taken or left out by itself. */
export function readPartyCells(cells: readonly string[], layout: PartyLayout): PartyCells {
  const values = new Map<PartyField, string>();
  const faults: Fault[] = [];
  const texts = new Map<PartyField, string>();
  for (const [index, field] of layout.entries()) {
    const cell = cells[index] ?? '';
    if (field === null || cell === '' || field[1].use === 'not-used') continue;
    const text = wholeText(field[1], cell, faults);
    if (text !== null) texts.set(field[0], text);
  }
  const { country, isAssumed } = countryOf(texts);
  for (const field of layout) {
    if (field === null) continue;
    const [name, column] = field;
    const text = texts.get(name);
    if (text === undefined) continue;
    const damage = damageOfAny(text);
    const value = damage === null ? column.read(text, country) : null;
    if (value !== null) values.set(name, value);
    else faults.push(unreadable(column, text, country));
  }
  if (isAssumed && country !== null) values.set('country', country);
  const isNamed = values.has('firstName') || values.has('lastName') || values.has('companyName');
  if (!isNamed) faults.push(nameless());
  if (!values.has('role') && !texts.has('role')) faults.push(roleMissing());
  return { values, faults, assumesCountry: isAssumed };
}

/** The text of a cell, with letters that were encoded twice as they were meant; both are told. */
function wholeText(column: PartyColumn, cell: string, faults: Fault[]): string | null {
  const lost = lostLetters(cell);
  if (lost !== null) {
    const fault = lettersLost(lost, 'The value');
    faults.push({ ...fault, element: column.column, value: safe(column, withoutMarks(cell)) });
    return null;
  }
  const twice = doublyEncoded(cell);
  if (twice === null) return cell;
  faults.push({
    element: column.column,
    value: safe(column, cell),
    rule: 'doubly-encoded',
    sentence:
      `The letters were encoded twice: ${twice.garbled} stands for ${twice.letter}. The value was` +
      ` read as it was meant, of the shape ${shapeOf(twice.meant)}. Look whether that is right.`,
    accepted: 'the file saved once as "CSV UTF-8", from where its letters are still right',
  });
  return twice.meant;
}

/**
 * The country whose rules an address is read by. Where none is stated, a state or a code that only
 * one country has tells it, and without a state the telephone does.
 */
function countryOf(texts: ReadonlyMap<PartyField, string>): {
  readonly country: Country | null;
  readonly isAssumed: boolean;
} {
  const stated = texts.get('country');
  if (stated !== undefined) {
    return { country: parseCountry(stated) ?? UNKNOWN_COUNTRY, isAssumed: false };
  }
  const state = texts.get('state') ?? '';
  const zip = texts.get('zip') ?? '';
  const assumed = (country: Country) => ({ country, isAssumed: true });
  if (parseState(state) !== null) return { country: null, isAssumed: false };
  if (parseProvince(state) !== null || isCanadian(zip)) return assumed('CA');
  if (isBritish(zip)) return assumed('GB');
  const ofPhone = countryOfPhone(texts.get('phone') ?? '');
  const isElsewhere = ofPhone !== null && (zip === '' || parsePostalCode(zip, ofPhone) !== null);
  if (isElsewhere && (state !== '' || zip !== '')) return assumed(ofPhone);
  // A code with letters is none of the United States, whatever its country is.
  if (/\p{L}/u.test(zip) && parseZip(zip) === null && ofPhone !== null) return assumed(ofPhone);
  return { country: null, isAssumed: false };
}

function unreadable(of: PartyColumn, text: string, country: Country | null): Fault {
  const { column, rule, sentence, accepted } = of;
  const fault = { element: column, value: safe(of, text), rule, sentence, accepted };
  const nearer = damageOfAny(text) ?? of.explain(text, country);
  return nearer === null ? fault : { ...fault, ...nearer, accepted: nearer.accepted ?? accepted };
}

function safe({ personal }: PartyColumn, text: string): string {
  return personal ? shapeOf(text) : shown(text);
}

function nameless(): Fault {
  const sentence =
    'The row names nobody, so it adds no person. What it says of the contract was taken.';
  const accepted = 'a first_name, a last_name or both, or a company_name';
  return { element: 'last_name', value: null, rule: 'missing-value', sentence, accepted };
}

function roleMissing(): Fault {
  const sentence =
    'The row does not say what the person is to the contract. They were taken as the borrower or' +
    ' lessee where no other row names one, else beside them.';
  const accepted = 'borrower, co-borrower, lessee, co-lessee';
  return { element: 'role', value: null, rule: 'missing-value', sentence, accepted };
}
