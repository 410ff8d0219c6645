import type { Queryable } from '../../platform/database/store.ts';

const DAY_MS = 86_400_000;
const INVITATION_DAYS = 7;

export type StaffInvitationRow = {
  readonly token_hash: Buffer;
  readonly staff_id: string;
  readonly challenge: string | null;
  readonly key_id: string;
  readonly sealed: Buffer;
};

/** Makes an invitation; earlier ones of the same account no longer work. */
export async function insertStaffInvitation(
  store: Queryable,
  invitation: Omit<StaffInvitationRow, 'challenge'>,
  madeBy: string,
  nowMs: number,
): Promise<void> {
  const at = new Date(nowMs).toISOString();
  await store.query(
    `with earlier as (update staff_invitation set used_at = $5
       where staff_id = $2 and used_at is null)
     insert into staff_invitation (token_hash, staff_id, key_id, sealed, made_at, made_by,
       expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      invitation.token_hash,
      invitation.staff_id,
      invitation.key_id,
      invitation.sealed,
      at,
      madeBy,
      new Date(nowMs + INVITATION_DAYS * DAY_MS).toISOString(),
    ],
  );
}

/** An invitation that still works, of an account that is not closed. */
export async function staffInvitationOf(
  store: Queryable,
  tokenHash: Buffer,
  nowMs: number,
): Promise<StaffInvitationRow | undefined> {
  const rows = await store.query<StaffInvitationRow>(
    `select i.token_hash, i.staff_id, i.challenge, i.key_id, i.sealed
     from staff_invitation i join staff m using (staff_id)
     where i.token_hash = $1 and i.used_at is null and i.expires_at > $2
       and m.disabled_at is null`,
    [tokenHash, new Date(nowMs).toISOString()],
  );
  return rows[0];
}

export async function setInvitationChallenge(
  store: Queryable,
  tokenHash: Buffer,
  challenge: string,
): Promise<void> {
  await store.query('update staff_invitation set challenge = $2 where token_hash = $1', [
    tokenHash,
    challenge,
  ]);
}

/** Uses an invitation up; true for the one caller that did. */
export async function useStaffInvitation(
  store: Queryable,
  tokenHash: Buffer,
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `update staff_invitation set used_at = $2
     where token_hash = $1 and used_at is null and expires_at > $2 returning 1`,
    [tokenHash, new Date(nowMs).toISOString()],
  );
  return rows.length === 1;
}
