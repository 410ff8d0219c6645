import { hash, randomBytes } from 'node:crypto';
import { askTogether } from '../platform/database/ask-together.ts';
import { type Store, statement } from '../platform/database/store.ts';
import { wordsText } from '../platform/database/value-parsers.ts';

/** A session ends after so long without a request, and after so long in any case (ASVS 5.0, V7). */
export const IDLE_MS = 15 * 60_000;
export const ABSOLUTE_MS = 12 * 3_600_000;
const SEEN_EVERY_MS = 60_000;

export type CustomerSession = {
  readonly personId: string;
  readonly tokenHash: Buffer;
  /** When it ends if nothing more is asked. */
  readonly endsMs: number;
};

export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** Opens a session and answers its token; only the hash is stored. */
export async function openSession(store: Store, personId: string, nowMs: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const at = new Date(nowMs).toISOString();
  await store.query('insert into session values ($1, $2, $3, $3)', [
    tokenHash(token),
    personId,
    at,
  ]);
  return token;
}

const FIND = statement(
  'find-sessions',
  `select token_hash, person_id, created_at, last_seen from session
   where token_hash in (select decode(h, 'hex') from unnest((select $1::text[])) h)`,
);

type SessionRow = {
  readonly token_hash: Buffer;
  readonly person_id: string;
  readonly created_at: string;
  readonly last_seen: string;
};

const rowOf = askTogether<Buffer, SessionRow | undefined>(async (store, hashes) => {
  const wanted = hashes.map((hash) => hash.toString('hex'));
  const rows = await store.query<SessionRow>(FIND, [wordsText([...new Set(wanted)])]);
  const found = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]));
  return wanted.map((hash) => found.get(hash));
});

/**
 * The session of a token, or null when there is none or it has ended. `last_seen` is written at
 * most once a minute, so that reading stays reading.
 */
export async function findSession(
  store: Store,
  token: string,
  nowMs: number,
): Promise<CustomerSession | null> {
  const tokenDigest = tokenHash(token);
  const row = await rowOf(store, tokenDigest);
  if (row === undefined) return null;
  const lastSeenMs = Date.parse(row.last_seen);
  const isIdle = nowMs - lastSeenMs > IDLE_MS;
  const isOld = nowMs - Date.parse(row.created_at) > ABSOLUTE_MS;
  if (isIdle || isOld) {
    await store.query('delete from session where token_hash = $1', [tokenDigest]);
    return null;
  }
  const mustWrite = nowMs - lastSeenMs > SEEN_EVERY_MS;
  if (mustWrite) {
    const at = new Date(nowMs).toISOString();
    await store.query('update session set last_seen = $2 where token_hash = $1', [tokenDigest, at]);
  }
  const idleMs = (mustWrite ? nowMs : lastSeenMs) + IDLE_MS;
  const endsMs = Math.min(idleMs, Date.parse(row.created_at) + ABSOLUTE_MS);
  return { personId: row.person_id, tokenHash: tokenDigest, endsMs };
}

export async function closeSession(
  store: Store,
  session: Pick<CustomerSession, 'tokenHash'>,
): Promise<void> {
  await store.query('delete from session where token_hash = $1', [session.tokenHash]);
}
