import { randomInt } from 'node:crypto';
import { type KeyRing, lookupHash } from '../platform/keys/key-ring.ts';

/** Letters and digits that are not mistaken for each other on paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/** A letter needs days, and may lie for some. */
export const INVITATION_DAYS = 21;

/** A code that only a letter carries: 58 bits, so that it stands for itself. */
export function makeInvitationCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]);
  return letters.join('');
}

/** The code as it is printed: in groups of four. */
export function printedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What is stored of the code in a letter. Blanks, dashes and small letters do not count. */
export function invitationHash(ring: KeyRing, code: string): Buffer {
  return lookupHash(ring, 'invitation', code.replace(/[\s-]/g, '').toUpperCase());
}
