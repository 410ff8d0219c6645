/** What somebody can show to come in at the desk. `provider` is the lender's own sign-on. */
export const STAFF_PROOFS = ['password', 'authenticator', 'passkey', 'provider'] as const;
export type StaffProof = (typeof STAFF_PROOFS)[number];

/** A staff session ends after so long without a request, and after so long in any case. */
export const STAFF_IDLE_MINUTES = 15;
export const STAFF_LONGEST_HOURS = 12;

/** The shortest password of a local account. */
export const STAFF_PASSWORD_SHORTEST = 15;

/**
 * Whether what was proven is enough for a session at the desk. A password alone never is. A passkey
 * is two proofs in one: the device, and the finger or code that unlocks it.
 *
 * Source: OWASP ASVS 5.0, V6.3.3 (level 3 for staff); NIST SP 800-63B-4, 2.2 (AAL2).
 */
export function staffMayEnter(proven: readonly StaffProof[]): boolean {
  if (proven.includes('provider') || proven.includes('passkey')) return true;
  return proven.includes('password') && proven.includes('authenticator');
}

/** With fewer different characters a password is a pattern, however long it is. */
const DIFFERENT_CHARACTERS_LEAST = 5;
/** Parts of a name that are shorter than this are in many words. */
const NAME_PART_SHORTEST = 4;

/**
 * Whether a password is too easy to guess for an account at the desk: too short, too few different
 * characters, or little more than the person's own name or email. There is no rule about kinds of
 * characters (NIST SP 800-63B-4, 3.1.1.2).
 */
export function isStaffPasswordWeak(
  password: string,
  known: { readonly name: string; readonly email: string },
): boolean {
  const characters = [...password.normalize('NFC').toLowerCase()];
  if (new Set(characters).size < DIFFERENT_CHARACTERS_LEAST) return true;
  const parts = [...known.name.split(/\s+/), ...known.email.split(/[@.]/)]
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= NAME_PART_SHORTEST);
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), characters.join(''));
  return [...rest].length < STAFF_PASSWORD_SHORTEST;
}
