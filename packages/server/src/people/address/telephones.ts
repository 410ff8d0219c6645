import { type Country, callingCodeIn, callingCodeOf, countryOfCallingCode } from './countries.ts';

/** Countries whose numbers begin with a 0 at home that falls away behind the country's code. */
const ZERO_AT_HOME = new Set(
  (
    'DE GB FR AT CH NL BE SE FI IE AU NZ JP KR IN ZA TR IL RO BG HR RS SI SK UA PH TH MY ID CN TW' +
    ' EG MA NG KE PK BD LK VN BR GG JE IM LU'
  ).split(' '),
);

/** A number of the United States, Canada and the islands that share their plan. */
const NORTH_AMERICAN = /^1?([2-9]\d{2}[2-9]\d{6})$/;

const LONGEST = 15;
const SHORTEST = 7;

/**
 * A telephone number as `+` and digits (ITU-T E.164), or null when it is none. A number without a
 * country's code belongs to the country of the address.
 */
export function parsePhone(text: string, country: Country | null): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\(0\)/, '');
  if (!/^\+?[\d\s()./-]+$/.test(plain)) return null;
  const digits = plain.replace(/\D/g, '');
  // Inside the North American plan 011 leads abroad; in Sapporo it is the number of the town.
  const isHome = country === null || callingCodeOf(country) === '1';
  const exit = isHome ? /^(?:011|00)(\d{8,})$/ : /^00(\d{8,})$/;
  const abroad = plain.trimStart().startsWith('+') ? digits : (exit.exec(digits)?.[1] ?? null);
  if (abroad !== null) return international(abroad);
  const code = country === null ? '1' : callingCodeOf(country);
  return code === '1' || code === null ? northAmerican(digits) : national(digits, country, code);
}

/** The country that a number written with its country's code belongs to; null if that is unsure. */
export function countryOfPhone(text: string): Country | null {
  const phone = /^\s*(?:\+|00|011)/.test(text) ? parsePhone(text, null) : null;
  const code = phone === null ? null : callingCodeIn(phone.slice(1));
  return code === null || code === '1' ? null : countryOfCallingCode(code);
}

function international(digits: string): string | null {
  const code = callingCodeIn(digits);
  if (code === null) return null;
  if (code === '1') return northAmerican(digits);
  const rest = digits.slice(code.length);
  const isLong = digits.length <= LONGEST && digits.length >= SHORTEST && rest.length >= 4;
  return isLong ? `+${digits}` : null;
}

function northAmerican(digits: string): string | null {
  const match = NORTH_AMERICAN.exec(digits);
  return match === null ? null : `+1${match[1]}`;
}

function national(digits: string, country: Country | null, code: string): string | null {
  const isZeroLeft = country !== null && ZERO_AT_HOME.has(country) && digits.startsWith('0');
  const rest = isZeroLeft ? digits.slice(1) : digits;
  const length = code.length + rest.length;
  if (isZeroLeft && rest.startsWith('0')) return null;
  return rest.length >= 6 && length <= LONGEST ? `+${code}${rest}` : null;
}
