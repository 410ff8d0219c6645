import type { Queryable } from '../../platform/database/store.ts';

/** The authenticator app of a person; the secret is sealed. */
export type AuthenticatorRow = {
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly made_at: string;
  readonly confirmed_at: string | null;
  readonly last_step: bigint;
};

export async function authenticatorOf(
  store: Queryable,
  personId: string,
): Promise<AuthenticatorRow | undefined> {
  const rows = await store.query<AuthenticatorRow>(
    'select * from authenticator where person_id = $1',
    [personId],
  );
  return rows[0];
}

/** Begins one, unless a confirmed one is there. True when it did. */
export async function putAuthenticator(
  store: Queryable,
  personId: string,
  { keyId, sealed }: { readonly keyId: string; readonly sealed: Buffer },
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `insert into authenticator (person_id, key_id, sealed, made_at) values ($1, $2, $3, $4)
     on conflict (person_id) do update set key_id = $2, sealed = $3, made_at = $4, last_step = 0
       where authenticator.confirmed_at is null
     returning 1 as one`,
    [personId, keyId, sealed, new Date(nowMs).toISOString()],
  );
  return rows.length > 0;
}

/** Uses a time step once: a code that was seen does not count again. True when it is new. */
export async function useStep(
  store: Queryable,
  personId: string,
  step: bigint,
  confirmedAt: string,
): Promise<boolean> {
  const rows = await store.query(
    `update authenticator set last_step = $2, confirmed_at = coalesce(confirmed_at, $3)
     where person_id = $1 and last_step < $2 returning 1 as one`,
    [personId, step, confirmedAt],
  );
  return rows.length > 0;
}

export async function deleteAuthenticator(store: Queryable, personId: string): Promise<boolean> {
  const rows = await store.query(
    'delete from authenticator where person_id = $1 returning 1 as one',
    [personId],
  );
  return rows.length > 0;
}
