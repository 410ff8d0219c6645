import type { FieldError } from '@roadbook/api/problem';
import { ProblemError } from '../../operation/problem-error.ts';
import { parseCountry } from '../address/countries.ts';
import { parsePostalCode, postalForm } from '../address/postal-codes.ts';
import { parseProvince, parseState } from '../address/regions.ts';
import type { Person } from '../person.ts';

/** An address as it is kept; `null` where the country has no such part. */
export type KeptAddress = {
  readonly street: string;
  readonly unit: string | null;
  readonly city: string;
  readonly state: string | null;
  readonly zip: string;
  readonly country: string;
};

type Typed = { readonly [Part in keyof KeptAddress]: string | null } & {
  readonly street: string;
  readonly city: string;
  readonly zip: string;
  readonly country: string;
};

/**
 * Reads an address by the rules of its country, as boarding reads one of a file. Everything that is
 * wrong is told at once, each with its field, its value and its rule.
 */
export function readAddress(typed: Typed): KeptAddress {
  const country = parseCountry(typed.country);
  const state = regionOf(typed.state, country);
  const zip = parsePostalCode(typed.zip, country);
  const errors: FieldError[] = [];
  const wrong = (field: string, value: string, rule: string): void => {
    errors.push({ field: `body.${field}`, value, rule });
  };
  if (country === null) wrong('country', typed.country, 'a country by name or by two letters');
  if (state === undefined) wrong('state', typed.state || '(missing)', regionRule(country));
  if (zip === null) wrong('zip', typed.zip, postalForm(country));
  if (country === null || state === undefined || zip === null) {
    throw new ProblemError('invalid-input', {}, errors);
  }
  const { street, unit, city } = typed;
  return { street, unit: unit === '' ? null : unit, city, state, zip, country };
}

/** The region as it is kept; null where none is needed, undefined where it is none. */
function regionOf(text: string | null, country: string | null): string | null | undefined {
  const given = text === null || text === '' ? null : text;
  if (country === 'US') return given === null ? undefined : (parseState(given) ?? undefined);
  if (country === 'CA') return given === null ? undefined : (parseProvince(given) ?? undefined);
  return given;
}

function regionRule(country: string | null): string {
  return country === 'CA'
    ? 'a province by its two letters or its name, such as QC'
    : 'a state by its two letters or its name, such as OH';
}

/** The mailing address on file; null where there is no whole one. */
export function addressOf({ street, unit, city, state, zip, country }: Person): KeptAddress | null {
  if (street === null || zip === null) return null;
  return { street, unit, city: city ?? '', state, zip, country: country ?? 'US' };
}

/** An address on one line, for a history and for staff. */
export function spokenAddress({ street, unit, city, state, zip, country }: KeptAddress): string {
  const region = [state, zip].filter((part) => part !== null && part !== '').join(' ');
  const parts = [street, unit, city, region, country === 'US' ? null : country];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}
