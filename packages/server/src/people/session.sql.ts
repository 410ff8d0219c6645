import { askTogether } from '../platform/database/ask-together.ts';
import { type Queryable, type Store, statement } from '../platform/database/store.ts';
import { wordsText } from '../platform/database/value-parsers.ts';

export type SessionRow = {
  readonly token_hash: Buffer;
  readonly person_id: string;
  readonly created_at: string;
  readonly last_seen: string;
};

const FIND = statement(
  'find-sessions',
  `select token_hash, person_id, created_at, last_seen from session s
   where token_hash in (select decode(h, 'hex') from unnest((select $1::text[])) h)
     and not exists (select from person_hold h where h.person_id = s.person_id
       and h.kind in ('closed', 'access') and h.lifted_at is null
       and (h.until_at is null or h.until_at > now()))`,
);

/**
 * The session with the hash of a token. Nobody who is kept out has one, even where it was opened in
 * the same moment. Sessions looked up at once share one query.
 */
export const sessionRow = askTogether<Buffer, SessionRow | undefined>(async (store, hashes) => {
  const wanted = hashes.map((hash) => hash.toString('hex'));
  const rows = await store.query<SessionRow>(FIND, [wordsText([...new Set(wanted)])]);
  const found = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]));
  return wanted.map((hash) => found.get(hash));
});

/** What a session was opened with: the device, the network, and the proofs as JSON. */
export type SessionOrigin = {
  readonly device: string;
  readonly deviceHash: Buffer | null;
  readonly networkHash: Buffer | null;
  readonly proven: string;
};

export async function insertSession(
  store: Store,
  tokenHash: Buffer,
  personId: string,
  origin: SessionOrigin,
  nowMs: number,
): Promise<void> {
  const at = new Date(nowMs).toISOString();
  const { device, deviceHash, networkHash, proven } = origin;
  await store.query(
    `insert into session
       (token_hash, person_id, created_at, last_seen, device, device_hash, network_hash, proven)
     values ($1, $2, $3, $3, $4, $5, $6, $7)`,
    [tokenHash, personId, at, device, deviceHash, networkHash, proven],
  );
}

/** Ends the sessions of a person, all or all but one. */
export async function deleteSessionsOf(
  store: Queryable,
  personId: string,
  keep: Buffer | null,
): Promise<void> {
  await store.query(
    'delete from session where person_id = $1 and ($2::bytea is null or token_hash <> $2)',
    [personId, keep],
  );
}

export async function touchSession(store: Store, tokenHash: Buffer, nowMs: number): Promise<void> {
  const at = new Date(nowMs).toISOString();
  await store.query('update session set last_seen = $2 where token_hash = $1', [tokenHash, at]);
}

export async function deleteSession(store: Store, tokenHash: Buffer): Promise<void> {
  await store.query('delete from session where token_hash = $1', [tokenHash]);
}
