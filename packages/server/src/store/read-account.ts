import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type Queryable, statement } from './store.ts';
import { arrayText } from './value-parsers.ts';

/** What screens show of a contract beside its state. */
export type AccountRow = {
  readonly contract_id: string;
  readonly contract_number: string;
  readonly deal: string;
  readonly asset_number: string;
  readonly boarded_as_of: BusinessDate;
  readonly model_year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly vin: string | null;
};

export type PointRow = {
  readonly contract_id: string;
  readonly seq: number;
  readonly kind: string;
  readonly effective_date: BusinessDate;
  readonly amount_cents: bigint;
  readonly balance_cents: bigint;
};

const ACCOUNTS = statement(
  'read-accounts',
  `select c.contract_id, c.contract_number, c.deal, c.asset_number, c.boarded_as_of,
     v.model_year, v.make, v.model, v.vin
   from contract c left join vehicle v using (contract_id)
   where c.contract_id = any($1::uuid[])
     and ($2::uuid is null or exists (select from contract_party p
       where p.contract_id = c.contract_id and p.person_id = $2))`,
);

const POINTS = statement(
  'read-points',
  `select contract_id, seq, kind, effective_date, amount_cents, balance_cents
   from entry where contract_id = any($1::uuid[]) order by contract_id, seq`,
);

/** Contract facts for screens, by contract id; only contracts of a person when one is named. */
export async function readAccounts(
  store: Queryable,
  contractIds: readonly string[],
  personId: string | null,
): Promise<Map<string, AccountRow>> {
  const rows = await store.query<AccountRow>(ACCOUNTS, [arrayText(contractIds), personId]);
  return new Map(rows.map((row) => [row.contract_id, row]));
}

/** What each entry was about and the balance it left: the points of a curve. */
export function readPoints(store: Queryable, contractIds: readonly string[]): Promise<PointRow[]> {
  return store.query<PointRow>(POINTS, [arrayText(contractIds)]);
}

const OF_PERSON = statement(
  'contracts-of-person',
  'select contract_id from contract_party where person_id = $1 order by contract_id',
);

export async function contractIdsOf(store: Queryable, personId: string): Promise<string[]> {
  const rows = await store.query<{ contract_id: string }>(OF_PERSON, [personId]);
  return rows.map((row) => row.contract_id);
}

const IS_PARTY = statement(
  'is-party',
  'select 1 as yes from contract_party where contract_id = $1 and person_id = $2',
);

export async function isParty(
  store: Queryable,
  contractId: string,
  personId: string,
): Promise<boolean> {
  return (await store.query(IS_PARTY, [contractId, personId])).length > 0;
}

export type FoundContract = AccountRow & {
  readonly product: 'loan' | 'lease';
  readonly status: string;
};

/** Contracts with a number, or with a deal and asset number. */
export function findContracts(
  store: Queryable,
  wanted: { readonly number: string } | { readonly deal: string; readonly assetNumber: string },
): Promise<FoundContract[]> {
  const [where, values] =
    'number' in wanted
      ? ['c.contract_number = $1', [wanted.number]]
      : ['c.deal = $1 and c.asset_number = $2', [wanted.deal, wanted.assetNumber]];
  return store.query<FoundContract>(
    `select c.contract_id, c.contract_number, c.deal, c.asset_number, c.boarded_as_of, c.product,
       s.status from contract c join contract_state s using (contract_id) where ${where}`,
    values,
  );
}
