import type { RetentionKind, RetentionPolicy } from '../lender/retention.ts';
import type { Queryable } from '../platform/database/store.ts';
import { ABSOLUTE_MS, IDLE_MS } from './session.ts';

/** So many rows of a table at a time: a sweep never holds up what people are waiting for. */
const ROWS_MAX = 1_000;

const DAY_MS = 86_400_000;
/** Longer than any throttle's window. */
const THROTTLE_MS = 3_600_000;

type Sweep = {
  readonly table: string;
  readonly key: string;
  /** When a row is old; `$1` is the time. */
  readonly isOld: string;
  /** How old a row may get; by its kind where the lender's policy says it. */
  readonly ageMs: number | RetentionKind;
};

const SWEEPS: readonly Sweep[] = [
  { table: 'session', key: 'token_hash', isOld: 'last_seen < $1', ageMs: IDLE_MS },
  { table: 'session', key: 'token_hash', isOld: 'created_at < $1', ageMs: ABSOLUTE_MS },
  { table: 'throttle', key: 'bucket', isOld: 'window_start < $1', ageMs: THROTTLE_MS },
  {
    table: 'known_device',
    key: 'device_hash, person_id',
    isOld: 'last_seen < $1',
    ageMs: 'device',
  },
  {
    table: 'known_network',
    key: 'person_id, network_hash',
    isOld: 'last_seen < $1',
    ageMs: 'network',
  },
  { table: 'staff_session', key: 'token_hash', isOld: 'last_seen < $1', ageMs: IDLE_MS },
  { table: 'staff_session', key: 'token_hash', isOld: 'created_at < $1', ageMs: ABSOLUTE_MS },
  { table: 'staff_ceremony', key: 'token_hash', isOld: 'expires_at < $1', ageMs: 0 },
  { table: 'staff_look', key: 'session_id, person_id', isOld: 'opened_at < $1', ageMs: DAY_MS },
  {
    table: 'recent_problem',
    key: 'reference',
    isOld: 'at < $1',
    ageMs: 'problem',
  },
  { table: 'ceremony', key: 'token_hash', isOld: 'expires_at < $1', ageMs: 0 },
  { table: 'one_time_code', key: 'scope, proof', isOld: 'expires_at < $1', ageMs: 0 },
  {
    table: 'security_notice',
    key: 'token_hash',
    isOld: 'expires_at < $1',
    ageMs: 'security-notice',
  },
  {
    table: 'person_message',
    key: 'person_id, message_id',
    isOld: 'sent_at < $1',
    ageMs: 'letter',
  },
  { table: 'recovery_letter', key: 'letter_id', isOld: 'made_at < $1', ageMs: 'invitation' },
  { table: 'invitation', key: 'code_hash', isOld: 'expires_at < $1', ageMs: 'invitation' },
  {
    table: 'call_back',
    key: 'contract_id, call_back_id',
    isOld: 'answered_at < $1',
    ageMs: 'call-back',
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
 * Removes sessions, throttles, devices, networks, letters and acts whose time is over, some of
 * each, by the lender's policy of the day. Returns whether a table may have more of them.
 */
export async function removeOldRows(
  store: Queryable,
  nowMs: number,
  keptDays: RetentionPolicy['keptDays'],
): Promise<boolean> {
  let hasMore = false;
  for (const { table, key, isOld, ageMs } of SWEEPS) {
    const keptMs = typeof ageMs === 'number' ? ageMs : keptDays[ageMs] * DAY_MS;
    const before = new Date(nowMs - keptMs).toISOString();
    const removed = await store.query(
      `delete from ${table} where (${key}) in
         (select ${key} from ${table} where ${isOld} limit ${ROWS_MAX}) returning 1 as one`,
      [before],
    );
    if (removed.length === ROWS_MAX) hasMore = true;
  }
  return hasMore;
}
