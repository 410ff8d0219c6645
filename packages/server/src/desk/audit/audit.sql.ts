import type { Queryable } from '../../platform/database/store.ts';

export type AccessRow = {
  readonly access_id: string;
  readonly who: string;
  readonly person_id: string | null;
  readonly contract_number: string | null;
  readonly what: string;
  readonly at: string;
  readonly reason: string | null;
  readonly key_id: string | null;
  readonly sealed: Buffer | null;
  readonly staff_id: string | null;
  readonly staff_key_id: string | null;
  readonly staff_sealed: Buffer | null;
};

export type AccessFilter = {
  /** Days by the lender's clock, both of them in it. */
  readonly from: string | null;
  readonly to: string | null;
  readonly what: string | null;
  readonly who: string | null;
};

/** Rows of the access log; ids are made in the order of time, so a page begins before an id. */
const ROWS = `select a.access_id, a.who, a.person_id, c.contract_number, a.what, a.at, a.reason,
    a.key_id, a.sealed, m.staff_id, m.key_id as staff_key_id, m.sealed as staff_sealed
  from access_log a left join contract c on c.contract_id = a.contract_id
  left join staff m on a.who = 'staff:' || m.staff_id
  where ($1::date is null or a.at >= ($1::date)::timestamp at time zone $5)
    and ($2::date is null or a.at < (($2::date) + 1)::timestamp at time zone $5)
    and ($3::text is null or a.what = $3 or a.what like $3 || ':%')
    and ($4::text is null or a.who = $4)`;

export function newestAccess(
  store: Queryable,
  filter: AccessFilter,
  page: { readonly timeZone: string; readonly before: string | null; readonly limit: number },
): Promise<AccessRow[]> {
  return store.query<AccessRow>(
    `${ROWS} and ($6::uuid is null or (a.at, a.access_id) <
       (select b.at, b.access_id from access_log b where b.access_id = $6))
     order by a.at desc, a.access_id desc limit $7`,
    [...valuesOf(filter, page.timeZone), page.before, page.limit],
  );
}

export function oldestAccess(
  store: Queryable,
  filter: AccessFilter,
  page: { readonly timeZone: string; readonly after: string | null; readonly limit: number },
): Promise<AccessRow[]> {
  return store.query<AccessRow>(
    `${ROWS} and ($6::uuid is null or (a.at, a.access_id) >
       (select b.at, b.access_id from access_log b where b.access_id = $6))
     order by a.at, a.access_id limit $7`,
    [...valuesOf(filter, page.timeZone), page.after, page.limit],
  );
}

function valuesOf({ from, to, what, who }: AccessFilter, timeZone: string) {
  return [from, to, what, who, timeZone];
}
