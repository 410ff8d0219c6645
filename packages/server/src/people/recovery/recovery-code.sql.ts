import type { Queryable } from '../../platform/database/store.ts';
import { INVITATION_DAYS } from '../invitation-code.ts';

const DAY_MS = 86_400_000;

export type NewRecovery = {
  readonly letterId: string;
  readonly personId: string;
  readonly contractId: string;
  readonly codeHash: Buffer;
  readonly keyId: string;
  readonly sealed: Buffer;
  /** Somebody of the desk; null where the person asked for it themselves. */
  readonly madeBy: string | null;
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
    `select 1 from invitation where person_id = $1 and purpose = 'recover' and way = 'letter'
       and used_at is null and expires_at > $2`,
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
      recovery.madeBy === null ? 'person' : `staff:${recovery.madeBy}`,
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
     where i.person_id = $1 and i.purpose = 'recover' and i.way = 'letter' and i.used_at is null
       and i.expires_at > $2
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

export type CallCode = {
  readonly personId: string;
  readonly contractId: string;
  readonly codeHash: Buffer;
};

/** Stores the code that somebody will read out on the telephone. Others of theirs stay good. */
export async function putCallCode(tx: Queryable, code: CallCode, nowMs: number): Promise<void> {
  const at = new Date(nowMs).toISOString();
  await tx.query(
    `insert into invitation (code_hash, person_id, contract_id, purpose, made_at, made_by,
       expires_at, way) values ($1, $2, $3, 'recover', $4, 'person', $5, 'call-back')`,
    [
      code.codeHash,
      code.personId,
      code.contractId,
      at,
      new Date(nowMs + INVITATION_DAYS * DAY_MS).toISOString(),
    ],
  );
}

/** Writes that the code of a call was heard; false where it is not the one that counts. */
export async function confirmCall(
  tx: Queryable,
  heard: { readonly personId: string; readonly codeHash: Buffer; readonly staffId: string },
  waitUntil: string,
  nowMs: number,
): Promise<boolean> {
  const rows = await tx.query(
    `update invitation set confirmed_at = $4, confirmed_by = $3, wait_until = $5
     where code_hash = $1 and person_id = $2 and purpose = 'recover' and way = 'call-back'
       and used_at is null and confirmed_at is null and expires_at > $4 returning 1 as one`,
    [heard.codeHash, heard.personId, heard.staffId, new Date(nowMs).toISOString(), waitUntil],
  );
  return rows.length > 0;
}

/** A code that somebody typed, as it counts now. */
export type TypedCode = {
  readonly code_hash: Buffer;
  readonly way: 'letter' | 'call-back';
  readonly confirmed_at: string | null;
  readonly wait_until: string | null;
};

/** The code of a person under one of these hashes, if it still works. */
export async function recoveryCodeOf(
  store: Queryable,
  personId: string,
  hashes: readonly [Buffer, Buffer],
  nowMs: number,
): Promise<TypedCode | null> {
  const [row] = await store.query<TypedCode>(
    `select code_hash, way, confirmed_at, wait_until from invitation
     where person_id = $1 and code_hash in ($2, $3) and purpose = 'recover' and used_at is null
       and expires_at > $4`,
    [personId, ...hashes, new Date(nowMs).toISOString()],
  );
  return row ?? null;
}

/** Begins the waiting time of a letter's code; false where somebody else began it. */
export async function beginWait(
  tx: Queryable,
  codeHash: Buffer,
  waitUntil: string,
): Promise<boolean> {
  const rows = await tx.query(
    `update invitation set wait_until = $2 where code_hash = $1 and wait_until is null
       and used_at is null returning 1 as one`,
    [codeHash, waitUntil],
  );
  return rows.length > 0;
}

/** Ends every way back in of a person that has been begun: it was used, or it was stopped. */
export async function endRecoveries(tx: Queryable, personId: string, nowMs: number): Promise<void> {
  await tx.query(
    `update invitation set used_at = $2 where person_id = $1 and purpose = 'recover'
       and used_at is null`,
    [personId, new Date(nowMs).toISOString()],
  );
  await tx.query(`delete from ceremony where person_id = $1 and purpose = 'lost-everything'`, [
    personId,
  ]);
}

/** Takes away what somebody lost: passkeys, app, recovery codes, and the devices we know. */
export async function forgetProofs(tx: Queryable, personId: string): Promise<void> {
  for (const table of ['passkey', 'authenticator', 'recovery_code', 'known_device']) {
    await tx.query(`delete from ${table} where person_id = $1`, [personId]);
  }
}
