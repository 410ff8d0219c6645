import type { PaymentPurpose } from '@roadbook/domain/contract/payment-fact';
import type { PaymentChannel } from '@roadbook/domain/contract/servicing-policy';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { type EntryBody, readBody } from '../book/read/entry-body.ts';
import type { ListedEntry, ReversalRow } from '../book/read/read-entries.ts';
import type { PostingRow } from '../book/read/read-history.ts';

export type TransactionContext = {
  readonly today: BusinessDate;
  readonly reversals: readonly ReversalRow[];
  readonly methods: ReadonlyMap<string, string>;
  /** When each payment that has not cleared will, by the sequence number of its first entry. */
  readonly clearsOn: ReadonlyMap<number, BusinessDate>;
  /** The entry id of each payment's first entry. */
  readonly paymentIds: ReadonlyMap<number, string>;
};

/** One entry as a row of the history. */
export function presentTransaction(entry: ListedEntry, context: TransactionContext) {
  const body = readBody(entry.body);
  const reversedBy = context.reversals.find(({ reverses }) => reverses === entry.seq);
  return {
    entryId: entry.entry_id,
    seq: entry.seq,
    kind: entry.kind as string,
    businessDate: entry.business_date as string,
    effectiveDate: entry.effective_date as string,
    recordedAt: entry.recorded_at,
    amountCents: entry.amount_cents.toString(),
    lines: body.lines.map((line) => ({ ...line, inputs: { ...line.inputs } })),
    payment: paymentOf(entry, body, reversedBy, context),
    promise: promiseOf(body),
    reading: readingOf(body),
    balanceCents: entry.balance_cents.toString(),
    reversesSeq: body.reverses ?? null,
    reversedBySeq: reversedBy?.seq ?? null,
    reason: body.memo?.reason ?? null,
  };
}

/** The day and the amount of a promised payment, from the memo of an entry that is about one. */
function promiseOf({ memo }: EntryBody) {
  if (memo?.scheduleId === undefined || memo.on === undefined) return null;
  return { on: memo.on, amountCents: memo.amountCents ?? '0' };
}

/** What the odometer showed and when, from the memo of a reading. */
function readingOf({ memo }: EntryBody) {
  if (memo?.miles === undefined || memo.readOn === undefined) return null;
  return { miles: Number(memo.miles), on: memo.readOn, source: memo.source ?? '' };
}

function paymentOf(
  entry: ListedEntry,
  body: EntryBody,
  reversedBy: ReversalRow | undefined,
  context: TransactionContext,
) {
  const fact = body.payment;
  if (fact === undefined) return null;
  const paymentSeq = Number(fact.paymentSeq);
  const clearsOn = context.clearsOn.get(paymentSeq) ?? null;
  return {
    paymentId: context.paymentIds.get(paymentSeq) ?? entry.entry_id,
    purpose: String(fact.purpose) as PaymentPurpose,
    channel: String(fact.channel) as PaymentChannel,
    methodLabel: context.methods.get(String(fact.methodId)) ?? null,
    state: stateOf(entry, reversedBy, clearsOn),
    clearsOn,
  };
}

function stateOf(
  entry: ListedEntry,
  reversedBy: ReversalRow | undefined,
  clearsOn: BusinessDate | null,
): 'accepted' | 'cleared' | 'reversed' | 'reapplied' {
  if (entry.kind === 'payment-reversed') return 'reversed';
  if (reversedBy !== undefined) {
    return wasTakenBack(reversedBy) ? 'reversed' : 'reapplied';
  }
  return clearsOn === null ? 'cleared' : 'accepted';
}

/** A payment taken back for good has a reason; one that was only re-applied has none. */
export function wasTakenBack(reversal: ReversalRow): boolean {
  return readBody(reversal.body).memo?.reason !== undefined;
}

/** Postings as integrators see them. */
export function presentPostings(rows: readonly PostingRow[], seq: number) {
  return rows
    .filter((row) => row.seq === seq)
    .map(({ debit, credit, cents }) => ({ debit, credit, cents: cents.toString() }));
}
