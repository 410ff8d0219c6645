import { decode, revive } from '@roadbook/api/wire';
import type { EntryKind, RecordedEntry } from '@roadbook/domain/contract/decision';
import type { PaymentFact } from '@roadbook/domain/contract/payment-fact';
import type { Account } from '@roadbook/domain/ledger/account';
import type { Posting } from '@roadbook/domain/ledger/posting';
import type { Line } from '@roadbook/domain/money/breakdown';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../../platform/database/store.ts';
import { completeFacts } from './stored-facts.ts';
import { inTodaysWords } from './stored-words.ts';

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
  const body = JSON.parse(inTodaysWords(row.body)) as EntryBody;
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
    after: { ...after, facts: completeFacts(after.facts), holds: after.holds ?? [] },
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
