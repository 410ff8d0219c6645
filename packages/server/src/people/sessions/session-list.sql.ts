import type { Queryable } from '../../platform/database/store.ts';
import { ABSOLUTE_MS, IDLE_MS } from '../session.ts';

export type ListedSession = {
  readonly session_id: string;
  readonly token_hash: Buffer;
  readonly device: string;
  readonly created_at: string;
  readonly last_seen: string;
};

/** The open sessions of a person, the latest used first. */
export function sessionsOf(
  store: Queryable,
  personId: string,
  nowMs: number,
): Promise<ListedSession[]> {
  return store.query<ListedSession>(
    `select session_id, token_hash, device, created_at, last_seen from session
     where person_id = $1 and last_seen >= $2 and created_at >= $3
     order by last_seen desc, session_id`,
    [
      personId,
      new Date(nowMs - IDLE_MS).toISOString(),
      new Date(nowMs - ABSOLUTE_MS).toISOString(),
    ],
  );
}

/** Ends one session of a person; false when it is not one of theirs. */
export async function deleteSessionById(
  store: Queryable,
  personId: string,
  sessionId: string,
): Promise<boolean> {
  const rows = await store.query(
    'delete from session where person_id = $1 and session_id = $2 returning 1 as one',
    [personId, sessionId],
  );
  return rows.length > 0;
}

/** A session with what was proven in it lately, as JSON. */
export async function sessionProofs(
  store: Queryable,
  tokenHash: Buffer,
): Promise<{ readonly session_id: string; readonly proven: string } | undefined> {
  const rows = await store.query<{ session_id: string; proven: string }>(
    'select session_id, proven from session where token_hash = $1',
    [tokenHash],
  );
  return rows[0];
}

/** Writes what was proven and gives the session another token; false when somebody was faster. */
export async function rotateSession(
  store: Queryable,
  from: { readonly tokenHash: Buffer; readonly proven: string },
  to: { readonly tokenHash: Buffer; readonly proven: string },
): Promise<boolean> {
  const rows = await store.query(
    `update session set token_hash = $3, proven = $4 where token_hash = $1 and proven = $2
     returning 1 as one`,
    [from.tokenHash, from.proven, to.tokenHash, to.proven],
  );
  return rows.length > 0;
}
