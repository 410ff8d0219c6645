import type { Queryable } from '../database/store.ts';

/** A value sealed with a key, kept so that other keys are noticed at the next start. */
export type KeyCheck = { readonly keyId: string; readonly sealed: Buffer };

export async function readKeyChecks(store: Queryable): Promise<readonly KeyCheck[]> {
  const rows = await store.query<{ key_id: string; sealed: Buffer }>(
    'select key_id, sealed from key_check',
  );
  return rows.map(({ key_id: keyId, sealed }) => ({ keyId, sealed }));
}

export async function insertKeyCheck(store: Queryable, check: KeyCheck): Promise<void> {
  await store.query('insert into key_check values ($1, $2) on conflict do nothing', [
    check.keyId,
    check.sealed,
  ]);
}
