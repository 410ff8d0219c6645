import { askTogether } from '../platform/database/ask-together.ts';
import { type Queryable, statement } from '../platform/database/store.ts';
import { wordsText } from '../platform/database/value-parsers.ts';

/** Digits of a token's id. */
export const TOKEN_ID_DIGITS = 12;

/** A token as an operator may see it. */
export type ListedToken = {
  readonly id: string;
  readonly name: string;
  readonly audience: string;
  readonly created_at: string;
  readonly revoked_at: string | null;
};

export async function insertToken(
  store: Queryable,
  token: { readonly hash: Buffer; readonly audience: string; readonly name: string },
  nowMs: number,
): Promise<void> {
  const at = new Date(nowMs).toISOString();
  await store.query('insert into api_token values ($1, $2, $3, $4)', [
    token.hash,
    token.audience,
    token.name,
    at,
  ]);
}

/** Every token ever made, the oldest first. */
export function listTokens(store: Queryable): Promise<ListedToken[]> {
  return store.query<ListedToken>(
    `select left(encode(token_hash, 'hex'), ${TOKEN_ID_DIGITS}) as id, name, audience,
       created_at, revoked_at
     from api_token order by created_at, token_hash`,
  );
}

/** Revokes a token by its id; false when it is not there or was revoked before. */
export async function revokeToken(store: Queryable, id: string, nowMs: number): Promise<boolean> {
  const rows = await store.query(
    `update api_token set revoked_at = $2
     where left(encode(token_hash, 'hex'), ${TOKEN_ID_DIGITS}) = $1 and revoked_at is null
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

export type TokenRow = {
  readonly token_hash: Buffer;
  readonly audience: string;
  readonly name: string;
};

/** The tokens with a hash that are still good. Tokens looked up at once share one query. */
export const tokenRows = askTogether<string, readonly TokenRow[]>(async (store, hashes) => {
  const rows = await store.query<TokenRow>(FIND, [wordsText([...new Set(hashes)])]);
  return hashes.map((hash) => rows.filter((row) => row.token_hash.toString('hex') === hash));
});
