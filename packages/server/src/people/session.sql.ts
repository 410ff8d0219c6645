import { askTogether } from '../platform/database/ask-together.ts';
import { type Store, statement } from '../platform/database/store.ts';
import { wordsText } from '../platform/database/value-parsers.ts';

export type SessionRow = {
  readonly token_hash: Buffer;
  readonly person_id: string;
  readonly created_at: string;
  readonly last_seen: string;
};

const FIND = statement(
  'find-sessions',
  `select token_hash, person_id, created_at, last_seen from session
   where token_hash in (select decode(h, 'hex') from unnest((select $1::text[])) h)`,
);

/** The session with the hash of a token. Sessions looked up at once share one query. */
export const sessionRow = askTogether<Buffer, SessionRow | undefined>(async (store, hashes) => {
  const wanted = hashes.map((hash) => hash.toString('hex'));
  const rows = await store.query<SessionRow>(FIND, [wordsText([...new Set(wanted)])]);
  const found = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]));
  return wanted.map((hash) => found.get(hash));
});

export async function insertSession(
  store: Store,
  tokenHash: Buffer,
  personId: string,
  nowMs: number,
): Promise<void> {
  const at = new Date(nowMs).toISOString();
  await store.query('insert into session values ($1, $2, $3, $3)', [tokenHash, personId, at]);
}

export async function touchSession(store: Store, tokenHash: Buffer, nowMs: number): Promise<void> {
  const at = new Date(nowMs).toISOString();
  await store.query('update session set last_seen = $2 where token_hash = $1', [tokenHash, at]);
}

export async function deleteSession(store: Store, tokenHash: Buffer): Promise<void> {
  await store.query('delete from session where token_hash = $1', [tokenHash]);
}
