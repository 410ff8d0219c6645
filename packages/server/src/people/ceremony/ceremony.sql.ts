import type { Purpose } from '@roadbook/domain/person/ceremony';
import type { Proof } from '@roadbook/domain/person/proof';
import type { Queryable } from '../../platform/database/store.ts';

/** A ceremony as it is stored. `sealed` holds what was typed so far, and codes never. */
export type CeremonyRow = {
  readonly token_hash: Buffer;
  readonly purpose: Purpose;
  readonly person_id: string | null;
  readonly proven: string;
  readonly key_id: string | null;
  readonly sealed: Buffer | null;
  readonly network_hash: Buffer;
  readonly created_at: string;
  readonly expires_at: string;
  readonly wait_until: string | null;
};

export async function insertCeremony(store: Queryable, row: CeremonyRow): Promise<void> {
  await store.query(
    `insert into ceremony (token_hash, purpose, person_id, proven, key_id, sealed, network_hash,
       created_at, expires_at, wait_until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.token_hash,
      row.purpose,
      row.person_id,
      row.proven,
      row.key_id,
      row.sealed,
      row.network_hash,
      row.created_at,
      row.expires_at,
      row.wait_until,
    ],
  );
}

/** The ceremony of a token, unless it has ended. */
export async function ceremonyOf(
  store: Queryable,
  tokenHash: Buffer,
  nowMs: number,
): Promise<CeremonyRow | undefined> {
  const rows = await store.query<CeremonyRow>(
    'select * from ceremony where token_hash = $1 and expires_at > $2',
    [tokenHash, new Date(nowMs).toISOString()],
  );
  return rows[0];
}

/** Adds a proof, if nobody has changed the ceremony since it was read; says whether it did. */
export async function addProof(
  store: Queryable,
  row: Pick<CeremonyRow, 'token_hash' | 'proven'>,
  proven: readonly Proof[],
  change: { readonly personId?: string; readonly waitUntil?: string } = {},
): Promise<boolean> {
  const rows = await store.query(
    `update ceremony set proven = $3, person_id = coalesce($4, person_id),
       wait_until = coalesce($5, wait_until)
     where token_hash = $1 and proven = $2 returning 1`,
    [
      row.token_hash,
      row.proven,
      JSON.stringify(proven),
      change.personId ?? null,
      change.waitUntil ?? null,
    ],
  );
  return rows.length === 1;
}

/** Replaces what was typed so far. */
export async function keepTyped(
  store: Queryable,
  tokenHash: Buffer,
  sealed: { readonly keyId: string; readonly sealed: Buffer },
): Promise<void> {
  await store.query('update ceremony set key_id = $2, sealed = $3 where token_hash = $1', [
    tokenHash,
    sealed.keyId,
    sealed.sealed,
  ]);
}

/** Ends a ceremony; true for the one caller that ended it. */
export async function endCeremony(store: Queryable, tokenHash: Buffer): Promise<boolean> {
  const rows = await store.query('delete from ceremony where token_hash = $1 returning 1', [
    tokenHash,
  ]);
  return rows.length === 1;
}
