import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type Queryable, statement } from '../../platform/database/store.ts';
import { arrayText, wordsText } from '../../platform/database/value-parsers.ts';
import {
  CONTRACT_COLUMNS,
  type ContractRow,
  type StoredContract,
  storedContracts,
} from './contract-row.ts';

const EARLIER_COLUMNS = `k.seq as entry_seq, k.entry_id, k.input_hash, k.recorded_at,
  k.business_date, k.body`;

/** The ids stand in a sub-select for the reason that `apply-decisions` gives. */
const READ_MANY = statement(
  'read-contracts',
  `select ${CONTRACT_COLUMNS}, ${EARLIER_COLUMNS}
   from unnest((select $1::uuid[]), $2::text[]) w(id, key)
   join contract_state s on s.contract_id = w.id
   join contract_terms t using (contract_id, terms_version)
   left join entry k on k.contract_id = w.id and k.key = w.key`,
);

const READ_ONE = statement(
  'read-contract',
  `select ${CONTRACT_COLUMNS}, ${EARLIER_COLUMNS}
   from contract_state s
   join contract_terms t using (contract_id, terms_version)
   left join entry k on k.contract_id = $1 and k.key = $2
   where s.contract_id = $1`,
);

const READ_DUE = statement(
  'read-due-contracts',
  `select ${CONTRACT_COLUMNS}, null::integer as entry_seq
   from contract_state s join contract_terms t using (contract_id, terms_version)
   where s.next_business_date <= $1 and s.contract_id > $2
   order by s.contract_id limit $3`,
);

/** Contracts with an earlier entry of the given key each, by contract id. */
export async function readContracts(
  store: Queryable,
  wanted: readonly { readonly contractId: string; readonly key: string }[],
): Promise<Map<string, StoredContract>> {
  const first = wanted[0];
  const rows =
    wanted.length === 1 && first !== undefined
      ? await store.query<ContractRow>(READ_ONE, [first.contractId, first.key])
      : await store.query<ContractRow>(READ_MANY, [
          wordsText(wanted.map(({ contractId }) => contractId)),
          arrayText(wanted.map(({ key }) => key)),
        ]);
  const stored = await storedContracts(store, rows);
  return new Map(stored.map((each) => [each.contract.contractId, each]));
}

/** One contract, or null when there is none. */
export async function readContract(
  store: Queryable,
  contractId: string,
): Promise<StoredContract | null> {
  const found = await readContracts(store, [{ contractId, key: '' }]);
  return found.get(contractId) ?? null;
}

/** Contracts whose close on a day has something to do, in order of id, after a given id. */
export async function readDueContracts(
  store: Queryable,
  on: BusinessDate,
  afterId: string,
  limit: number,
): Promise<StoredContract[]> {
  return storedContracts(store, await store.query<ContractRow>(READ_DUE, [on, afterId, limit]));
}
