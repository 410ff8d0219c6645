import type { ProofsOnFile } from '@roadbook/domain/person/proof';
import type { Queryable } from '../platform/database/store.ts';
import { wordsText } from '../platform/database/value-parsers.ts';

/** The person and the password hash behind a login; undefined where there is no such login. */
export async function credentialOfLogin(
  store: Queryable,
  loginHash: Buffer,
): Promise<{ readonly person_id: string; readonly password_hash: string | null } | undefined> {
  const rows = await store.query<{ person_id: string; password_hash: string | null }>(
    `select c.person_id, c.password_hash from login l join credential c using (person_id)
     where l.login_hash = $1`,
    [loginHash],
  );
  return rows[0];
}

/** Null where a person has no password. */
export async function passwordHashOf(store: Queryable, personId: string): Promise<string | null> {
  const rows = await store.query<{ password_hash: string | null }>(
    'select password_hash from credential where person_id = $1',
    [personId],
  );
  return rows[0]?.password_hash ?? null;
}

/** The sealed name that a person signs in by. */
export type SealedName = {
  readonly person_id: string;
  readonly name_key_id: string | null;
  readonly name_sealed: Buffer | null;
  /** In clear, from before names were sealed; the start of the server seals it. */
  readonly user_name: string | null;
};

/** Undefined where there is no credential. */
export async function sealedNameOf(
  store: Queryable,
  personId: string,
): Promise<SealedName | undefined> {
  const rows = await store.query<SealedName>(
    `select person_id, key_id as name_key_id, sealed as name_sealed, user_name
     from credential where person_id = $1`,
    [personId],
  );
  return rows[0];
}

/** A person's sealed row with the name they sign in by. */
export type SignedInRow = SealedName & { readonly key_id: string; readonly sealed: Buffer };

export async function signedInPerson(
  store: Queryable,
  personId: string,
): Promise<SignedInRow | undefined> {
  const rows = await store.query<SignedInRow>(
    `select p.person_id, p.key_id, p.sealed, c.user_name, c.key_id as name_key_id,
       c.sealed as name_sealed
     from person p join credential c using (person_id) where p.person_id = $1`,
    [personId],
  );
  return rows[0];
}

export type StoredCredential = {
  readonly personId: string;
  readonly userName: { readonly keyId: string; readonly sealed: Buffer };
  readonly passwordHash: string | null;
  readonly passwordRule: ProofsOnFile['password'];
  readonly waivesSecond: boolean;
};

/** Stores how a person signs in, in place of what was there. */
export async function putCredential(
  store: Queryable,
  credential: StoredCredential,
  nowMs: number,
): Promise<void> {
  const { personId, userName, passwordHash, passwordRule, waivesSecond } = credential;
  await store.query(
    `insert into credential
       (person_id, password_hash, changed_at, password_rule, waives_second, key_id, sealed)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (person_id) do update set user_name = null, password_hash = $2, changed_at = $3,
       password_rule = $4, waives_second = $5, key_id = $6, sealed = $7`,
    [
      personId,
      passwordHash,
      new Date(nowMs).toISOString(),
      passwordRule,
      waivesSecond,
      userName.keyId,
      userName.sealed,
    ],
  );
}

/** Stores another password for somebody who has a credential; the demonstration's waiver ends. */
export async function replacePassword(
  store: Queryable,
  personId: string,
  password: { readonly hash: string; readonly rule: ProofsOnFile['password'] },
  nowMs: number,
): Promise<void> {
  await store.query(
    `update credential set password_hash = $2, password_rule = $3, changed_at = $4,
       waives_second = false where person_id = $1`,
    [personId, password.hash, password.rule, new Date(nowMs).toISOString()],
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

/** Names that stand in clear from before, so many at a time. */
export function namesInClear(store: Queryable, most: number): Promise<SealedName[]> {
  return store.query<SealedName>(
    `select person_id, key_id as name_key_id, sealed as name_sealed, user_name from credential
     where user_name is not null order by person_id limit $1`,
    [most],
  );
}

/** Puts a sealed name in place of one in clear, unless somebody has changed it meanwhile. */
export async function sealName(
  store: Queryable,
  personId: string,
  clear: string,
  sealed: { readonly keyId: string; readonly sealed: Buffer },
): Promise<void> {
  await store.query(
    `update credential set user_name = null, key_id = $3, sealed = $4
     where person_id = $1 and user_name = $2`,
    [personId, clear, sealed.keyId, sealed.sealed],
  );
}

/**
 * Whether somebody with a contract of another deal than these is let in by a password alone. Only
 * customers of the demonstration may be.
 */
export async function waivesBeside(store: Queryable, deals: readonly string[]): Promise<boolean> {
  const rows = await store.query(
    `select 1 as one from credential k where k.waives_second and exists (
       select from contract_party p join contract c using (contract_id)
       where p.person_id = k.person_id and c.deal <> all($1::text[])) limit 1`,
    [wordsText(deals)],
  );
  return rows.length > 0;
}
