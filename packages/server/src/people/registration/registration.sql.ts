import type { Queryable } from '../../platform/database/store.ts';
import { wordsText } from '../../platform/database/value-parsers.ts';

/** Somebody on file, as far as opening an account goes. */
export type StandingRow = {
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly is_registered: boolean;
  /** A hold of whatever kind is in force. */
  readonly is_held: boolean;
};

/** Of these people, in their order by id. The same statement runs where there is nobody. */
export function standingsOf(
  store: Queryable,
  personIds: readonly string[],
  nowMs: number,
): Promise<StandingRow[]> {
  return store.query<StandingRow>(
    `select p.person_id, p.key_id, p.sealed, c.person_id is not null as is_registered,
       exists (select from person_hold h where h.person_id = p.person_id and h.lifted_at is null
         and h.from_at <= $2 and (h.until_at is null or h.until_at > $2)) as is_held
     from person p left join credential c using (person_id)
     where p.person_id = any($1::uuid[]) order by p.person_id`,
    [wordsText(personIds), new Date(nowMs).toISOString()],
  );
}

/** Whose the code of a letter is, while it counts. */
export async function invitedBy(
  store: Queryable,
  codeHash: Buffer,
  nowMs: number,
): Promise<string | null> {
  const [row] = await store.query<{ person_id: string }>(
    `select person_id from invitation where code_hash = $1 and purpose = 'register'
       and used_at is null and expires_at > $2`,
    [codeHash, new Date(nowMs).toISOString()],
  );
  return row?.person_id ?? null;
}

/** Ends every invitation of somebody who has an account now. */
export async function useInvitations(
  store: Queryable,
  personId: string,
  nowMs: number,
): Promise<void> {
  await store.query(
    `update invitation set used_at = $2
     where person_id = $1 and purpose = 'register' and used_at is null`,
    [personId, new Date(nowMs).toISOString()],
  );
}

/** Gives somebody their first credential; false where they have one already. */
export async function insertCredential(
  store: Queryable,
  credential: {
    readonly personId: string;
    readonly passwordHash: string | null;
    readonly passwordRule: string;
    readonly userHandle: Buffer | null;
    readonly keyId: string;
    readonly sealed: Buffer;
  },
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `insert into credential
       (person_id, password_hash, changed_at, password_rule, user_handle, key_id, sealed)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (person_id) do nothing returning 1 as one`,
    [
      credential.personId,
      credential.passwordHash,
      new Date(nowMs).toISOString(),
      credential.passwordRule,
      credential.userHandle,
      credential.keyId,
      credential.sealed,
    ],
  );
  return rows.length === 1;
}

/** Takes a login for somebody; false where it is somebody else's. */
export async function claimLogin(
  store: Queryable,
  loginHash: Buffer,
  personId: string,
  kind: 'user-name' | 'email',
): Promise<boolean> {
  const rows = await store.query<{ person_id: string }>(
    `with mine as (insert into login values ($1, $2, $3) on conflict do nothing returning person_id)
     select person_id from mine union select person_id from login where login_hash = $1`,
    [loginHash, personId, kind],
  );
  return rows.some((row) => row.person_id === personId);
}

export async function insertTermsAccepted(
  store: Queryable,
  personId: string,
  version: string,
  nowMs: number,
): Promise<void> {
  await store.query('insert into terms_accepted values ($1, $2, $3) on conflict do nothing', [
    personId,
    version,
    new Date(nowMs).toISOString(),
  ]);
}

/** Stores a person anew, with the history of what changed. */
export async function replacePerson(
  tx: Queryable,
  personId: string,
  now: { readonly keyId: string; readonly sealed: Buffer },
  change: {
    readonly changeId: string;
    readonly fields: string;
    readonly keyId: string;
    readonly sealed: Buffer;
  },
  nowMs: number,
): Promise<void> {
  await tx.query('update person set key_id = $2, sealed = $3 where person_id = $1', [
    personId,
    now.keyId,
    now.sealed,
  ]);
  await tx.query(
    `insert into person_change (person_id, change_id, changed_at, who, fields, key_id, sealed)
     values ($1, $2, $3, 'registration', $4, $5, $6)`,
    [
      personId,
      change.changeId,
      new Date(nowMs).toISOString(),
      change.fields,
      change.keyId,
      change.sealed,
    ],
  );
}

/**
 * Gives the contracts of one row of a person to the other row of the same person; the ids of those
 * that moved, each with the part in it.
 */
export async function moveParties(
  tx: Queryable,
  from: string,
  to: string,
): Promise<{ readonly contract_id: string; readonly role: string }[]> {
  await tx.query('select 1 from person where person_id in ($1, $2) order by person_id for update', [
    from,
    to,
  ]);
  const rows = await tx.query<{ contract_id: string; role: string }>(
    'delete from contract_party where person_id = $1 returning contract_id, role',
    [from],
  );
  for (const { contract_id: contractId, role } of rows) {
    await tx.query('insert into contract_party values ($1, $2, $3) on conflict do nothing', [
      contractId,
      to,
      role,
    ]);
  }
  return rows;
}

/** That a contract's party is kept under another row of the same person from now on. */
export async function insertPartyMoved(
  tx: Queryable,
  moved: {
    readonly contractId: string;
    readonly changeId: string;
    readonly businessDate: string;
    readonly from: string;
    readonly to: string;
  },
  nowMs: number,
): Promise<void> {
  await tx.query(
    `insert into party_change (contract_id, change_id, changed_at, business_date, who, source, what,
       person_id, fields, from_value, to_value)
     values ($1, $2, $3, $4, 'registration', 'portal', 'person-recognized', $5, 'person', $6, $7)`,
    [
      moved.contractId,
      moved.changeId,
      new Date(nowMs).toISOString(),
      moved.businessDate,
      moved.to,
      moved.from,
      moved.to,
    ],
  );
}
