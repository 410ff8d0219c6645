import type { Queryable } from '../platform/database/store.ts';

/** The person and the password hash behind a login; undefined where there is no such login. */
export async function credentialOfLogin(
  store: Queryable,
  loginHash: Buffer,
): Promise<{ readonly person_id: string; readonly password_hash: string } | undefined> {
  const rows = await store.query<{ person_id: string; password_hash: string }>(
    `select c.person_id, c.password_hash from login l join credential c using (person_id)
     where l.login_hash = $1`,
    [loginHash],
  );
  return rows[0];
}

export async function passwordHashOf(
  store: Queryable,
  personId: string,
): Promise<string | undefined> {
  const rows = await store.query<{ password_hash: string }>(
    'select password_hash from credential where person_id = $1',
    [personId],
  );
  return rows[0]?.password_hash;
}

/** The name that a person signs in by; undefined where there is no credential. */
export async function userNameOf(store: Queryable, personId: string): Promise<string | undefined> {
  const rows = await store.query<{ user_name: string }>(
    'select user_name from credential where person_id = $1',
    [personId],
  );
  return rows[0]?.user_name;
}

/** A person's sealed row with the name they sign in by. */
export type SignedInRow = {
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly user_name: string;
};

export async function signedInPerson(
  store: Queryable,
  personId: string,
): Promise<SignedInRow | undefined> {
  const rows = await store.query<SignedInRow>(
    `select p.person_id, p.key_id, p.sealed, c.user_name
     from person p join credential c using (person_id) where p.person_id = $1`,
    [personId],
  );
  return rows[0];
}

/** Stores a password hash in place of an earlier one. */
export async function putCredential(
  store: Queryable,
  credential: {
    readonly personId: string;
    readonly userName: string;
    readonly passwordHash: string;
  },
  nowMs: number,
): Promise<void> {
  const { personId, userName, passwordHash } = credential;
  await store.query(
    `insert into credential values ($1, $2, $3, $4)
     on conflict (person_id) do update
     set user_name = $2, password_hash = $3, changed_at = $4`,
    [personId, userName, passwordHash, new Date(nowMs).toISOString()],
  );
}

export async function insertLogin(
  store: Queryable,
  loginHash: Buffer,
  personId: string,
  kind: 'user-name' | 'email',
): Promise<void> {
  await store.query('insert into login values ($1, $2, $3) on conflict do nothing', [
    loginHash,
    personId,
    kind,
  ]);
}
