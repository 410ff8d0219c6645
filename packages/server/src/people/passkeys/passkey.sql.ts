import type { Queryable } from '../../platform/database/store.ts';

export type PasskeyRow = {
  readonly credential_id: Buffer;
  readonly person_id: string;
  readonly public_key: Buffer;
  readonly counter: bigint;
  readonly transports: string;
  readonly aaguid: string;
  readonly name: string;
  readonly backed_up: boolean;
  readonly created_at: string;
  readonly last_used_at: string | null;
};

/** The passkeys of a person, the oldest first. */
export function passkeysOf(store: Queryable, personId: string): Promise<PasskeyRow[]> {
  return store.query<PasskeyRow>(
    'select * from passkey where person_id = $1 order by created_at, credential_id',
    [personId],
  );
}

export async function passkeyById(
  store: Queryable,
  credentialId: Buffer,
): Promise<PasskeyRow | undefined> {
  const rows = await store.query<PasskeyRow>('select * from passkey where credential_id = $1', [
    credentialId,
  ]);
  return rows[0];
}

/** Stores a passkey, unless the person has as many as are kept or somebody has this one. */
export async function insertPasskey(
  store: Queryable,
  row: Omit<PasskeyRow, 'last_used_at'>,
  most: number,
): Promise<boolean> {
  const rows = await store.query(
    `insert into passkey (credential_id, person_id, public_key, counter, transports, aaguid, name,
       backed_up, created_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9
     where (select count(*) from passkey where person_id = $2) < $10
     on conflict (credential_id) do nothing returning 1 as one`,
    [
      row.credential_id,
      row.person_id,
      row.public_key,
      row.counter,
      row.transports,
      row.aaguid,
      row.name,
      row.backed_up,
      row.created_at,
      most,
    ],
  );
  return rows.length > 0;
}

/**
 * Records a use. A counter that does not grow is a copy of the key, unless it never counts: then it
 * is 0 both times. False when the use is refused.
 */
export async function usePasskey(
  store: Queryable,
  credentialId: Buffer,
  used: { readonly counter: bigint; readonly backedUp: boolean },
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `update passkey set counter = $2, backed_up = $3, last_used_at = $4
     where credential_id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning 1 as one`,
    [credentialId, used.counter, used.backedUp, new Date(nowMs).toISOString()],
  );
  return rows.length > 0;
}

export async function deletePasskey(
  store: Queryable,
  personId: string,
  credentialId: Buffer,
): Promise<boolean> {
  const rows = await store.query(
    'delete from passkey where person_id = $1 and credential_id = $2 returning 1 as one',
    [personId, credentialId],
  );
  return rows.length > 0;
}

/** The random handle under which devices keep a person's passkeys; made when first needed. */
export async function userHandleOf(
  store: Queryable,
  personId: string,
  fresh: Buffer,
): Promise<Buffer | null> {
  const rows = await store.query<{ user_handle: Buffer }>(
    `update credential set user_handle = coalesce(user_handle, $2) where person_id = $1
     returning user_handle`,
    [personId, fresh],
  );
  return rows[0]?.user_handle ?? null;
}

/** The handle, if it was ever needed. */
export async function knownHandleOf(store: Queryable, personId: string): Promise<Buffer | null> {
  const rows = await store.query<{ user_handle: Buffer | null }>(
    'select user_handle from credential where person_id = $1',
    [personId],
  );
  return rows[0]?.user_handle ?? null;
}

export async function renamePasskeyRow(
  store: Queryable,
  personId: string,
  credentialId: Buffer,
  name: string,
): Promise<boolean> {
  const rows = await store.query(
    `update passkey set name = $3 where person_id = $1 and credential_id = $2
     returning 1 as one`,
    [personId, credentialId, name],
  );
  return rows.length > 0;
}
