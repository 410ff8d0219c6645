import { hash, randomBytes } from 'node:crypto';
import type { Store } from '../platform/database/store.ts';
import {
  deleteSession,
  insertSession,
  type SessionOrigin,
  sessionRow,
  touchSession,
} from './session.sql.ts';

/** A session ends after so long without a request, and after so long in any case (ASVS 5.0, V7). */
export const IDLE_MS = 15 * 60_000;
export const ABSOLUTE_MS = 12 * 3_600_000;
const SEEN_EVERY_MS = 60_000;

export type CustomerSession = {
  readonly personId: string;
  readonly tokenHash: Buffer;
  /** When it ends if nothing more is asked. */
  readonly endsMs: number;
  /** When it ends in any case. */
  readonly endsAtLatestMs: number;
};

export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

const NOWHERE: SessionOrigin = { device: '', deviceHash: null, networkHash: null, proven: '[]' };

/**
 * Opens a session and returns its token; only the hash is stored. It asks nothing: of the server's
 * files only `sign-in/open-session.ts` may call it, which asks the core first.
 */
export async function openSession(
  store: Store,
  personId: string,
  nowMs: number,
  origin: SessionOrigin = NOWHERE,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertSession(store, tokenHash(token), personId, origin, nowMs);
  return token;
}

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
  const row = await sessionRow(store, tokenDigest);
  if (row === undefined) return null;
  const lastSeenMs = Date.parse(row.last_seen);
  const isIdle = nowMs - lastSeenMs > IDLE_MS;
  const isOld = nowMs - Date.parse(row.created_at) > ABSOLUTE_MS;
  if (isIdle || isOld) {
    await deleteSession(store, tokenDigest);
    return null;
  }
  const mustWrite = nowMs - lastSeenMs > SEEN_EVERY_MS;
  if (mustWrite) await touchSession(store, tokenDigest, nowMs);
  const idleMs = (mustWrite ? nowMs : lastSeenMs) + IDLE_MS;
  const endsAtLatestMs = Date.parse(row.created_at) + ABSOLUTE_MS;
  const endsMs = Math.min(idleMs, endsAtLatestMs);
  return { personId: row.person_id, tokenHash: tokenDigest, endsMs, endsAtLatestMs };
}

export async function closeSession(
  store: Store,
  session: Pick<CustomerSession, 'tokenHash'>,
): Promise<void> {
  await deleteSession(store, session.tokenHash);
}
