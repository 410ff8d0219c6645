import type { Queryable } from '../../platform/database/store.ts';

/** Ten minutes from the first step to the last, and five tries. */
export const STAFF_CEREMONY_MS = 10 * 60_000;
export const STAFF_TRIES = 5;

export type StaffCeremonyRow = {
  readonly token_hash: Buffer;
  readonly staff_id: string | null;
  readonly proven: string;
  readonly challenge: string | null;
  readonly key_id: string | null;
  readonly sealed: Buffer | null;
};

export async function insertStaffCeremony(
  store: Queryable,
  ceremony: StaffCeremonyRow,
  nowMs: number,
): Promise<void> {
  await store.query(
    `insert into staff_ceremony (token_hash, staff_id, proven, challenge, key_id, sealed,
       created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ceremony.token_hash,
      ceremony.staff_id,
      ceremony.proven,
      ceremony.challenge,
      ceremony.key_id,
      ceremony.sealed,
      new Date(nowMs).toISOString(),
      new Date(nowMs + STAFF_CEREMONY_MS).toISOString(),
    ],
  );
}

/** Counts a try and returns the ceremony; undefined where it has ended or was tried too often. */
export async function tryStaffCeremony(
  store: Queryable,
  tokenHash: Buffer,
  nowMs: number,
): Promise<StaffCeremonyRow | undefined> {
  const rows = await store.query<StaffCeremonyRow>(
    `update staff_ceremony set tries = tries + 1
     where token_hash = $1 and expires_at > $2 and tries < $3
     returning token_hash, staff_id, proven, challenge, key_id, sealed`,
    [tokenHash, new Date(nowMs).toISOString(), STAFF_TRIES],
  );
  return rows[0];
}

/** Puts a new challenge into a ceremony that is under way; false where there is none. */
export async function setCeremonyChallenge(
  store: Queryable,
  tokenHash: Buffer,
  challenge: string,
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `update staff_ceremony set challenge = $2
     where token_hash = $1 and expires_at > $3 returning 1`,
    [tokenHash, challenge, new Date(nowMs).toISOString()],
  );
  return rows.length === 1;
}

/** Ends a ceremony; true for the one caller that ended it. */
export async function endStaffCeremony(store: Queryable, tokenHash: Buffer): Promise<boolean> {
  const rows = await store.query('delete from staff_ceremony where token_hash = $1 returning 1', [
    tokenHash,
  ]);
  return rows.length === 1;
}
