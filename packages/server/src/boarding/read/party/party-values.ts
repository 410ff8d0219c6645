import { type BusinessDate, parseDate } from '@roadbook/domain/time/calendar';
import { isVin, parseVin } from '@roadbook/domain/vehicle/vin';
import { parseDay } from '../schema/element-values.ts';

/** A local part without quotes, and a domain of at least two labels. */
const EMAIL = /^([^\s@"(),:;<>[\\\]]{1,64})@((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63})$/i;

/** Numbers that were printed as samples and are nobody's. */
const SAMPLE_SSNS = new Set(['078051120', '219099999', '123456789']);

/** Characters that nobody sees and that come with copied text: marks of direction and of width. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** How the name of a company ends. Forms that are also family names are left out. */
const ABBREVIATED = /\s(?:P?\.?L\.?L\.?C|L\.?L\.?P|Inc|Corp|&\s?Co|Ltd|GmbH|PLC)\.?$/i;
const SPELLED_OUT = /\s(?:Incorporated|Corporation|Company|Limited|Trust)$/i;

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

/** Nine digits of an employer identification number, or null: a company's taxpayer number. */
export function parseEin(text: string): string | null {
  if (!/^\d{2}-?\d{7}$/.test(text)) return null;
  const digits = text.replace('-', '');
  return digits.startsWith('00') || /^(\d)\1+$/.test(digits) ? null : digits;
}

/**
 * A day as `YYYY-MM-DD`, `MM-DD-YYYY` or `MM/DD/YYYY`, also with midnight behind it as databases
 * write it; null if there is no such day.
 */
export function parseAnyDay(text: string): BusinessDate | null {
  const day = text.replace(/[T\s]00:00(?::00(?:\.0+)?)?Z?$/, '');
  return parseDate(day) ?? parseDay(day.replaceAll('/', '-'));
}

/** An address that mail can be sent to; its domain in small letters. */
export function parseEmail(text: string): string | null {
  if (text.length > 254 || /^\.|\.\.|\.@/.test(text)) return null;
  const match = EMAIL.exec(text);
  return match === null ? null : `${match[1]}@${match[2]?.toLowerCase()}`;
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

/**
 * Text on one line up to a length, its letters composed (NFC): a break or a wide blank becomes one
 * blank, marks that nobody sees go away. Null where it is too long or does not print.
 */
export function parsePlain(text: string, longest: number): string | null {
  const plain = text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
  return plain !== '' && plain.length <= longest && !/\p{Cc}/u.test(plain) ? plain : null;
}

/** Whether a single name is a company's by the legal form at its end. */
export function isCompanyName(name: string): boolean {
  return ABBREVIATED.test(name) || SPELLED_OUT.test(name);
}
