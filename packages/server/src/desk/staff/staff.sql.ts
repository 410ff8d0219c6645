import type { StaffRole } from '@roadbook/domain/person/staff-role';
import type { Queryable } from '../../platform/database/store.ts';

/** Somebody at the desk as stored: name and email are sealed. */
export type StaffRow = {
  readonly staff_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly role: StaffRole;
  readonly source: 'local' | 'oidc';
  readonly password_hash: string | null;
  readonly created_at: string;
  readonly disabled_at: string | null;
  /** The place that a dealer or inspector works at. */
  readonly place_id: string | null;
};

const COLUMNS = `staff_id, key_id, sealed, role, source, password_hash, created_at, disabled_at,
  place_id`;

export async function insertStaff(
  store: Queryable,
  staff: {
    readonly staffId: string;
    readonly emailHash: Buffer | null;
    readonly subjectHash: Buffer | null;
    readonly keyId: string;
    readonly sealed: Buffer;
    readonly role: StaffRole;
    readonly source: 'local' | 'oidc';
    /** Everybody knows its password; only the demonstration makes such accounts. */
    readonly isDemo?: boolean;
  },
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `insert into staff (staff_id, email_hash, subject_hash, key_id, sealed, role, source,
       created_at, is_demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
    [
      staff.staffId,
      staff.emailHash,
      staff.subjectHash,
      staff.keyId,
      staff.sealed,
      staff.role,
      staff.source,
      new Date(nowMs).toISOString(),
      staff.isDemo ?? false,
    ],
  );
  return rows.length === 1;
}

export async function staffOfEmail(
  store: Queryable,
  emailHash: Buffer,
): Promise<StaffRow | undefined> {
  const rows = await store.query<StaffRow>(`select ${COLUMNS} from staff where email_hash = $1`, [
    emailHash,
  ]);
  return rows[0];
}

export async function staffOfSubject(
  store: Queryable,
  subjectHash: Buffer,
): Promise<StaffRow | undefined> {
  const rows = await store.query<StaffRow>(`select ${COLUMNS} from staff where subject_hash = $1`, [
    subjectHash,
  ]);
  return rows[0];
}

export async function staffOfId(store: Queryable, staffId: string): Promise<StaffRow | undefined> {
  const rows = await store.query<StaffRow>(`select ${COLUMNS} from staff where staff_id = $1`, [
    staffId,
  ]);
  return rows[0];
}

export function allStaff(store: Queryable): Promise<StaffRow[]> {
  return store.query<StaffRow>(`select ${COLUMNS} from staff order by created_at, staff_id`);
}

export async function setStaffPassword(
  store: Queryable,
  staffId: string,
  passwordHash: string,
): Promise<void> {
  await store.query('update staff set password_hash = $2 where staff_id = $1', [
    staffId,
    passwordHash,
  ]);
}

export async function setStaffRole(
  store: Queryable,
  staffId: string,
  role: StaffRole,
): Promise<void> {
  await store.query('update staff set role = $2 where staff_id = $1', [staffId, role]);
}

/** Says at which place somebody works, from their next request on. */
export async function setStaffPlace(
  store: Queryable,
  staffId: string,
  placeId: string | null,
): Promise<void> {
  await store.query('update staff set place_id = $2 where staff_id = $1', [staffId, placeId]);
}

/** The accounts of the demonstration that are open. */
export function demoStaff(store: Queryable): Promise<StaffRow[]> {
  return store.query<StaffRow>(
    `select ${COLUMNS} from staff where is_demo and disabled_at is null
     order by created_at, staff_id`,
  );
}

/** Name and email as the sign-on provider tells them now. */
export async function resealStaff(
  store: Queryable,
  staffId: string,
  { keyId, sealed }: { readonly keyId: string; readonly sealed: Buffer },
): Promise<void> {
  await store.query('update staff set key_id = $2, sealed = $3 where staff_id = $1', [
    staffId,
    keyId,
    sealed,
  ]);
}

/** Closes an account and ends its sessions; work that it had taken is free again. */
export async function disableStaff(
  store: Queryable,
  staffId: string,
  nowMs: number,
): Promise<void> {
  const at = new Date(nowMs).toISOString();
  await store.query(
    `with s as (update staff set disabled_at = coalesce(disabled_at, $2) where staff_id = $1),
       i as (update staff_invitation set used_at = coalesce(used_at, $2) where staff_id = $1),
       w as (update work_item set owner = null, taken_at = null
         where owner = $1 and done_at is null)
     delete from staff_session where staff_id = $1`,
    [staffId, at],
  );
}
