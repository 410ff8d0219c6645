/** A vehicle identification number: 17 characters, capital letters, check digit right. */
export type Vin = string & { readonly vin: unique symbol };

export type VinProblem = 'length' | 'character' | 'check-digit';

const LENGTH = 17;
const CHECK_DIGIT_AT = 8;
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
const REMAINDERS = '0123456789X';

/** What each letter counts; I, O and Q are not used because they look like 1 and 0. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const VALUES = '12345678123457923456789';

/** The code of the model year, from 1980 (A) on; it starts again after thirty years. */
const YEAR_CODES = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const FIRST_YEAR = 1980;

/**
 * Reads a VIN as a person or a file writes it, in small letters or with spaces and hyphens, or says
 * what is wrong with it. Source: 49 CFR 565.15 (content, check digit); vehicles of model year 1980
 * and older carry other numbers and are not read.
 */
export function parseVin(text: string): Vin | VinProblem {
  const vin = bareVin(text);
  if (vin.length !== LENGTH) return 'length';
  const digit = checkDigitOf(vin);
  if (digit === null) return 'character';
  return vin[CHECK_DIGIT_AT] === digit ? (vin as Vin) : 'check-digit';
}

/** What a person wrote, without spaces and hyphens and in capital letters. */
export function bareVin(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

export function isVin(parsed: Vin | VinProblem): parsed is Vin {
  return parsed.length === LENGTH;
}

/**
 * The check digit that belongs in the ninth place, whatever stands there; null when a character
 * cannot occur in a VIN. Each character's value times the weight of its place, summed, modulo 11.
 */
export function checkDigitOf(vin: string): string | null {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = valueOfCharacter(vin.charAt(index));
    if (value < 0) return null;
    sum += value * weight;
  }
  return REMAINDERS.charAt(sum % 11);
}

/**
 * The model year: the tenth character's code, in the first thirty years where the seventh is a
 * digit and in the second where it is a letter (49 CFR 565.15(d)(1), passenger cars and light
 * trucks). Null where the tenth character is no year's code.
 */
export function modelYear(vin: Vin): number | null {
  const index = YEAR_CODES.indexOf(vin.charAt(9));
  if (index < 0) return null;
  const secondRound = LETTERS.includes(vin.charAt(6));
  return FIRST_YEAR + index + (secondRound ? YEAR_CODES.length : 0);
}

/** The value of a character in the check digit's sum, −1 where it has none. */
function valueOfCharacter(character: string): number {
  if (character >= '0' && character <= '9') return character.charCodeAt(0) - 48;
  const index = LETTERS.indexOf(character);
  return character === '' || index < 0 ? -1 : VALUES.charCodeAt(index) - 48;
}
