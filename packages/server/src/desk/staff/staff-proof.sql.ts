import type { Queryable } from '../../platform/database/store.ts';

export type StaffProofRow = {
  readonly proof_id: string;
  readonly staff_id: string;
  readonly kind: 'passkey' | 'authenticator';
  readonly name: string;
  readonly credential_id: Buffer | null;
  readonly public_key: Buffer | null;
  readonly counter: bigint;
  readonly transports: string | null;
  readonly key_id: string | null;
  readonly sealed: Buffer | null;
  readonly last_step: bigint;
  readonly made_at: string;
  readonly last_used_at: string | null;
};

export type NewStaffProof = {
  readonly proofId: string;
  readonly staffId: string;
  readonly name: string;
} & (
  | { readonly kind: 'authenticator'; readonly keyId: string; readonly sealed: Buffer }
  | {
      readonly kind: 'passkey';
      readonly credentialId: Buffer;
      readonly publicKey: Buffer;
      readonly counter: number;
      readonly transports: string;
    }
);

/** Keeps a proof; false where the passkey is known already. */
export async function insertStaffProof(
  store: Queryable,
  proof: NewStaffProof,
  lastStep: number,
  nowMs: number,
): Promise<boolean> {
  const passkey = proof.kind === 'passkey' ? proof : null;
  const app = proof.kind === 'authenticator' ? proof : null;
  const rows = await store.query(
    `insert into staff_proof (proof_id, staff_id, kind, name, credential_id, public_key, counter,
       transports, key_id, sealed, last_step, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict do nothing returning 1`,
    [
      proof.proofId,
      proof.staffId,
      proof.kind,
      proof.name,
      passkey?.credentialId ?? null,
      passkey?.publicKey ?? null,
      passkey?.counter ?? 0,
      passkey?.transports ?? null,
      app?.keyId ?? null,
      app?.sealed ?? null,
      lastStep,
      new Date(nowMs).toISOString(),
    ],
  );
  return rows.length === 1;
}

export function proofsOfStaff(store: Queryable, staffId: string): Promise<StaffProofRow[]> {
  return store.query<StaffProofRow>(
    'select * from staff_proof where staff_id = $1 order by made_at, proof_id',
    [staffId],
  );
}

/** The passkey with an id, unless its account was closed. */
export async function passkeyOfStaff(
  store: Queryable,
  credentialId: Buffer,
): Promise<StaffProofRow | undefined> {
  const rows = await store.query<StaffProofRow>(
    `select p.* from staff_proof p join staff m using (staff_id)
     where p.credential_id = $1 and m.disabled_at is null`,
    [credentialId],
  );
  return rows[0];
}

/** Uses up the code of a step; false where it, or a later one, was used before. */
export async function useStep(
  store: Queryable,
  proofId: string,
  step: number,
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `update staff_proof set last_step = $2, last_used_at = $3
     where proof_id = $1 and last_step < $2 returning 1`,
    [proofId, step, new Date(nowMs).toISOString()],
  );
  return rows.length === 1;
}

export async function countPasskeyUse(
  store: Queryable,
  proofId: string,
  counter: number,
  nowMs: number,
): Promise<void> {
  await store.query('update staff_proof set counter = $2, last_used_at = $3 where proof_id = $1', [
    proofId,
    counter,
    new Date(nowMs).toISOString(),
  ]);
}

export type Removal = 'removed' | 'not-found' | 'last';

/** Removes a proof if another one is left; two removals at once leave one. */
export async function removeStaffProof(
  store: Queryable,
  staffId: string,
  proofId: string,
): Promise<Removal> {
  const rows = await store.query<{ proof_id: string }>(
    'select proof_id from staff_proof where staff_id = $1 order by proof_id for update',
    [staffId],
  );
  if (!rows.some((row) => row.proof_id === proofId)) return 'not-found';
  if (rows.length === 1) return 'last';
  await store.query('delete from staff_proof where proof_id = $1', [proofId]);
  return 'removed';
}
