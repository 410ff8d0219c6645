import type { Queryable } from '../platform/database/store.ts';
import { DEVICE_DAYS, NETWORK_DAYS } from './device.ts';
import { ABSOLUTE_MS, IDLE_MS } from './session.ts';

/** So many rows of a table at a time: a sweep never holds up what people are waiting for. */
const ROWS_MAX = 1_000;

const DAY_MS = 86_400_000;
/** Whoever was told a reference may call within this time. */
const PROBLEM_DAYS = 30;
/** The history of what people were told is kept as long as that of what they did. */
const AUDIT_MS = 400 * DAY_MS;
/** Longer than any throttle's window. */
const THROTTLE_MS = 3_600_000;
/** How long it can be seen that a letter was sent, and where to. */
const LETTER_DAYS = 400;

type Sweep = {
  readonly table: string;
  readonly key: string;
  /** When a row is old; `$1` is the time. */
  readonly isOld: string;
  readonly ageMs: number;
};

const SWEEPS: readonly Sweep[] = [
  { table: 'session', key: 'token_hash', isOld: 'last_seen < $1', ageMs: IDLE_MS },
  { table: 'session', key: 'token_hash', isOld: 'created_at < $1', ageMs: ABSOLUTE_MS },
  { table: 'throttle', key: 'bucket', isOld: 'window_start < $1', ageMs: THROTTLE_MS },
  {
    table: 'known_device',
    key: 'device_hash, person_id',
    isOld: 'last_seen < $1',
    ageMs: DEVICE_DAYS * DAY_MS,
  },
  {
    table: 'known_network',
    key: 'person_id, network_hash',
    isOld: 'last_seen < $1',
    ageMs: NETWORK_DAYS * DAY_MS,
  },
  { table: 'staff_session', key: 'token_hash', isOld: 'last_seen < $1', ageMs: IDLE_MS },
  { table: 'staff_session', key: 'token_hash', isOld: 'created_at < $1', ageMs: ABSOLUTE_MS },
  { table: 'staff_ceremony', key: 'token_hash', isOld: 'expires_at < $1', ageMs: 0 },
  { table: 'staff_look', key: 'session_id, person_id', isOld: 'opened_at < $1', ageMs: DAY_MS },
  {
    table: 'recent_problem',
    key: 'reference',
    isOld: 'at < $1',
    ageMs: PROBLEM_DAYS * DAY_MS,
  },
  { table: 'ceremony', key: 'token_hash', isOld: 'expires_at < $1', ageMs: 0 },
  { table: 'one_time_code', key: 'scope, proof', isOld: 'expires_at < $1', ageMs: 0 },
  { table: 'security_notice', key: 'token_hash', isOld: 'expires_at < $1', ageMs: AUDIT_MS },
  {
    table: 'person_message',
    key: 'person_id, message_id',
    isOld: 'sent_at < $1',
    ageMs: LETTER_DAYS * DAY_MS,
  },
  // The day that a row is kept until counts in full.
  {
    table: 'audit_trail',
    key: 'what, subject, network_hash, hour',
    isOld: "keep_until < ($1::timestamptz at time zone 'UTC')::date",
    ageMs: 0,
  },
];

/**
 * Removes sessions, throttles, devices, networks and acts whose time is over, some of each. Returns
 * whether a table may have more of them.
 */
export async function removeOldRows(store: Queryable, nowMs: number): Promise<boolean> {
  let hasMore = false;
  for (const { table, key, isOld, ageMs } of SWEEPS) {
    const before = new Date(nowMs - ageMs).toISOString();
    const removed = await store.query(
      `delete from ${table} where (${key}) in
         (select ${key} from ${table} where ${isOld} limit ${ROWS_MAX}) returning 1 as one`,
      [before],
    );
    if (removed.length === ROWS_MAX) hasMore = true;
  }
  return hasMore;
}
