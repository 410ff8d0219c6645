import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type Queryable, statement } from '../../platform/database/store.ts';

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
