import type { Country } from './countries.ts';

/**
 * Postal codes by country, in the form in which they are kept: 9 stands for a digit, A for a
 * letter. Source: Universal Postal Union, addressing systems of its members. Countries that are not
 * here, or that have several forms, take any short text.
 */
const FORMS: Readonly<Record<string, string>> = {
  '99999':
    'US DE FR IT ES MX KR TR UA EE HR RS FI MY TH ID EG MA PK SA KE CR GT DO CU PE UY MC SM VA' +
    ' ME BA PR GU VI AS MP GP MQ GF RE',
  '9999': 'AT CH BE DK NO AU NZ BG HU SI LU ZA PH BD LI CY GL GE TN VE',
  '999': 'IS FO',
  '999999': 'CN IN SG RO RU BY KZ CO EC NG VN',
  '9999999': 'CL',
  '999-9999': 'JP',
  '99-999': 'PL',
  '9999-999': 'PT',
  '99999-999': 'BR',
  '999 99': 'SE CZ SK GR',
  '9999 AA': 'NL',
  'A9A 9A9': 'CA',
};

const FORM_OF: ReadonlyMap<Country, string> = new Map(
  Object.entries(FORMS).flatMap(([form, countries]) =>
    countries.split(' ').map((country) => [country, form] as const),
  ),
);

/** Letters that Canada's codes leave out (Canada Post, Addressing Guidelines). */
const NOT_IN_CANADA = /[DFIOQU]/;

/** The forms of the United Kingdom (Royal Mail, Programmer's Guide). */
const BRITISH = /^([A-Z]{1,2}\d[A-Z\d]?|GIR)(\d[A-Z]{2}|0AA)$/;

const LONGEST_FREE = 16;

/** A code as it is kept, or null when the country has no such code. */
export function parsePostalCode(text: string, country: Country | null): string | null {
  const compact = compactCode(text);
  if (country === 'US' || country === null) return parseZip(compact);
  if (['GB', 'GG', 'JE', 'IM'].includes(country)) {
    return BRITISH.test(compact) ? `${compact.slice(0, -3)} ${compact.slice(-3)}` : null;
  }
  const form = FORM_OF.get(country);
  if (form === undefined) return parseFree(text);
  if (country === 'CA' && NOT_IN_CANADA.test(compact)) return null;
  return inForm(compact, form);
}

/** Digits in a country's code where it has digits only; null where it has letters or no rule. */
export function postalDigits(country: Country | null): number | null {
  const form = FORM_OF.get(country ?? 'US') ?? 'A';
  return form.includes('A') ? null : form.replaceAll(/\D/g, '').length;
}

/** What a country's code looks like, in words for a reject. */
export function postalForm(country: Country | null): string {
  if (country === 'US' || country === null) return 'five digits, or nine as 12345-6789';
  if (country === 'GB') return 'a postcode such as SW1A 1AA';
  const form = FORM_OF.get(country);
  return form === undefined
    ? `up to ${LONGEST_FREE} letters and digits`
    : `a postal code of ${country} as ${form}, with 9 for a digit and A for a letter`;
}

/** Whether a code is written as only Canada's are. */
export function isCanadian(text: string): boolean {
  return parsePostalCode(text, 'CA') !== null;
}

/** Whether a code is written as only those of the United Kingdom are. */
export function isBritish(text: string): boolean {
  return parsePostalCode(text, 'GB') !== null;
}

/** Five digits, or nine as `12345-6789`; null for anything else. */
export function parseZip(compact: string): string | null {
  const match = /^(\d{5})(\d{4})?$/.exec(compactCode(compact));
  if (match === null) return null;
  return match[2] === undefined ? (match[1] ?? null) : `${match[1]}-${match[2]}`;
}

/** Capital letters and digits alone, without the country's letters before it. */
export function compactCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\u3012\s*/, '')
    .replace(/^[A-Z]{1,3}[-\s](?=\d)/, '')
    .replace(/[\s\p{Pd}]/gu, '');
}

function parseFree(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\u3012\s*/, '')
    .replace(/\s+/g, ' ');
  return code.length <= LONGEST_FREE && /^[\p{L}\p{N}][\p{L}\p{N} .-]*$/u.test(code) ? code : null;
}

function inForm(compact: string, form: string): string | null {
  const places = form.replace(/[^9A]/g, '');
  if (compact.length !== places.length) return null;
  let kept = '';
  let at = 0;
  for (const place of form) {
    if (place !== '9' && place !== 'A') {
      kept += place;
      continue;
    }
    const found = compact.charAt(at);
    at += 1;
    if (place === '9' ? !/\d/.test(found) : !/[A-Z]/.test(found)) return null;
    kept += found;
  }
  return kept;
}
