import type { Queryable } from '../../platform/database/store.ts';
import type { LedgerRule, Note } from './ledger-fault.ts';

type Search = { readonly rule: LedgerRule; readonly what: string; readonly sql: string };

const KEPT_PER_SEARCH = 100;

/** Rows that belong to an entry or to a contract, and where they would be without it. */
const SEARCHES: readonly Search[] = [
  {
    rule: 'message-without-entry',
    what: 'A message in the outbox has no entry.',
    sql: `select contract_id from outbox o where not exists (select from entry e
      where e.contract_id = o.contract_id and e.seq = o.seq)`,
  },
  ...[
    'contract_terms',
    'contract_number',
    'asset',
    'vin',
    'vehicle',
    'contract_party',
    'party_change',
  ].map(
    (table): Search => ({
      rule: 'row-without-contract',
      what: `A row of ${table} names a contract that is not there.`,
      sql: `select contract_id from ${table} x where not exists (select from contract c
        where c.contract_id = x.contract_id)`,
    }),
  ),
  {
    rule: 'row-without-contract',
    what: 'A row of contract_number leads to a contract of another number.',
    sql: `select d.contract_id from contract_number d join contract c using (contract_id)
      where c.contract_number <> d.contract_number`,
  },
  {
    rule: 'row-without-contract',
    what: 'A row of asset leads to a contract of another asset.',
    sql: `select a.contract_id from asset a join contract c using (contract_id)
      where (c.deal, c.asset_number) <> (a.deal, a.asset_number)`,
  },
  {
    rule: 'row-without-contract',
    what: 'A party of the contract names a person who is not there.',
    sql: `select p.contract_id from contract_party p where not exists (select from person x
      where x.person_id = p.person_id)`,
  },
];

/** Searches whole tables for rows that belong to nothing. */
export async function checkStrays(store: Queryable, note: Note): Promise<void> {
  for (const { rule, what, sql } of SEARCHES) {
    const rows = await store.query<{ contract_id: string }>(
      `select distinct contract_id from (${sql}) found order by 1 limit ${KEPT_PER_SEARCH}`,
    );
    for (const { contract_id: id } of rows) note(id, rule, what);
  }
}
