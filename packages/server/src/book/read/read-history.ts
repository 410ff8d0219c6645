import { decode, revive } from '@roadbook/api/wire';
import type { RecordedEntry } from '@roadbook/domain/contract/decision';
import type { EntryKind } from '@roadbook/domain/contract/entry-kind';
import type { GiveBackAct } from '@roadbook/domain/contract/give-back';
import type { PaymentFact } from '@roadbook/domain/contract/payment-fact';
import type { Account } from '@roadbook/domain/ledger/account';
import type { Posting } from '@roadbook/domain/ledger/posting';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../../platform/database/store.ts';
import { readBody, stateLeftBy } from './entry-body.ts';

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
  const body = readBody(row.body);
  return {
    seq: row.seq,
    kind: row.kind,
    businessDate: row.business_date,
    effectiveDate: row.effective_date,
    postings: postings.map(toPosting),
    lines: body.lines.map((line) => ({ ...line, cents: BigInt(line.cents) })),
    ...(body.payment === undefined ? {} : { payment: revive<PaymentFact>(body.payment) }),
    ...(body.act === undefined ? {} : { act: revive<GiveBackAct>(body.act) }),
    ...(body.reverses === undefined ? {} : { reverses: body.reverses }),
    after: stateLeftBy(body),
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
