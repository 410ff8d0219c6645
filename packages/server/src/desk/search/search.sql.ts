import type { Queryable } from '../../platform/database/store.ts';
import { arrayText, wordsText } from '../../platform/database/value-parsers.ts';

export type PersonToSearch = {
  readonly person_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
};

/** People whose search keys were not made of what is stored now; an index holds exactly those. */
export function peopleToMakeSearchable(store: Queryable, limit: number): Promise<PersonToSearch[]> {
  return store.query<PersonToSearch>(
    `select person_id, key_id, sealed from person
     where search_of is distinct from md5(sealed) order by person_id limit $1`,
    [limit],
  );
}

export async function countToMakeSearchable(store: Queryable): Promise<number> {
  const [row] = await store.query<{ n: bigint }>(
    'select count(*) as n from person where search_of is distinct from md5(sealed)',
  );
  return Number(row?.n ?? 0n);
}

export type SearchKeyRow = {
  readonly personId: string;
  readonly kind: string;
  readonly hash: Buffer;
};

/**
 * Replaces the keys of people. Whoever was changed while they were made stays in the index of those
 * to do, because what they were made of is written beside them.
 */
export async function replaceSearchKeys(
  tx: Queryable,
  people: readonly PersonToSearch[],
  keys: readonly SearchKeyRow[],
): Promise<void> {
  const ids = wordsText(people.map(({ person_id }) => person_id));
  await tx.query('delete from search_key where person_id = any($1::uuid[])', [ids]);
  await tx.query(
    `insert into search_key (kind, hash, person_id)
     select kind, decode(hash, 'hex'), person_id
     from unnest($1::text[], $2::text[], $3::uuid[]) k(kind, hash, person_id)
     on conflict do nothing`,
    [
      wordsText(keys.map(({ kind }) => kind)),
      wordsText(keys.map(({ hash }) => hash.toString('hex'))),
      wordsText(keys.map(({ personId }) => personId)),
    ],
  );
  await tx.query(
    `update person p set search_of = md5(decode(w.sealed, 'hex'))
     from unnest($1::uuid[], $2::text[]) w(person_id, sealed) where p.person_id = w.person_id`,
    [ids, wordsText(people.map(({ sealed }) => sealed.toString('hex')))],
  );
}

/** A person that was found, and by what. */
export type Hit = { readonly person_id: string; readonly found_by: string };

export type Lookup = {
  readonly names: readonly Buffer[];
  readonly phone: Buffer | null;
  readonly lastFour: Buffer | null;
  readonly login: Buffer | null;
  readonly contractNumber: string | null;
  readonly vin: string | null;
  readonly vinEnd: string | null;
};

/**
 * Who fits one of the things that a text may mean; of a name's words all have to fit. Each part
 * goes through an index. `limit` and one more are returned, so that the caller sees that there are
 * more.
 */
export function findPeople(store: Queryable, lookup: Lookup, limit: number): Promise<Hit[]> {
  return store.query<Hit>(
    `with hit as (
       (select person_id, 'name' as found_by from search_key
         where kind = 'name' and hash in (select decode(h, 'hex') from unnest($1::text[]) h)
         group by person_id having count(*) = $2 and $2 > 0 limit $8)
       union all
       (select person_id, kind from search_key
         where (kind = 'phone' and hash = $3) or (kind = 'last-four' and hash = $4) limit $8)
       union all
       select person_id, 'user-name' from login where login_hash = $5
       union all
       select p.person_id, 'contract-number' from contract_number n
         join contract_party p using (contract_id) where n.contract_number in ($6, upper($6))
       union all
       (select p.person_id, 'vin' from vin v join contract_party p using (contract_id)
         where v.vin = $7 or right(v.vin, 6) = $9 limit $8))
     select distinct person_id, found_by from hit order by person_id, found_by`,
    [
      arrayText(lookup.names.map((hash) => hash.toString('hex'))),
      lookup.names.length,
      lookup.phone,
      lookup.lastFour,
      lookup.login,
      lookup.contractNumber,
      lookup.vin,
      limit + 1,
      lookup.vinEnd,
    ],
  );
}

/** A person with one of their contracts; with none, the columns of the contract are null. */
export type PersonContractRow = PersonToSearch & {
  readonly contract_id: string | null;
  readonly contract_number: string;
  readonly role: string;
  readonly product: 'loan' | 'lease';
  readonly status: string;
  readonly model_year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly vin: string | null;
};

export function peopleWithContracts(
  store: Queryable,
  personIds: readonly string[],
): Promise<PersonContractRow[]> {
  return store.query<PersonContractRow>(
    `select p.person_id, p.key_id, p.sealed, c.contract_id, c.contract_number, cp.role, c.product,
       s.status, v.model_year, v.make, v.model, v.vin
     from person p left join contract_party cp using (person_id)
     left join contract c using (contract_id) left join contract_state s using (contract_id)
     left join vehicle v using (contract_id)
     where p.person_id = any($1::uuid[]) order by p.person_id, c.contract_number`,
    [wordsText(personIds)],
  );
}
