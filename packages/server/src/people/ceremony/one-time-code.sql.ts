import type { Proof } from '@roadbook/domain/person/proof';
import type { Queryable } from '../../platform/database/store.ts';

/** A code may be tried so often. */
export const CODE_TRIES = 5;

/** Stores a code in place of an earlier one of the same scope and kind. */
export async function putCode(
  store: Queryable,
  code: { readonly scope: Buffer; readonly proof: Proof; readonly codeHash: Buffer },
  nowMs: number,
  expiresMs: number,
): Promise<void> {
  await store.query(
    `insert into one_time_code (scope, proof, code_hash, sent_at, expires_at)
     values ($1, $2, $3, $4, $5)
     on conflict (scope, proof) do update set code_hash = excluded.code_hash,
       sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0, used_at = null`,
    [
      code.scope,
      code.proof,
      code.codeHash,
      new Date(nowMs).toISOString(),
      new Date(expiresMs).toISOString(),
    ],
  );
}

export type CodeTry = 'right' | 'wrong' | 'used-up';

/**
 * Tries a code once, in one statement: the try counts before anything is compared, so that five
 * tries at the same time are five tries. A right code can be used once.
 */
export async function tryCode(
  store: Queryable,
  code: { readonly scope: Buffer; readonly proof: Proof; readonly codeHash: Buffer },
  nowMs: number,
): Promise<CodeTry> {
  const rows = await store.query<{ is_right: boolean }>(
    `update one_time_code set tries = tries + 1,
       used_at = case when code_hash = $3 then $4::timestamptz end
     where scope = $1 and proof = $2 and used_at is null and expires_at > $4 and tries < $5
     returning code_hash = $3 as is_right`,
    [code.scope, code.proof, code.codeHash, new Date(nowMs).toISOString(), CODE_TRIES],
  );
  const [row] = rows;
  if (row === undefined) return 'used-up';
  return row.is_right ? 'right' : 'wrong';
}
