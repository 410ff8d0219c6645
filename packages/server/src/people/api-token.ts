import { randomBytes } from 'node:crypto';
import type { Store } from '../platform/database/store.ts';
import { insertToken, TOKEN_ID_DIGITS, tokenRows } from './api-token.sql.ts';
import { tokenHash } from './session.ts';

/** Makes a bearer token for another system. It is shown once; only its hash is stored. */
export async function makeToken(
  store: Store,
  audience: 'integrator',
  name: string,
  nowMs: number,
): Promise<string> {
  const token = `rb_${audience}_${randomBytes(32).toString('base64url')}`;
  await insertToken(store, { hash: tokenHash(token), audience, name }, nowMs);
  return token;
}

/** The id of a token: the beginning of its hash, which opens nothing. */
export function tokenId(token: string): string {
  return tokenHash(token).toString('hex').slice(0, TOKEN_ID_DIGITS);
}

/**
 * The name of the system a token was made for, or null when it is not one of ours or was revoked.
 */
export async function findToken(
  store: Store,
  token: string,
  audience: string,
): Promise<string | null> {
  const rows = await tokenRows(store, tokenHash(token).toString('hex'));
  return rows.find((row) => row.audience === audience)?.name ?? null;
}
