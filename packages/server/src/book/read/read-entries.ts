import type { EntryKind } from '@roadbook/domain/contract/entry-kind';
import { type Queryable, statement } from '../../platform/database/store.ts';
import type { EntryRow, PostingRow } from './read-history.ts';

export type ListedEntry = EntryRow & {
  readonly amount_cents: bigint;
  readonly balance_cents: bigint;
};

const COLUMNS = `seq, entry_id, key, kind, business_date, effective_date, recorded_at, input_hash,
  body, hash, amount_cents, balance_cents`;

const NEWEST = statement(
  'newest-entries',
  `select ${COLUMNS} from entry where contract_id = $1 and seq < $2 order by seq desc limit $3`,
);
const OLDEST = statement(
  'oldest-entries',
  `select ${COLUMNS} from entry where contract_id = $1 and seq > $2 order by seq limit $3`,
);
const ONE = statement(
  'entry-by-id',
  `select ${COLUMNS} from entry where contract_id = $1 and entry_id = $2`,
);
const AT = statement(
  'entry-by-seq',
  `select ${COLUMNS} from entry where contract_id = $1 and seq = $2`,
);
const POSTINGS = statement(
  'postings-between',
  `select seq, n, debit, credit, cents, tax from posting
   where contract_id = $1 and seq between $2 and $3 order by seq, n`,
);
const REVERSALS = statement(
  'reversals',
  `select seq, (body::jsonb ->> 'reverses')::integer as reverses, body from entry
   where contract_id = $1 and kind like '%-reversed'`,
);

export function newestEntries(
  store: Queryable,
  contractId: string,
  before: number,
  limit: number,
): Promise<ListedEntry[]> {
  return store.query<ListedEntry>(NEWEST, [contractId, before, limit]);
}

export function oldestEntries(
  store: Queryable,
  contractId: string,
  after: number,
  limit: number,
): Promise<ListedEntry[]> {
  return store.query<ListedEntry>(OLDEST, [contractId, after, limit]);
}

/** The newest entries of one kind. */
export function entriesOfKind(
  store: Queryable,
  contractId: string,
  kind: EntryKind,
  limit: number,
): Promise<ListedEntry[]> {
  return store.query<ListedEntry>(
    `select ${COLUMNS} from entry where contract_id = $1 and kind = $2 order by seq desc limit $3`,
    [contractId, kind, limit],
  );
}

export async function entryById(
  store: Queryable,
  contractId: string,
  entryId: string,
): Promise<ListedEntry | null> {
  return (await store.query<ListedEntry>(ONE, [contractId, entryId]))[0] ?? null;
}

export async function entryAt(
  store: Queryable,
  contractId: string,
  seq: number,
): Promise<ListedEntry | null> {
  return (await store.query<ListedEntry>(AT, [contractId, seq]))[0] ?? null;
}

export function postingsBetween(
  store: Queryable,
  contractId: string,
  from: number,
  to: number,
): Promise<PostingRow[]> {
  return store.query<PostingRow>(POSTINGS, [contractId, from, to]);
}

export type ReversalRow = {
  readonly seq: number;
  readonly reverses: number;
  readonly body: string;
};

/** Which entries of a contract mirror which: few, so all of them. */
export function reversalsOf(store: Queryable, contractId: string): Promise<ReversalRow[]> {
  return store.query<ReversalRow>(REVERSALS, [contractId]);
}
