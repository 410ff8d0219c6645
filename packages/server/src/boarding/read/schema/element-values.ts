import type { Cents } from '@roadbook/domain/money/cents';
import { powerOfTen } from '@roadbook/domain/money/divide';
import { type Ppb, parsePpb } from '@roadbook/domain/money/rate';
import { roundHalfUp } from '@roadbook/domain/money/round';
import { type BusinessDate, parseDate } from '@roadbook/domain/time/calendar';

/** A month of the calendar as `YYYY-MM`; text order is time order. */
export type BusinessMonth = string;

/** The schema's decimal: up to 12 digits before the point, 8 that say something after it. */
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const DIGITS_BEFORE_POINT = 12;
const DIGITS_AFTER_POINT = 8;

type Decimal = { readonly negative: boolean; readonly whole: string; readonly fraction: string };

/** Reads a decimal of the schema, without leading or trailing zeros; null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, digits = '', decimals = ''] = match;
  if (digits === '' && decimals === '') return null;
  const whole = digits.replace(/^0+/, '');
  const fraction = decimals.replace(/0+$/, '');
  if (whole.length > DIGITS_BEFORE_POINT || fraction.length > DIGITS_AFTER_POINT) return null;
  return { negative: sign === '-', whole, fraction };
}

/** Whether `parseDecimal` would read it; the usual form is told without taking it apart. */
export function isDecimal(text: string): boolean {
  return /^-?\d{1,12}\.\d{1,8}$/.test(text) || parseDecimal(text) !== null;
}

/** An amount as most files write it: cents, and zeros behind them. */
const WHOLE_CENTS = /^-?\d{1,12}\.\d\d0{0,6}$/;

/** Dollars to cents, half a cent and more rounded up away from zero; null when it is no decimal. */
export function parseMoney(
  text: string,
): { readonly cents: Cents; readonly rounded: boolean } | null {
  if (WHOLE_CENTS.test(text)) {
    const point = text.indexOf('.');
    const cents = BigInt(text.slice(0, point) + text.slice(point + 1, point + 3));
    return { cents, rounded: false };
  }
  const decimal = parseDecimal(text);
  if (decimal === null) return null;
  const { negative, whole, fraction } = decimal;
  const rounded = fraction.length > 2;
  const digits = BigInt(whole + fraction.padEnd(2, '0'));
  const amount = rounded ? roundHalfUp(digits, powerOfTen(fraction.length - 2)) : digits;
  return { cents: negative ? -amount : amount, rounded };
}

/** A rate is kept in parts per billion, so one decimal more than the schema has is read. */
export const DIGITS_OF_A_RATE = 9;

/** A decimal fraction to a rate: `0.0649` is 6.49 %; null when it is no decimal. */
export function parseRate(text: string): Ppb | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, digits = '', decimals = ''] = match;
  if (digits === '' && decimals === '') return null;
  if (digits.replace(/^0+/, '').length > DIGITS_OF_A_RATE) return null;
  return parsePpb(
    `${sign === '-' ? '-' : ''}${digits.slice(-DIGITS_OF_A_RATE) || '0'}.${decimals}`,
  );
}

/** Whether `parseRate` would read it; the usual form is told without taking it apart. */
export function isRate(text: string): boolean {
  return /^-?\d{1,9}\.\d{1,9}$/.test(text) || parseRate(text) !== null;
}

/** A rate that was written in percent, as a fraction: `6.49` is `0.0649`. */
export function percentAsFraction(text: string): string {
  const match = DECIMAL.exec(text);
  if (match === null) return text;
  const [, sign = '', digits = '', decimals = ''] = match;
  if (digits === '' && decimals === '') return text;
  const whole = digits.padStart(3, '0');
  return `${sign}${whole.slice(0, -2)}.${whole.slice(-2)}${decimals}`;
}

/** `MM-DD-YYYY`, month and day with one or two digits as the schema allows; null if no such day. */
export function parseDay(text: string): BusinessDate | null {
  if (/^\d\d-\d\d-\d{4}$/.test(text)) return parseDate(`${text.slice(6)}-${text.slice(0, 5)}`);
  const match = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
  if (match === null) return null;
  const [, month = '', day = '', year] = match;
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** `MM/YYYY`; null if there is no such month. */
export function parseMonth(text: string): BusinessMonth | null {
  if (!/^\d\d\/\d{4}$/.test(text)) return null;
  const month = `${text.slice(3)}-${text.slice(0, 2)}`;
  return parseDate(`${month}-01`) === null ? null : month;
}

/** `2026-03-31` as `03-31-2026`; null unless it is a day. */
export function isoToDay(text: string): string | null {
  return parseDate(text) === null ? null : `${text.slice(5)}-${text.slice(0, 4)}`;
}

/** `2026-03` as `03/2026`; null unless it is a month. */
export function isoToMonth(text: string): string | null {
  return parseDate(`${text}-01`) === null ? null : `${text.slice(5)}/${text.slice(0, 4)}`;
}

/** A whole number of at most so many digits; null for anything else. */
export function parseInteger(text: string, digits: number): number | null {
  return /^[+-]?\d+$/.test(text) && text.replace(/^[+-]/, '').length <= digits
    ? Number(text)
    : null;
}

export function parseFlag(text: string): boolean | null {
  const folded = text.toLowerCase();
  return folded === 'true' ? true : folded === 'false' ? false : null;
}

/** One of the codes, also when filled up with zeros (`01`); null for anything else. */
export function parseCode(text: string, codes: readonly string[]): string | null {
  if (codes.includes(text)) return text;
  const bare = /^0+(\d+)$/.exec(text)?.[1];
  return bare !== undefined && codes.includes(bare) ? bare : null;
}

/** Whether a code, day or month is nothing but zeros, by which some servicers say "none". */
export function isZeroFilled(text: string): boolean {
  return /^0[0/-]*$/.test(text);
}
