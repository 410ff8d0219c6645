import { randomBytes } from 'node:crypto';
import {
  STAFF_IDLE_MINUTES,
  STAFF_LONGEST_HOURS,
  type StaffProof,
  staffMayEnter,
} from '@roadbook/domain/person/staff-entry';
import { tokenHash } from '../../people/session.ts';
import type { Store } from '../../platform/database/store.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import { type StaffMember, unsealStaff } from './staff.ts';
import {
  deleteStaffSession,
  insertStaffSession,
  type NewStaffSession,
  type StaffSessionRow,
  staffSessionRow,
  touchStaffSession,
} from './staff-session.sql.ts';

const IDLE_MS = STAFF_IDLE_MINUTES * 60_000;
export const STAFF_LONGEST_MS = STAFF_LONGEST_HOURS * 3_600_000;
const SEEN_EVERY_MS = 60_000;

/** Somebody at the desk with the session they call from. */
export type StaffCaller = StaffMember & {
  readonly sessionId: string;
  readonly tokenHash: Buffer;
  /** The place that a dealer or inspector works at, where one is set. */
  readonly placeId: string | null;
  /** Seconds from now, so that no clock of a browser's has to be right. */
  readonly endsInSeconds: number;
  readonly endsAtLatestInSeconds: number;
};

/**
 * Opens a session and returns its token. It throws where what was proven is not enough: a defect of
 * whoever calls, never an answer.
 */
export async function openStaffSession(
  store: Store,
  session: Omit<NewStaffSession, 'tokenHash' | 'sessionId' | 'proven'> & {
    readonly proven: readonly StaffProof[];
  },
  nowMs: number,
): Promise<string> {
  if (!staffMayEnter(session.proven)) throw new Error('not enough was proven for a session');
  const token = randomBytes(32).toString('base64url');
  const ids = { tokenHash: tokenHash(token), sessionId: uuidV7(nowMs) };
  await insertStaffSession(store, { ...session, ...ids }, nowMs);
  return token;
}

/** The session of a token with its row, or null where there is none or it has ended. */
export async function findStaffSession(
  { store, ring }: { readonly store: Store; readonly ring: KeyRing },
  token: string,
  nowMs: number,
): Promise<{ readonly caller: StaffCaller; readonly row: StaffSessionRow } | null> {
  const row = await staffSessionRow(store, tokenHash(token));
  if (row === undefined) return null;
  const lastSeenMs = Date.parse(row.last_seen);
  const latestMs = Date.parse(row.created_at) + STAFF_LONGEST_MS;
  if (nowMs - lastSeenMs > IDLE_MS || nowMs > latestMs) {
    await deleteStaffSession(store, row.token_hash);
    return null;
  }
  const mustWrite = nowMs - lastSeenMs > SEEN_EVERY_MS;
  if (mustWrite) await touchStaffSession(store, row.token_hash, nowMs);
  const idleMs = (mustWrite ? nowMs : lastSeenMs) + IDLE_MS;
  const secondsUntil = (ms: number): number => Math.max(0, Math.floor((ms - nowMs) / 1_000));
  return {
    row,
    caller: {
      ...unsealStaff(ring, row),
      staffId: row.staff_id,
      role: row.role,
      byProvider: row.source === 'oidc',
      placeId: row.place_id,
      sessionId: row.session_id,
      tokenHash: row.token_hash,
      endsInSeconds: secondsUntil(Math.min(idleMs, latestMs)),
      endsAtLatestInSeconds: secondsUntil(latestMs),
    },
  };
}
