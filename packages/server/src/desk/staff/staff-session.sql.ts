import type { StaffRole } from '@roadbook/domain/person/staff-role';
import { type Queryable, statement } from '../../platform/database/store.ts';

/** A session with the account it belongs to. */
export type StaffSessionRow = {
  readonly token_hash: Buffer;
  readonly session_id: string;
  readonly staff_id: string;
  readonly created_at: string;
  readonly last_seen: string;
  readonly device: string;
  readonly challenge: string | null;
  readonly provider_sid: string | null;
  readonly session_key_id: string | null;
  readonly session_sealed: Buffer | null;
  readonly checked_at: string | null;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly role: StaffRole;
  readonly source: 'local' | 'oidc';
  /** The place that a dealer or inspector works at. */
  readonly place_id: string | null;
};

const FIND = statement(
  'find-staff-session',
  `select s.token_hash, s.session_id, s.staff_id, s.created_at, s.last_seen, s.device, s.challenge,
     s.provider_sid, s.key_id as session_key_id, s.sealed as session_sealed, s.checked_at,
     m.key_id, m.sealed, m.role, m.source, m.place_id
   from staff_session s join staff m using (staff_id)
   where s.token_hash = $1 and m.disabled_at is null`,
);

/** The session of a token, unless the account was closed meanwhile. */
export async function staffSessionRow(
  store: Queryable,
  tokenHash: Buffer,
): Promise<StaffSessionRow | undefined> {
  const rows = await store.query<StaffSessionRow>(FIND, [tokenHash]);
  return rows[0];
}

export type NewStaffSession = {
  readonly tokenHash: Buffer;
  readonly sessionId: string;
  readonly staffId: string;
  readonly device: string;
  readonly proven: readonly string[];
  readonly provider: {
    readonly sid: string | null;
    readonly keyId: string;
    readonly sealed: Buffer;
  } | null;
};

export async function insertStaffSession(
  store: Queryable,
  session: NewStaffSession,
  nowMs: number,
): Promise<void> {
  const { provider } = session;
  await store.query(
    `insert into staff_session (token_hash, session_id, staff_id, created_at, last_seen, device,
       proven, provider_sid, key_id, sealed, checked_at)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10)`,
    [
      session.tokenHash,
      session.sessionId,
      session.staffId,
      new Date(nowMs).toISOString(),
      session.device,
      JSON.stringify(session.proven),
      provider?.sid ?? null,
      provider?.keyId ?? null,
      provider?.sealed ?? null,
      provider === null ? null : new Date(nowMs).toISOString(),
    ],
  );
}

export async function touchStaffSession(
  store: Queryable,
  tokenHash: Buffer,
  nowMs: number,
): Promise<void> {
  await store.query('update staff_session set last_seen = $2 where token_hash = $1', [
    tokenHash,
    new Date(nowMs).toISOString(),
  ]);
}

/** What the provider gave at the last check, and when that was. */
export async function keepProviderTokens(
  store: Queryable,
  tokenHash: Buffer,
  { keyId, sealed }: { readonly keyId: string; readonly sealed: Buffer },
  nowMs: number,
): Promise<void> {
  await store.query(
    'update staff_session set key_id = $2, sealed = $3, checked_at = $4 where token_hash = $1',
    [tokenHash, keyId, sealed, new Date(nowMs).toISOString()],
  );
}

export async function setSessionChallenge(
  store: Queryable,
  tokenHash: Buffer,
  challenge: string | null,
): Promise<void> {
  await store.query('update staff_session set challenge = $2 where token_hash = $1', [
    tokenHash,
    challenge,
  ]);
}

export async function deleteStaffSession(store: Queryable, tokenHash: Buffer): Promise<void> {
  await store.query('delete from staff_session where token_hash = $1', [tokenHash]);
}

/** Ends one of somebody's sessions by its id; false where there is none. */
export async function deleteOwnSession(
  store: Queryable,
  staffId: string,
  sessionId: string,
): Promise<boolean> {
  const rows = await store.query(
    'delete from staff_session where staff_id = $1 and session_id = $2 returning 1',
    [staffId, sessionId],
  );
  return rows.length === 1;
}

/** Ends what the provider says has ended: one session of it, or all of a person. */
export async function deleteProviderSessions(
  store: Queryable,
  { sid, subjectHash }: { readonly sid: string | null; readonly subjectHash: Buffer | null },
): Promise<number> {
  const rows = await store.query(
    `delete from staff_session s using staff m
     where m.staff_id = s.staff_id and m.source = 'oidc'
       and ($1::text is null or s.provider_sid = $1)
       and ($2::bytea is null or m.subject_hash = $2)
       and ($1::text is not null or $2::bytea is not null)
     returning 1`,
    [sid, subjectHash],
  );
  return rows.length;
}

export type ListedStaffSession = Pick<
  StaffSessionRow,
  'session_id' | 'device' | 'created_at' | 'last_seen'
>;

export function sessionsOfStaff(store: Queryable, staffId: string): Promise<ListedStaffSession[]> {
  return store.query<ListedStaffSession>(
    `select session_id, device, created_at, last_seen from staff_session
     where staff_id = $1 order by last_seen desc, session_id`,
    [staffId],
  );
}
