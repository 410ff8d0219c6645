import { INVITATION_DAYS } from '../../people/invitation-code.ts';
import type { Queryable } from '../../platform/database/store.ts';

const DAY_MS = 86_400_000;

export type NewRecovery = {
  readonly letterId: string;
  readonly personId: string;
  readonly contractId: string;
  readonly codeHash: Buffer;
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly madeBy: string;
};

/**
 * Makes the code of a recovery and the letter that carries it, if the person has none that still
 * works; two at once make one.
 */
export async function insertRecovery(
  tx: Queryable,
  recovery: NewRecovery,
  nowMs: number,
): Promise<boolean> {
  await tx.query('select 1 from person where person_id = $1 for update', [recovery.personId]);
  const at = new Date(nowMs).toISOString();
  const open = await tx.query(
    `select 1 from invitation where person_id = $1 and purpose = 'recover' and used_at is null
       and expires_at > $2`,
    [recovery.personId, at],
  );
  if (open.length > 0) return false;
  await tx.query(
    `insert into invitation (code_hash, person_id, contract_id, purpose, made_at, made_by,
       expires_at) values ($1, $2, $3, 'recover', $4, $5, $6)`,
    [
      recovery.codeHash,
      recovery.personId,
      recovery.contractId,
      at,
      `staff:${recovery.madeBy}`,
      new Date(nowMs + INVITATION_DAYS * DAY_MS).toISOString(),
    ],
  );
  await tx.query(
    `insert into recovery_letter (letter_id, person_id, contract_id, code_hash, key_id, sealed,
       made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      recovery.letterId,
      recovery.personId,
      recovery.contractId,
      recovery.codeHash,
      recovery.keyId,
      recovery.sealed,
      at,
      recovery.madeBy,
    ],
  );
  return true;
}

/** The recovery of a person whose code still works. */
export async function recoveryOf(
  store: Queryable,
  personId: string,
  nowMs: number,
): Promise<{
  readonly startedAt: string;
  readonly isPrinted: boolean;
  readonly expiresAt: string;
} | null> {
  const [row] = await store.query<{
    made_at: string;
    expires_at: string;
    printed_at: string | null;
  }>(
    `select i.made_at, i.expires_at, l.printed_at from invitation i
     left join recovery_letter l using (code_hash)
     where i.person_id = $1 and i.purpose = 'recover' and i.used_at is null and i.expires_at > $2
     order by i.made_at desc limit 1`,
    [personId, new Date(nowMs).toISOString()],
  );
  if (row === undefined) return null;
  return {
    startedAt: row.made_at,
    isPrinted: row.printed_at !== null,
    expiresAt: row.expires_at,
  };
}

export type LetterRow = {
  readonly letter_id: string;
  readonly person_id: string;
  readonly contract_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly made_at: string;
  readonly contract_number: string;
};

/**
 * Takes the code out of a letter that is printed: once, and only if its code still works. The old
 * value is read before it is emptied, in one statement.
 */
export async function takeLetter(
  store: Queryable,
  letterId: string,
  printedBy: string,
  nowMs: number,
): Promise<LetterRow | null> {
  const [row] = await store.query<LetterRow>(
    `with l as (select l.* from recovery_letter l join invitation i using (code_hash)
       where l.letter_id = $1 and l.printed_at is null and i.used_at is null
         and i.expires_at > $3 for update of l),
       done as (update recovery_letter r set printed_at = $3, printed_by = $2, sealed = null
         from l where r.letter_id = l.letter_id returning r.letter_id)
     select l.letter_id, l.person_id, l.contract_id, l.key_id, l.sealed, l.made_at,
       c.contract_number
     from l join done using (letter_id) join contract c using (contract_id)`,
    [letterId, printedBy, new Date(nowMs).toISOString()],
  );
  return row ?? null;
}
