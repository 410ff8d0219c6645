import { makerOf, regionOf, type VinRegion } from './maker.ts';
import { bareVin, checkDigitOf, isVin, modelYear, parseVin, type Vin } from './vin.ts';

/** What a VIN says of its car. */
export type VinDescription = {
  readonly outcome: 'read';
  readonly vin: Vin;
  /** Null where the tenth character is no year's code. */
  readonly modelYear: number | null;
  readonly maker: string | null;
  readonly region: VinRegion;
};

/** A character that no VIN holds, and where it stands, counted from 1. */
export type OddCharacter = { readonly place: number; readonly found: string };

/** How the suggested VIN differs from what was typed. */
export const VIN_SLIPS = ['look-alike-letter', 'neighbors-swapped'] as const;
export type VinSlip = (typeof VIN_SLIPS)[number];

/** A VIN that may have been meant: always a question, never taken on without a yes. */
export type VinSuggestion = { readonly vin: Vin; readonly slip: VinSlip };

/** What is wrong with a VIN and what would be accepted. `typed` is as read, without spaces. */
export type VinTrouble =
  | {
      readonly outcome: 'not-a-vin';
      readonly problem: 'length';
      readonly typed: string;
      readonly length: number;
      readonly wantedLength: number;
    }
  | {
      readonly outcome: 'not-a-vin';
      readonly problem: 'character';
      readonly typed: string;
      readonly odd: readonly OddCharacter[];
      readonly suggestion: VinSuggestion | null;
    }
  | {
      readonly outcome: 'not-a-vin';
      readonly problem: 'check-digit';
      readonly typed: string;
      /** The ninth character as typed, and the one that the others call for. */
      readonly found: string;
      readonly expected: string;
      readonly suggestion: VinSuggestion | null;
    };

/** The letters a VIN leaves out, and the digit that each is mistaken for. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['Q', '0'],
  ['I', '1'],
]);

const LENGTH = 17;
const CHECK_DIGIT_AT = 8;

/**
 * Reads a VIN and says what it tells, or what is wrong with it. Common slips are recognized: the
 * letters O, Q and I, when the digits they look like make the check digit right; two neighbors that
 * changed places, when exactly one swap does.
 *
 * The check digit cannot see a character typed for another of the same value (A, J and 1; B, K, S
 * and 2; C, L, T and 3; D, M, U and 4; E, N, V and 5; F, W and 6; G, P, X and 7; H, Y and 8; R, Z
 * and 9; source: 49 CFR 565.15(c)), nor one in eleven of the VINs with several wrong characters.
 */
export function describeVin(text: string): VinDescription | VinTrouble {
  const parsed = parseVin(text);
  if (isVin(parsed)) {
    return {
      outcome: 'read',
      vin: parsed,
      modelYear: modelYear(parsed),
      maker: makerOf(parsed),
      region: regionOf(parsed),
    };
  }
  const typed = bareVin(text);
  const outcome = 'not-a-vin';
  const expected = checkDigitOf(typed);
  if (parsed === 'length') {
    return { outcome, problem: 'length', typed, length: typed.length, wantedLength: LENGTH };
  }
  if (expected === null) {
    const suggestion = withoutLookAlikes(typed);
    return { outcome, problem: 'character', typed, odd: oddCharacters(typed), suggestion };
  }
  const found = typed.charAt(CHECK_DIGIT_AT);
  const suggestion = theOneSwap(typed);
  return { outcome, problem: 'check-digit', typed, found, expected, suggestion };
}

function oddCharacters(typed: string): OddCharacter[] {
  return [...typed].flatMap((found, index) =>
    /[A-HJ-NPR-Z0-9]/.test(found) ? [] : [{ place: index + 1, found }],
  );
}

function withoutLookAlikes(typed: string): VinSuggestion | null {
  const meant = [...typed].map((each) => LOOK_ALIKES.get(each) ?? each).join('');
  const vin = parseVin(meant);
  return isVin(vin) ? { vin, slip: 'look-alike-letter' } : null;
}

/** The VIN with two neighbors changed back, when it is the only one that can be meant. */
function theOneSwap(typed: string): VinSuggestion | null {
  const meant = new Set<Vin>();
  for (let at = 0; at + 1 < typed.length; at += 1) {
    const vin = parseVin(
      typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2),
    );
    if (isVin(vin)) meant.add(vin);
  }
  const [vin, other] = meant;
  if (vin === undefined || other !== undefined) return null;
  return { vin, slip: 'neighbors-swapped' };
}
