import { addDays, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { shown } from '../reject.ts';

/** What a spreadsheet, or a hand, did to a value before it came into the file. */
export type Damage = {
  readonly rule: string;
  readonly sentence: string;
  /** What would be taken instead; null where the column's own words serve. */
  readonly accepted: string | null;
};

const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?E[+-]\d+$|^[+-]?\d+[.,]\d+E\d+$/i;
const SHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|#+)$/i;
const CURRENCY = /\p{Sc}|\b(?:USD|EUR|GBP|CAD|MXN)\b/iu;

/** Damage that any column can show: a number in powers of ten, or a formula that failed. */
export function damageOfAny(text: string): Damage | null {
  if (SCIENTIFIC.test(text)) {
    return {
      rule: 'scientific-notation',
      sentence:
        'A spreadsheet wrote this number in powers of ten, and digits may be lost. Format the' +
        ' column as text or as a plain number before it is saved.',
      accepted: null,
    };
  }
  if (!SHEET_ERROR.test(text)) return null;
  return {
    rule: 'spreadsheet-error',
    sentence: 'This is what a spreadsheet shows where a formula or a column is broken.',
    accepted: null,
  };
}

/** What is wrong with an amount or rate that is no decimal, where the kind of damage is known. */
export function damageOfDecimal(text: string): Damage | null {
  const any = damageOfAny(text);
  if (any !== null) return any;
  const named = (rule: string, sentence: string): Damage => ({ rule, sentence, accepted: null });
  if (/^\(.*\)$/.test(text)) {
    const sentence = 'Parentheses are how accountants write a minus; it is not read as one.';
    return { rule: 'amount-in-parentheses', sentence, accepted: 'a minus before the digits' };
  }
  if (CURRENCY.test(text)) return named('currency-sign', 'The amount carries a currency sign.');
  if (/%$/.test(text)) {
    const sentence = 'A percent sign stands behind the number.';
    return { rule: 'percent-sign', sentence, accepted: 'a fraction, such as 0.0649 for 6.49 %' };
  }
  if (/^[+-]?\d{1,3}(?:[.\s'\u2019]\d{3})*,\d{1,2}$/u.test(text)) {
    return named('decimal-comma', 'The cents stand behind a comma, as in Europe.');
  }
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text)) {
    return named(
      'thousands-separator',
      'The thousands are separated, so it is not certain what the comma means.',
    );
  }
  if (/^[+-]?\d{1,3}(?:[.\s'\u2019]\d{3})+(?:[.,]\d*)?$/u.test(text)) {
    return named('thousands-separator', 'The thousands are separated.');
  }
  if (/^[+-]?\d+,\d+$/.test(text)) {
    return named('decimal-comma', 'The digits are separated by a comma, as in Europe.');
  }
  if (/^[\d.,]+-$/.test(text)) return named('minus-behind', 'The minus stands behind the digits.');
  return null;
}

/**
 * What is wrong with a day that is none. `isPersonal`: the day that was probably meant is not told.
 */
export function damageOfDay(text: string, isPersonal: boolean): Damage | null {
  const serial = dayOfSerial(text);
  if (serial !== null) {
    const which = isPersonal ? 'of a day' : `of the day ${serial}`;
    return {
      rule: 'spreadsheet-date',
      sentence:
        `This looks like a spreadsheet's number ${which}. Format the column as a date` +
        ' before it is saved.',
      accepted: null,
    };
  }
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(text)) {
    const sentence = 'The year has two digits, so the century is not certain.';
    return { rule: 'two-digit-year', sentence, accepted: null };
  }
  return damageOfAny(text);
}

/** A sentence and rule for digits that are fewer than they must be. */
export function leadingZeroLost(what: string, digits: string, length: number): Damage {
  return {
    rule: 'leading-zero-lost',
    sentence:
      `${what} has ${length} digits and this has ${digits.length}. A spreadsheet drops zeros at` +
      ' the beginning.',
    accepted: `all ${length} digits, perhaps ${zerosThenShape(digits, length)}`,
  };
}

/** `2139` of five digits as `0####`: the zeros that are missing, and the shape of the rest. */
function zerosThenShape(digits: string, length: number): string {
  return shown('0'.repeat(length - digits.length) + '#'.repeat(digits.length));
}

/** The day of a spreadsheet's serial number between 1900 and 2100, or null. */
function dayOfSerial(text: string): BusinessDate | null {
  if (!/^\d{4,5}(?:\.0+)?$/.test(text)) return null;
  const days = Number.parseInt(text, 10);
  if (days < 1_000 || days > 73_050) return null;
  // Spreadsheets count 1900 as a leap year, so their day 61 is the first of March.
  return addDays(date('1900-03-01'), days - 61);
}
