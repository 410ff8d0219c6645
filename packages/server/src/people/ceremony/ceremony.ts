import { randomBytes, randomInt } from 'node:crypto';
import { decode, encode } from '@roadbook/api/wire';
import type { Purpose } from '@roadbook/domain/person/ceremony';
import type { Proof } from '@roadbook/domain/person/proof';
import type { Queryable, Store } from '../../platform/database/store.ts';
import { type KeyRing, lookupHash, seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { tokenHash } from '../session.ts';
import {
  addProof,
  type CeremonyRow,
  ceremonyOf,
  insertCeremony,
  keepTyped,
} from './ceremony.sql.ts';
import { type CodeTry, putCode, tryCode } from './one-time-code.sql.ts';

/** How long somebody has to prove who they are; a lost phone takes days. */
const LASTS_MS: Readonly<Record<Purpose, number>> = {
  'sign-in': 30 * 60_000,
  'reset-password': 60 * 60_000,
  register: 24 * 3_600_000,
  'lost-everything': 30 * 86_400_000,
};

/** A code by mail or text is good for so long (NIST SP 800-63B-4, 3.1.3.2: ten minutes). */
export const CODE_MS = 10 * 60_000;
const CODE_DIGITS = 6;

/** Someone who is proving who they are, as the shell works with it. */
export type OpenCeremony = {
  readonly tokenHash: Buffer;
  readonly purpose: Purpose;
  readonly personId: string | null;
  readonly proven: readonly Proof[];
  readonly waitUntilMs: number | null;
  readonly row: CeremonyRow;
};

/** Begins a ceremony and returns the token for its cookie; only the hash is stored. */
export async function beginCeremony(
  store: Store,
  begun: {
    readonly purpose: Purpose;
    readonly personId: string | null;
    readonly proven: readonly Proof[];
    readonly networkHash: Buffer;
  },
  nowMs: number,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertCeremony(store, {
    token_hash: tokenHash(token),
    purpose: begun.purpose,
    person_id: begun.personId,
    proven: JSON.stringify(begun.proven),
    key_id: null,
    sealed: null,
    network_hash: begun.networkHash,
    created_at: new Date(nowMs).toISOString(),
    expires_at: new Date(nowMs + LASTS_MS[begun.purpose]).toISOString(),
    wait_until: null,
  });
  return token;
}

/** The ceremony of a cookie's token; null where there is none or it has ended. */
export async function findCeremony(
  store: Store,
  token: string,
  nowMs: number,
): Promise<OpenCeremony | null> {
  const row = await ceremonyOf(store, tokenHash(token), nowMs);
  if (row === undefined) return null;
  return {
    tokenHash: row.token_hash,
    purpose: row.purpose,
    personId: row.person_id,
    proven: JSON.parse(row.proven) as Proof[],
    waitUntilMs: row.wait_until === null ? null : Date.parse(row.wait_until),
    row,
  };
}

/**
 * Records a proof. Null when another request changed the ceremony meanwhile: read it again, so that
 * one proof is never written over another.
 */
export async function proved(
  store: Store,
  ceremony: OpenCeremony,
  proof: Proof,
  change: { readonly personId?: string; readonly waitUntil?: string } = {},
): Promise<OpenCeremony | null> {
  const proven = [...new Set([...ceremony.proven, proof])];
  const did = await addProof(store, ceremony.row, proven, change);
  if (!did) return null;
  const { waitUntil } = change;
  const row = { ...ceremony.row, proven: JSON.stringify(proven) };
  const personId = change.personId ?? ceremony.personId;
  const waitUntilMs = waitUntil === undefined ? ceremony.waitUntilMs : Date.parse(waitUntil);
  return { ...ceremony, proven, personId, waitUntilMs, row };
}

/** Keeps what was typed for the later steps of a ceremony, sealed. */
export async function rememberTyped<T>(
  store: Store,
  ring: KeyRing,
  ceremony: OpenCeremony,
  typed: T,
): Promise<void> {
  const identity = identityOf.ceremony(ceremony.tokenHash);
  await keepTyped(store, ceremony.tokenHash, seal(ring, identity, encode(typed)));
}

/** What was typed in the earlier steps; null where there is nothing. */
export function typedOf<T>(ring: KeyRing, { tokenHash: hashed, row }: OpenCeremony): T | null {
  if (row.key_id === null || row.sealed === null) return null;
  const identity = identityOf.ceremony(hashed);
  return decode<T>(unseal(ring, identity, { keyId: row.key_id, sealed: row.sealed }));
}

/**
 * Makes a code of six digits for a ceremony or a session and returns it for the letter. The stored
 * hash is keyed, so that a copy of the database does not tell the million codes apart.
 */
export async function makeCode(
  store: Queryable,
  ring: KeyRing,
  { scope, proof }: { readonly scope: Buffer; readonly proof: Proof },
  nowMs: number,
): Promise<string> {
  const code = randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, '0');
  const codeHash = hashOfCode(ring, scope, proof, code);
  await putCode(store, { scope, proof, codeHash }, nowMs, nowMs + CODE_MS);
  return code;
}

/** Tries a typed code; blanks and dashes between the digits do not count. */
export function checkCode(
  store: Store,
  ring: KeyRing,
  { scope, proof }: { readonly scope: Buffer; readonly proof: Proof },
  typed: string,
  nowMs: number,
): Promise<CodeTry> {
  const digits = typed.replaceAll(/[\s-]/g, '');
  const codeHash = hashOfCode(ring, scope, proof, digits);
  return tryCode(store, { scope, proof, codeHash }, nowMs);
}

function hashOfCode(ring: KeyRing, scope: Buffer, proof: Proof, code: string): Buffer {
  return lookupHash(ring, 'one-time-code', `${scope.toString('hex')} ${proof} ${code}`);
}
