import type { Queryable } from '../../platform/database/store.ts';

/** Replaces every recovery code of a person. */
export async function replaceRecoveryCodes(
  tx: Queryable,
  personId: string,
  hashes: readonly Buffer[],
  nowMs: number,
): Promise<void> {
  await tx.query('delete from recovery_code where person_id = $1', [personId]);
  const at = new Date(nowMs).toISOString();
  for (const hash of hashes) {
    await tx.query(
      'insert into recovery_code (person_id, code_hash, made_at) values ($1, $2, $3)',
      [personId, hash, at],
    );
  }
}

/** Uses a code up; true for the one caller that did. */
export async function useRecoveryCode(
  store: Queryable,
  personId: string,
  codeHash: Buffer,
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `update recovery_code set used_at = $3
     where person_id = $1 and code_hash = $2 and used_at is null returning 1 as one`,
    [personId, codeHash, new Date(nowMs).toISOString()],
  );
  return rows.length > 0;
}
