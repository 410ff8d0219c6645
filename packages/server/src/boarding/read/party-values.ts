import { type BusinessDate, parseDate } from '@roadbook/domain/time/calendar';
import { isVin, parseVin } from '@roadbook/domain/vehicle/vin';
import { parseDay } from './element-values.ts';

/**
 * States, the District of Columbia, territories, freely associated states and the armed forces'
 * addresses, as the Postal Service abbreviates them (Publication 28, appendix B).
 */
const STATES = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ' +
    ' NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI FM MH PW AA AE AP'
  ).split(' '),
);

/** A local part without quotes, and a domain of at least two labels. */
const EMAIL = /^([^\s@"(),:;<>[\\\]]{1,64})@((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63})$/i;

/** Numbers that were printed as samples and are nobody's. */
const SAMPLE_SSNS = new Set(['078051120', '219099999', '123456789']);

/**
 * Nine digits of a Social Security number or an individual taxpayer number (area 900 to 999), or
 * null when no such number can have been issued: area 000 or 666, group 00, serial 0000, samples.
 */
export function parseSsn(text: string): string | null {
  if (!/^\d{3}-?\d{2}-?\d{4}$/.test(text)) return null;
  const digits = text.replaceAll('-', '');
  const impossible = /^(?:000|666)|^...00|0000$/.test(digits) || /^(\d)\1+$/.test(digits);
  return impossible || SAMPLE_SSNS.has(digits) ? null : digits;
}

/** A day as `YYYY-MM-DD`, `MM-DD-YYYY` or `MM/DD/YYYY`; null if there is no such day. */
export function parseAnyDay(text: string): BusinessDate | null {
  return parseDate(text) ?? parseDay(text.replaceAll('/', '-'));
}

/** A telephone number of the United States in the form +16145550142; null for anything else. */
export function parsePhone(text: string): string | null {
  if (!/^\+?[\d\s().-]+$/.test(text)) return null;
  const match = /^1?([2-9]\d{2}[2-9]\d{6})$/.exec(text.replace(/\D/g, ''));
  return match === null ? null : `+1${match[1]}`;
}

/** An address that mail can be sent to; its domain in small letters. */
export function parseEmail(text: string): string | null {
  if (text.length > 254 || /^\.|\.\.|\.@/.test(text)) return null;
  const match = EMAIL.exec(text);
  return match === null ? null : `${match[1]}@${match[2]?.toLowerCase()}`;
}

/** Five digits, or nine as `12345-6789`; null for anything else. */
export function parseZip(text: string): string | null {
  const match = /^(\d{5})(?:-?(\d{4}))?$/.exec(text);
  if (match === null) return null;
  return match[2] === undefined ? (match[1] ?? null) : `${match[1]}-${match[2]}`;
}

export function parseState(text: string): string | null {
  const code = text.toUpperCase();
  return STATES.has(code) ? code : null;
}

/** A VIN whose check digit is right; null for anything else. */
export function parseVinText(text: string): string | null {
  const vin = parseVin(text);
  return isVin(vin) ? vin : null;
}

/** A whole number within limits, as digits without leading zeros; null for anything else. */
export function parseCount(text: string, least: number, most: number): string | null {
  if (!/^\d{1,9}$/.test(text)) return null;
  const count = Number(text);
  return count >= least && count <= most ? String(count) : null;
}

/** Text without control characters, up to a length; null for anything else. */
export function parsePlain(text: string, longest: number): string | null {
  return text.length <= longest && !/\p{Cc}/u.test(text) ? text : null;
}
