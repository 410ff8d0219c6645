/** The longest password that is taken, in characters; all of it counts. */
export const PASSWORD_MAX = 128;
/** The shortest password that may stand alone, and the shortest beside a second proof. */
export const PASSWORD_MIN_ALONE = 15;
export const PASSWORD_MIN_WITH_SECOND = 8;

export type PasswordFault =
  | { readonly fault: 'too-short'; readonly least: number }
  | { readonly fault: 'too-long'; readonly most: number }
  /** It is made of words that anybody knows who knows whose account it is. */
  | { readonly fault: 'personal' }
  /** It is on a list of common ones, or follows a pattern that programs try first. */
  | { readonly fault: 'easy' };

/** A password as it is hashed and counted: composed, so that every keyboard types the same one. */
export function normalizedPassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** How long a password is: in characters as people count them, not in units of an encoding. */
export function passwordLength(typed: string): number {
  return [...normalizedPassword(typed)].length;
}

/**
 * The rule of length, or null when it is met. There is no rule of composition and no expiry.
 * Source: NIST SP 800-63B-4, 3.1.1.2; ASVS 5.0, V6.2.
 */
export function passwordFault(typed: string, hasSecondProof: boolean): PasswordFault | null {
  const least = hasSecondProof ? PASSWORD_MIN_WITH_SECOND : PASSWORD_MIN_ALONE;
  const length = passwordLength(typed);
  if (length < least) return { fault: 'too-short', least };
  return length > PASSWORD_MAX ? { fault: 'too-long', most: PASSWORD_MAX } : null;
}

/** Whether a password is long enough to stand without a second proof. */
export function mayStandAlone(typed: string): boolean {
  return passwordLength(typed) >= PASSWORD_MIN_ALONE;
}

/** A word that is in so few characters is in many passwords by chance. */
const WORD_MIN = 4;

/**
 * Whether too little is left of a password without the words that belong to the account: the
 * lender's name, the make of the car, the contract number, the user name. Source: ASVS 5.0, V6.2.
 */
export function isPersonal(typed: string, words: readonly string[]): boolean {
  const plain = (text: string): string => normalizedPassword(text).toLowerCase();
  const known = words
    .map(plain)
    .filter((word) => word.length >= WORD_MIN)
    .toSorted((a, b) => b.length - a.length);
  let rest = plain(typed);
  for (const word of known) rest = rest.replaceAll(word, '');
  return rest !== plain(typed) && [...rest].length < PASSWORD_MIN_WITH_SECOND;
}
