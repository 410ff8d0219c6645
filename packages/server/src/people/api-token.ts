import { randomBytes } from 'node:crypto';
import { askTogether } from '../platform/database/ask-together.ts';
import { type Queryable, type Store, statement } from '../platform/database/store.ts';
import { wordsText } from '../platform/database/value-parsers.ts';
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

const ID_DIGITS = 12;

/** The id of a token: the beginning of its hash, which opens nothing. */
export function tokenId(token: string): string {
  return tokenHash(token).toString('hex').slice(0, ID_DIGITS);
}

/** A token as an operator may see it. */
export type ListedToken = {
  readonly id: string;
  readonly name: string;
  readonly audience: string;
  readonly created_at: string;
  readonly revoked_at: string | null;
};

/** Every token ever made, the oldest first. */
export function listTokens(store: Queryable): Promise<ListedToken[]> {
  return store.query<ListedToken>(
    `select left(encode(token_hash, 'hex'), ${ID_DIGITS}) as id, name, audience,
       created_at, revoked_at
     from api_token order by created_at, token_hash`,
  );
}

/** Revokes a token by its id; false when it is not there or was revoked before. */
export async function revokeToken(store: Queryable, id: string, nowMs: number): Promise<boolean> {
  const rows = await store.query(
    `update api_token set revoked_at = $2
     where left(encode(token_hash, 'hex'), ${ID_DIGITS}) = $1 and revoked_at is null
     returning audience`,
    [id, new Date(nowMs).toISOString()],
  );
  return rows.length > 0;
}

const FIND = statement(
  'find-tokens',
  `select token_hash, audience, name from api_token
   where token_hash in (select decode(h, 'hex') from unnest((select $1::text[])) h)
     and revoked_at is null`,
);

type TokenRow = {
  readonly token_hash: Buffer;
  readonly audience: string;
  readonly name: string;
};

const rowsOf = askTogether<string, readonly TokenRow[]>(async (store, hashes) => {
  const rows = await store.query<TokenRow>(FIND, [wordsText([...new Set(hashes)])]);
  return hashes.map((hash) => rows.filter((row) => row.token_hash.toString('hex') === hash));
});

/**
 * The name of the system a token was made for, or null when it is not one of ours or was revoked.
 */
export async function findToken(
  store: Store,
  token: string,
  audience: string,
): Promise<string | null> {
  const rows = await rowsOf(store, tokenHash(token).toString('hex'));
  return rows.find((row) => row.audience === audience)?.name ?? null;
}
