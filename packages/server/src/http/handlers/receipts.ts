import type { Contract, ScheduledPayment } from '@roadbook/domain/contract/contract';
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { storedBreakdown } from '../../present/breakdown.ts';
import { wasTakenBack } from '../../present/transaction.ts';
import type { AccountRow } from '../../store/read-account.ts';
import type { EntryBody, StoredContract } from '../../store/read-contract.ts';
import { entryById, type ListedEntry, reversalsOf } from '../../store/read-entries.ts';
import type { Queryable } from '../../store/store.ts';
import { ProblemError } from '../problem-reply.ts';

type Parts = {
  readonly stored: StoredContract;
  readonly account: AccountRow;
  readonly methods: ReadonlyMap<string, string>;
};

/** The short form of an id that a person can read out. */
export function referenceOf(id: string): string {
  return id
    .slice(-12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** The receipt of a payment or promised payment by its id, as it stands now. */
export async function receiptOf(store: Queryable, parts: Parts, paymentId: string) {
  const { contract } = parts.stored;
  const scheduled = contract.facts.scheduled.find((each) => each.scheduleId === paymentId);
  if (scheduled !== undefined) {
    return scheduledReceipt(parts, scheduled, await promisedAt(store, contract, paymentId));
  }
  const entry = await entryById(store, contract.contractId, paymentId);
  if (entry?.kind === 'payment') return paymentReceipt(store, parts, entry);
  const gone = await endedSchedule(store, contract, paymentId);
  if (gone === null) throw new ProblemError('payment-not-found');
  return gone(parts);
}

async function paymentReceipt(store: Queryable, parts: Parts, entry: ListedEntry) {
  const { stored, account, methods } = parts;
  const { contract, openDay } = stored;
  const body = JSON.parse(entry.body) as EntryBody;
  const paymentSeq = Number(body.payment?.paymentSeq ?? entry.seq);
  const reversals = await reversalsOf(store, contract.contractId);
  const isReversed = reversals.some(
    (each) =>
      wasTakenBack(each) &&
      Number((JSON.parse(each.body) as EntryBody).payment?.paymentSeq) === paymentSeq,
  );
  const uncleared = contract.facts.uncleared.find(({ seq }) => seq === paymentSeq);
  const due = amountDueOf(contract, openDay);
  return {
    paymentId: entry.entry_id,
    reference: referenceOf(entry.entry_id),
    contractId: contract.contractId,
    contractNumber: account.contract_number,
    state: isReversed
      ? ('reversed' as const)
      : uncleared === undefined
        ? ('cleared' as const)
        : ('accepted' as const),
    amountCents: String(body.payment?.amountCents ?? entry.amount_cents),
    purpose: String(body.payment?.purpose ?? 'regular'),
    on: entry.effective_date as string,
    recordedAt: entry.recorded_at,
    clearsOn: (uncleared?.clearsOn ?? null) as string | null,
    methodLabel: methods.get(String(body.payment?.methodId)) ?? null,
    split: storedBreakdown(body.lines.map((line) => ({ ...line, inputs: { ...line.inputs } }))),
    balanceAfterCents: entry.balance_cents.toString(),
    nextDueDate: due.nextDueDate as string | null,
    nextPaymentCents: due.nextPaymentCents.toString(),
  };
}

/** The receipt of a payment that is promised and not drawn yet. */
export function scheduledReceipt(
  { stored, account, methods }: Parts,
  scheduled: ScheduledPayment,
  recordedAt: string,
) {
  return {
    paymentId: scheduled.scheduleId,
    reference: referenceOf(scheduled.scheduleId),
    contractId: stored.contract.contractId,
    contractNumber: account.contract_number,
    state: 'scheduled' as const,
    amountCents: scheduled.amountCents.toString(),
    purpose: scheduled.purpose as string,
    on: scheduled.on as string,
    recordedAt,
    clearsOn: null,
    methodLabel: methods.get(scheduled.methodId) ?? null,
    split: null,
    balanceAfterCents: null,
    nextDueDate: null,
    nextPaymentCents: null,
  };
}

async function promisedAt(
  store: Queryable,
  contract: Contract,
  scheduleId: string,
): Promise<string> {
  const [row] = await scheduleEntries(store, contract, scheduleId);
  return row?.recorded_at ?? '';
}

type ScheduleEntry = { kind: string; recorded_at: string; body: string };

function scheduleEntries(
  store: Queryable,
  contract: Contract,
  scheduleId: string,
): Promise<ScheduleEntry[]> {
  return store.query<ScheduleEntry>(
    `select kind, recorded_at, body from entry
     where contract_id = $1 and kind in ('payment-scheduled', 'scheduled-payment-cancelled',
       'scheduled-payment-skipped') and body::jsonb -> 'memo' ->> 'scheduleId' = $2
     order by seq`,
    [contract.contractId, scheduleId],
  );
}

/** A promised payment that was cancelled, skipped or drawn: what became of it. */
async function endedSchedule(store: Queryable, contract: Contract, scheduleId: string) {
  const rows = await scheduleEntries(store, contract, scheduleId);
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return null;
  const memo = (JSON.parse(first.body) as EntryBody).memo ?? {};
  const promised = promise(memo, scheduleId);
  if (last.kind === 'payment-scheduled') return null;
  const state =
    last.kind === 'scheduled-payment-cancelled' ? ('cancelled' as const) : ('skipped' as const);
  return (parts: Parts) => ({
    ...scheduledReceipt(parts, promised, last.recorded_at),
    state,
  });
}

function promise(memo: Readonly<Record<string, string>>, scheduleId: string): ScheduledPayment {
  return {
    scheduleId,
    amountCents: BigInt(memo.amountCents ?? '0'),
    on: (memo.on ?? '') as BusinessDate,
    purpose: 'regular',
    channel: 'bank-debit',
    methodId: '',
  };
}

function amountDueOf(contract: Contract, on: BusinessDate) {
  return contract.product === 'loan' ? loanAmountDue(contract, on) : leaseAmountDue(contract, on);
}
