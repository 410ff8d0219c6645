import { CURRENCY, LOCALE } from './locale.ts';

/** Whole cents as the wire carries them: a digit string such as "44660" or "-500". */
export type CentsText = string;

const dollars = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: CURRENCY });

/** "44660" as "$446.60". Works on digits only, so no amount is too large to be exact. */
export function formatCents(cents: CentsText): string {
  const decimal = decimalOf(cents);
  return dollars.format(decimal as `${number}`);
}

/** "44660" as "446.60", the form a person types and an input field shows. */
export function decimalOf(cents: CentsText): string {
  const match = /^(-?)(\d+)$/.exec(cents);
  if (match === null) throw new RangeError('cents are a digit string');
  const digits = (match[2] ?? '').padStart(3, '0');
  return `${match[1]}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export type AmountProblem =
  | 'amount-missing'
  | 'amount-not-a-number'
  | 'amount-too-precise'
  | 'amount-not-positive'
  | 'amount-too-large';

export type ReadAmount = { readonly cents: CentsText } | { readonly problem: AmountProblem };

/**
 * Reads what a person typed as an amount: "446.60", "$1,446.60", " 446 ". Refuses zero and less,
 * parts of a cent, and more than thirteen digits before the point (the wire carries sixteen).
 */
export function readAmount(typed: string): ReadAmount {
  const text = typed
    .trim()
    .replace(/^\$\s*/, '')
    .replace(/\s/g, '');
  if (text === '') return { problem: 'amount-missing' };
  if (/^-\$?[\d.,]+$/.test(text)) return { problem: 'amount-not-positive' };
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?$/.exec(text);
  if (match === null || (match[1] === undefined && !match[2])) {
    return { problem: 'amount-not-a-number' };
  }
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > 2) return { problem: 'amount-too-precise' };
  const whole = (match[1] ?? '0').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (whole.length > 13) return { problem: 'amount-too-large' };
  const cents = BigInt(whole + fraction.padEnd(2, '0'));
  return cents === 0n ? { problem: 'amount-not-positive' } : { cents: String(cents) };
}
