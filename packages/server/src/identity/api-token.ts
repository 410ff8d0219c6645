import { randomBytes } from 'node:crypto';
import { type Store, statement } from '../store/store.ts';
import { tokenHash } from './session.ts';

/** Makes a bearer token for another system. It is shown once; only its hash is stored. */
export async function makeToken(
  store: Store,
  audience: 'integrator',
  name: string,
  nowMs: number,
): Promise<string> {
  const token = `rb_${audience}_${randomBytes(32).toString('base64url')}`;
  await store.query('insert into api_token values ($1, $2, $3, $4)', [
    tokenHash(token),
    audience,
    name,
    new Date(nowMs).toISOString(),
  ]);
  return token;
}

const FIND = statement(
  'find-token',
  'select name from api_token where token_hash = $1 and audience = $2 and revoked_at is null',
);

/** The name of the system a token was made for, or null when it is not one of ours. */
export async function findToken(
  store: Store,
  token: string,
  audience: string,
): Promise<string | null> {
  const [row] = await store.query<{ name: string }>(FIND, [tokenHash(token), audience]);
  return row?.name ?? null;
}
