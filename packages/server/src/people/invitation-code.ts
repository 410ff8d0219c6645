import { type KeyRing, lookupHash } from '../platform/keys/key-ring.ts';

/** What is stored of the code in a letter. Blanks, dashes and small letters do not count. */
export function invitationHash(ring: KeyRing, code: string): Buffer {
  return lookupHash(ring, 'invitation', code.replace(/[\s-]/g, '').toUpperCase());
}
