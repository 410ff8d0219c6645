import { decode, revive } from '@roadbook/api/wire';
import type { Contract, LeaseFacts, LoanFacts } from '@roadbook/domain/contract/contract';
import type { EntryKind, RecordedEntry } from '@roadbook/domain/contract/decision';
import type { Hold } from '@roadbook/domain/contract/hold';
import type { LeaseTerms } from '@roadbook/domain/contract/lease-terms';
import type { LoanTerms } from '@roadbook/domain/contract/loan-terms';
import type { PaymentFact } from '@roadbook/domain/contract/payment-fact';
import type { ServicingPolicy } from '@roadbook/domain/contract/servicing-policy';
import type { Account } from '@roadbook/domain/ledger/account';
import type { Posting } from '@roadbook/domain/ledger/posting';
import type { Line } from '@roadbook/domain/money/breakdown';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { readPolicies } from './servicing-policy.ts';
import { type Queryable, statement } from './store.ts';
import { arrayText, wordsText } from './value-parsers.ts';

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

type Row = {
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

const COLUMNS = `s.contract_id, s.product, s.version, s.status, s.facts, s.holds, s.balances,
  s.head, t.terms, t.policy_id, (select open_day from business_day) as open_day`;

/** The ids stand in a sub-select for the reason that `apply-decisions` gives. */
const READ_MANY = statement(
  'read-contracts',
  `select ${COLUMNS}, k.seq as entry_seq, k.entry_id, k.input_hash, k.recorded_at, k.business_date,
    k.body
   from unnest((select $1::uuid[]), $2::text[]) w(id, key)
   join contract_state s on s.contract_id = w.id
   join contract_terms t using (contract_id, terms_version)
   left join entry k on k.contract_id = w.id and k.key = w.key`,
);

const READ_ONE = statement(
  'read-contract',
  `select ${COLUMNS}, k.seq as entry_seq, k.entry_id, k.input_hash, k.recorded_at, k.business_date,
    k.body
   from contract_state s
   join contract_terms t using (contract_id, terms_version)
   left join entry k on k.contract_id = $1 and k.key = $2
   where s.contract_id = $1`,
);

const READ_DUE = statement(
  'read-due-contracts',
  `select ${COLUMNS}, null::integer as entry_seq
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
      ? await store.query<Row>(READ_ONE, [first.contractId, first.key])
      : await store.query<Row>(READ_MANY, [
          wordsText(wanted.map(({ contractId }) => contractId)),
          arrayText(wanted.map(({ key }) => key)),
        ]);
  const stored = await fromRows(store, rows);
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
  return fromRows(store, await store.query<Row>(READ_DUE, [on, afterId, limit]));
}

async function fromRows(store: Queryable, rows: readonly Row[]): Promise<StoredContract[]> {
  const policies = await readPolicies(
    store,
    rows.map((row) => row.policy_id),
  );
  // Without its policy a rule throws, and the contract is set aside or the request fails.
  return rows.map((row) => fromRow(row, policies.get(row.policy_id) as ServicingPolicy));
}

function fromRow(row: Row, policy: ServicingPolicy): StoredContract {
  const common = {
    contractId: row.contract_id,
    version: row.version,
    balances: row.balances,
    holds: decode<Hold[]>(row.holds),
  };
  const contract =
    row.product === 'loan'
      ? {
          ...common,
          product: 'loan' as const,
          status: row.status as never,
          terms: { ...decode<Omit<LoanTerms, 'policy'>>(row.terms), policy },
          facts: decode<LoanFacts>(row.facts),
        }
      : {
          ...common,
          product: 'lease' as const,
          status: row.status as never,
          terms: { ...decode<Omit<LeaseTerms, 'policy'>>(row.terms), policy },
          facts: decode<LeaseFacts>(row.facts),
        };
  return {
    contract,
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

/** What an entry's body holds, as text: amounts are digit strings. */
export type EntryBody = {
  readonly lines: readonly (Omit<Line, 'cents'> & { readonly cents: string })[];
  readonly payment?: Record<string, unknown>;
  readonly reverses?: number;
  readonly memo?: Readonly<Record<string, string>>;
  /** What the command is answered; its lines are those of the entry unless it has its own. */
  readonly receipt?: Readonly<Record<string, unknown>>;
  readonly events?: readonly { readonly kind: string; readonly data: Record<string, string> }[];
  readonly after: { readonly status: string; readonly facts: unknown; readonly holds?: unknown };
};

export type EntryRow = {
  seq: number;
  entry_id: string;
  key: string;
  kind: EntryKind;
  business_date: BusinessDate;
  effective_date: BusinessDate;
  recorded_at: string;
  input_hash: Buffer | null;
  body: string;
  hash: Buffer;
};

export type PostingRow = {
  seq: number;
  n: number;
  debit: Account;
  credit: Account;
  cents: bigint;
  tax: string | null;
};

/** Every entry of a contract up to a version, in order, for decisions that look back. */
export async function readHistory(
  store: Queryable,
  contractId: string,
  version: number,
): Promise<RecordedEntry[]> {
  const entries = await store.query<EntryRow>(
    `select seq, entry_id, key, kind, business_date, effective_date, recorded_at, input_hash, body,
       hash from entry where contract_id = $1 and seq <= $2 order by seq`,
    [contractId, version],
  );
  const postings = await store.query<PostingRow>(
    `select seq, n, debit, credit, cents, tax from posting
     where contract_id = $1 and seq <= $2 order by seq, n`,
    [contractId, version],
  );
  const bySeq = new Map<number, PostingRow[]>();
  for (const row of postings) {
    const rows = bySeq.get(row.seq);
    if (rows === undefined) bySeq.set(row.seq, [row]);
    else rows.push(row);
  }
  return entries.map((row) => recordedEntry(row, bySeq.get(row.seq) ?? []));
}

function recordedEntry(row: EntryRow, postings: readonly PostingRow[]): RecordedEntry {
  const body = JSON.parse(row.body) as EntryBody;
  const after = revive<RecordedEntry['after']>(body.after);
  return {
    seq: row.seq,
    kind: row.kind,
    businessDate: row.business_date,
    effectiveDate: row.effective_date,
    postings: postings.map(toPosting),
    lines: body.lines.map((line) => ({ ...line, cents: BigInt(line.cents) })),
    ...(body.payment === undefined ? {} : { payment: revive<PaymentFact>(body.payment) }),
    ...(body.reverses === undefined ? {} : { reverses: body.reverses }),
    after: { ...after, holds: after.holds ?? [] },
  };
}

function toPosting({ debit, credit, cents, tax }: PostingRow): Posting {
  return {
    debit,
    credit,
    cents,
    ...(tax === null ? {} : { tax: decode<NonNullable<Posting['tax']>>(tax) }),
  };
}
