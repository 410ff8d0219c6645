import { decode } from '@roadbook/api/wire';
import type { Contract } from '@roadbook/domain/contract/contract';
import type { Hold } from '@roadbook/domain/contract/hold';
import type { ServicingPolicy } from '@roadbook/domain/contract/servicing-policy';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../../platform/database/store.ts';
import { readPolicies } from './servicing-policy.ts';
import { factsOf } from './stored-facts.ts';
import { termsOf } from './stored-terms.ts';
import { inTodaysWords } from './stored-words.ts';

/** A contract as the store has it, with the place of its chain and the open day. */
export type StoredContract = {
  readonly contract: Contract;
  readonly head: Buffer;
  readonly openDay: BusinessDate;
  /** An earlier entry with the key that was asked for. */
  readonly earlier: EarlierEntry | null;
};

export type EarlierEntry = {
  readonly seq: number;
  readonly entryId: string;
  readonly inputHash: Buffer | null;
  readonly recordedAt: string;
  readonly businessDate: BusinessDate;
  readonly body: string;
};

/** A contract's row, with the entry of a key beside it where one was asked for. */
export type ContractRow = {
  contract_id: string;
  product: 'loan' | 'lease';
  version: number;
  status: string;
  facts: string;
  holds: string;
  balances: bigint[];
  head: Buffer;
  terms: string;
  policy_id: string;
  open_day: BusinessDate;
  entry_seq: number | null;
  entry_id: string;
  input_hash: Buffer | null;
  recorded_at: string;
  business_date: BusinessDate;
  body: string;
};

/** The columns that hold a contract's state and terms. */
export type StateColumns = Pick<
  ContractRow,
  'contract_id' | 'product' | 'version' | 'status' | 'facts' | 'holds' | 'balances' | 'terms'
>;

/** The columns of a `ContractRow` that are the contract's own, of `s` and `t`. */
export const CONTRACT_COLUMNS = `s.contract_id, s.product, s.version, s.status, s.facts, s.holds,
  s.balances, s.head, t.terms, t.policy_id, (select open_day from business_day) as open_day`;

/** Contracts as the domain knows them, in the order of their rows. */
export async function storedContracts(
  store: Queryable,
  rows: readonly ContractRow[],
): Promise<StoredContract[]> {
  const policies = await readPolicies(
    store,
    rows.map((row) => row.policy_id),
  );
  // Without its policy a rule throws, and the contract is set aside or the request fails.
  return rows.map((row) => fromRow(row, policies.get(row.policy_id) as ServicingPolicy));
}

function fromRow(row: ContractRow, policy: ServicingPolicy): StoredContract {
  return {
    contract: contractOf(row, policy),
    head: row.head,
    openDay: row.open_day,
    earlier:
      row.entry_seq === null
        ? null
        : {
            seq: row.entry_seq,
            entryId: row.entry_id,
            inputHash: row.input_hash,
            recordedAt: row.recorded_at,
            businessDate: row.business_date,
            body: row.body,
          },
  };
}

/**
 * A contract from its columns, whatever build wrote them. The product and the proof both read
 * stored state here and nowhere else.
 */
export function contractOf(row: StateColumns, policy: ServicingPolicy): Contract {
  const common = {
    contractId: row.contract_id,
    version: row.version,
    balances: row.balances,
    holds: decode<Hold[]>(row.holds),
  };
  const facts = factsOf(JSON.parse(inTodaysWords(row.facts)));
  const terms = termsOf(row.product, row.terms, policy);
  return { ...common, product: row.product, status: row.status, terms, facts } as Contract;
}
