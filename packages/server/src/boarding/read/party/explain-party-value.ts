import { describeVin } from '@roadbook/domain/vehicle/describe-vin';
import { type Country, UNKNOWN_COUNTRY } from '../../../people/address/countries.ts';
import { compactCode, postalDigits, postalForm } from '../../../people/address/postal-codes.ts';
import {
  type Damage,
  damageOfDay,
  damageOfDecimal,
  leadingZeroLost,
} from '../text/spreadsheet-damage.ts';

export function birthday(text: string): Damage | null {
  return damageOfDay(text, true);
}

export function day(text: string): Damage | null {
  return damageOfDay(text, false);
}

export function count(text: string): Damage | null {
  const damage = damageOfDecimal(text);
  return damage === null ? null : { ...damage, accepted: null };
}

export function ssn(text: string): Damage | null {
  if (/^\d{2}-\d{7}$/.test(text)) {
    return {
      rule: 'ein-in-ssn',
      sentence: "This is written as a company's employer identification number.",
      accepted: "a company's number in the column ein",
    };
  }
  if (/^\d{4}$|^[x*#]{3}-?[x*#]{2}-?\d{4}$/i.test(text)) {
    return {
      rule: 'ssn-last-four-only',
      sentence: 'These are the last four digits only, which many people share.',
      accepted: null,
    };
  }
  return /^\d{6,8}$/.test(text) ? leadingZeroLost('A Social Security number', text, 9) : null;
}

export function ein(text: string): Damage | null {
  const isShort = /^\d{7,8}$/.test(text);
  return isShort ? leadingZeroLost('An employer identification number', text, 9) : null;
}

/** A postal code that is none of its country's. */
export function zip(text: string, country: Country | null): Damage | null {
  const isHome = country === null || country === 'US';
  const what = isHome ? 'A ZIP code' : `A postal code${ofCountry(country)}`;
  const digits = compactCode(text);
  const length = postalDigits(country);
  if (length !== null && /^\d+$/.test(digits)) {
    const missing = length - digits.length;
    if (missing === 1 || missing === 2) return leadingZeroLost(what, digits, length);
    if (isHome && /^\d{7,8}$/.test(digits)) return leadingZeroLost('ZIP + 4', digits, 9);
  }
  if (isHome) return null;
  const sentence = `This is not a postal code${ofCountry(country)}.`;
  return { rule: 'not-a-postal-code', sentence, accepted: postalForm(country) };
}

export function phone(_: string, country: Country | null): Damage | null {
  if (country === null || country === 'US') return null;
  const sentence = `This is not a telephone number${ofCountry(country)}.`;
  return { rule: 'not-a-phone', sentence, accepted: '+ and the code of the country, then digits' };
}

/** What is wrong with a VIN, and with which of its characters; the others are not told. */
export function vin(text: string): Damage | null {
  const described = describeVin(text);
  if (described.outcome === 'read') return null;
  if (described.problem === 'length') {
    const sentence =
      `A VIN has ${described.wantedLength} characters and this has ${described.length}.` +
      (described.length < 14 ? ' Cars of 1980 and before carry shorter numbers.' : '');
    return { rule: 'vin-length', sentence, accepted: null };
  }
  const meant = described.suggestion;
  if (described.problem === 'character') {
    const places = described.odd.map(({ place, found }) => `character ${place} is ${named(found)}`);
    const sentence = `${sentenceCase(places.join(', '))}, which no VIN holds.`;
    const suggestion = meant === null ? '' : ' With the digit it looks like, the VIN checks.';
    return { rule: 'vin-character', sentence: sentence + suggestion, accepted: null };
  }
  const swapped = meant === null ? '' : ' With two neighbors swapped it would check.';
  return {
    rule: 'vin-check-digit',
    sentence:
      'The ninth character is not the check digit that the others call for: one of them is wrong,' +
      ` or the car was built for another market, where VINs carry none.${swapped}`,
    accepted: null,
  };
}

function named(found: string): string {
  if (/[A-Z]/.test(found)) return `the letter ${found}`;
  return /[\p{L}\p{N}]/u.test(found) ? 'a letter of another alphabet' : 'a sign';
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Says nothing where the row names a country that nobody knows. */
function ofCountry(country: Country): string {
  return country === UNKNOWN_COUNTRY ? '' : ` of ${country}`;
}
