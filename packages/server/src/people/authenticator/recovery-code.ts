import { randomInt } from 'node:crypto';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { type KeyRing, lookupHash } from '../../platform/keys/key-ring.ts';
import { replaceRecoveryCodes, useRecoveryCode } from './recovery-code.sql.ts';

const CODES = 10;
const LETTERS = 10;
/** Without letters that are read as digits, or digits as letters. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes ten codes in place of earlier ones. They are shown once; only their hashes are stored. */
export async function makeRecoveryCodes(
  tx: Queryable,
  { ring, clock }: Pick<Shell, 'ring' | 'clock'>,
  personId: string,
): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, () => {
    const letters = Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]);
    return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
  });
  const hashes = codes.map((code) => hashOf(ring, personId, code));
  await replaceRecoveryCodes(tx, personId, hashes, clock());
  return codes;
}

/** Uses up a recovery code, whatever its case and with or without the dash. */
export function checkRecoveryCode(
  { store, ring, clock }: Pick<Shell, 'store' | 'ring' | 'clock'>,
  personId: string,
  typed: string,
): Promise<boolean> {
  return useRecoveryCode(store, personId, hashOf(ring, personId, typed), clock());
}

function hashOf(ring: KeyRing, personId: string, code: string): Buffer {
  const plain = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return lookupHash(ring, 'recovery-code', `${personId} ${plain}`);
}
