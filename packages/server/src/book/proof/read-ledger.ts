import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type Queryable, statement } from '../../platform/database/store.ts';

/** The place of an entry: contract by contract, and in order within each. */
export type Place = { readonly contractId: string; readonly seq: number };

export const BEFORE_ALL: Place = { contractId: '00000000-0000-0000-0000-000000000000', seq: 0 };
export const AFTER_ALL: Place = {
  contractId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  seq: 2_147_483_647,
};

export type LedgerEntry = {
  readonly contract_id: string;
  readonly seq: number;
  readonly entry_id: string;
  readonly key: string;
  readonly input_hash: Buffer | null;
  readonly kind: string;
  readonly product: string;
  readonly business_date: BusinessDate;
  readonly effective_date: BusinessDate;
  readonly amount_cents: bigint;
  readonly balance_cents: bigint;
  readonly body: string;
  readonly hash: Buffer;
};

export type LedgerPosting = {
  readonly contract_id: string;
  readonly seq: number;
  readonly n: number;
  readonly business_date: BusinessDate;
  readonly debit: string;
  readonly credit: string;
  readonly cents: bigint;
};

/** What the store says of a contract apart from its entries; nulls where a row is missing. */
export type ContractRows = {
  readonly contract_id: string;
  readonly contract_number: string | null;
  readonly contract_product: string | null;
  readonly number_owner: string | null;
  readonly asset_owner: string | null;
  readonly product: 'loan' | 'lease' | null;
  readonly version: number;
  readonly status: string;
  readonly facts: string;
  readonly holds: string;
  readonly balances: bigint[];
  readonly head: Buffer;
  readonly next_business_date: BusinessDate | null;
  readonly terms: string | null;
  readonly policy_id: string | null;
  readonly is_set_aside: boolean;
};

const ENTRIES = statement(
  'ledger-entries',
  `select contract_id, seq, entry_id, key, input_hash, kind, product, business_date,
     effective_date, amount_cents, balance_cents, body, hash
   from entry where (contract_id, seq) > ($1::uuid, $2::integer)
   order by contract_id, seq limit $3`,
);

const POSTINGS = statement(
  'ledger-postings',
  `select contract_id, seq, n, business_date, debit, credit, cents from posting
   where (contract_id, seq) > ($1::uuid, $2::integer)
     and (contract_id, seq) <= ($3::uuid, $4::integer)
   order by contract_id, seq, n`,
);

const CONTRACTS = statement(
  'ledger-contracts',
  `select coalesce(s.contract_id, c.contract_id) as contract_id, c.contract_number,
       c.product as contract_product,
     d.contract_id as number_owner, a.contract_id as asset_owner, s.product, s.version, s.status,
     s.facts, s.holds, s.balances, s.head, s.next_business_date, t.terms, t.policy_id,
     exists (select from set_aside x where x.contract_id = s.contract_id
       and x.business_date >= s.next_business_date) as is_set_aside
   from (select * from contract_state where contract_id > $1::uuid and contract_id <= $2::uuid) s
   full join (select * from contract where contract_id > $1::uuid and contract_id <= $2::uuid) c
     on c.contract_id = s.contract_id
   left join contract_terms t
     on t.contract_id = s.contract_id and t.terms_version = s.terms_version
   left join contract_number d on d.contract_number = c.contract_number
   left join asset a on a.deal = c.deal and a.asset_number = c.asset_number
   order by 1`,
);

/** How many contracts there are. */
export async function countContracts(store: Queryable): Promise<number> {
  const rows = await store.query<{ n: number }>(
    'select count(*)::integer as n from contract_state',
  );
  return rows[0]?.n ?? 0;
}

/** The next entries after a place, in order. */
export function readEntries(store: Queryable, after: Place, limit: number): Promise<LedgerEntry[]> {
  return store.query<LedgerEntry>(ENTRIES, [after.contractId, after.seq, limit]);
}

/** All postings after one place up to another, in order. */
export function readPostings(
  store: Queryable,
  after: Place,
  upTo: Place,
): Promise<LedgerPosting[]> {
  return store.query<LedgerPosting>(POSTINGS, [
    after.contractId,
    after.seq,
    upTo.contractId,
    upTo.seq,
  ]);
}

/** Every contract of a range of ids that has a state or a contract row, in order. */
export function readContractRows(
  store: Queryable,
  afterId: string,
  upToId: string,
): Promise<ContractRows[]> {
  return store.query<ContractRows>(CONTRACTS, [afterId, upToId]);
}
