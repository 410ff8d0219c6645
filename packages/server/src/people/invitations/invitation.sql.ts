import type { Queryable } from '../../platform/database/store.ts';
import { arrayText, wordsText } from '../../platform/database/value-parsers.ts';

/** Somebody with a contract that is not over, and how far they are with an account. */
export type InvitableRow = {
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly contract_id: string;
  /** Their contracts' numbers, with commas between. */
  readonly numbers: string;
  readonly is_registered: boolean;
  readonly is_held: boolean;
  /** A letter whose code still counts. */
  readonly has_letter: boolean;
};

/** The people of these contracts, or of all where none are named, so many after a person. */
export function invitablePeople(
  store: Queryable,
  numbers: readonly string[],
  after: string | null,
  most: number,
  nowMs: number,
): Promise<InvitableRow[]> {
  return store.query<InvitableRow>(
    `select p.person_id, p.key_id, p.sealed, o.contract_id, o.numbers,
       exists (select from credential k where k.person_id = p.person_id) as is_registered,
       exists (select from person_hold h where h.person_id = p.person_id and h.lifted_at is null
         and h.from_at <= $4 and (h.until_at is null or h.until_at > $4)) as is_held,
       exists (select from invitation i where i.person_id = p.person_id
         and i.purpose = 'register' and i.used_at is null and i.expires_at > $4) as has_letter
     from person p join (
       select cp.person_id, min(c.contract_id::text)::uuid as contract_id,
         string_agg(c.contract_number, ', ' order by c.contract_number) as numbers
       from contract_party cp join contract c using (contract_id)
         join contract_state s using (contract_id)
       where s.status not in ('closed', 'paid-in-full')
         and ($1::text[] is null or c.contract_number = any($1::text[]))
         and ($2::uuid is null or cp.person_id > $2)
       group by cp.person_id order by cp.person_id limit $3) o using (person_id)
     order by p.person_id`,
    [numbers.length === 0 ? null : arrayText(numbers), after, most, new Date(nowMs).toISOString()],
  );
}

/** Those of the numbers that no contract has. */
export async function unknownNumbers(
  store: Queryable,
  numbers: readonly string[],
): Promise<string[]> {
  const rows = await store.query<{ n: string }>(
    `select n from unnest($1::text[]) n
     where not exists (select from contract c where c.contract_number = n)`,
    [arrayText(numbers)],
  );
  return rows.map(({ n }) => n);
}

export type NewInvitation = {
  readonly codeHash: Buffer;
  readonly personId: string;
  readonly contractId: string;
};

/** Stores the codes of letters; an earlier letter of the same person no longer counts. */
export async function insertInvitations(
  tx: Queryable,
  invitations: readonly NewInvitation[],
  madeMs: number,
  expiresMs: number,
): Promise<void> {
  const people = wordsText(invitations.map(({ personId }) => personId));
  const at = new Date(madeMs).toISOString();
  await tx.query(
    `update invitation set used_at = $2 where person_id = any($1::uuid[])
       and purpose = 'register' and used_at is null`,
    [people, at],
  );
  await tx.query(
    `insert into invitation (code_hash, person_id, contract_id, purpose, made_at, made_by,
       expires_at)
     select decode(code_hash, 'hex'), person_id, contract_id, 'register', $1, 'command-line', $2
     from unnest($3::text[], $4::uuid[], $5::uuid[]) w(code_hash, person_id, contract_id)`,
    [
      at,
      new Date(expiresMs).toISOString(),
      wordsText(invitations.map(({ codeHash }) => codeHash.toString('hex'))),
      people,
      wordsText(invitations.map(({ contractId }) => contractId)),
    ],
  );
}
