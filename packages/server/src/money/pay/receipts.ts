import type { Contract, ScheduledPayment } from '@roadbook/domain/contract/contract';
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { StoredContract } from '../../book/read/contract-row.ts';
import { readBody, stateLeftBy } from '../../book/read/entry-body.ts';
import type { AccountRow } from '../../book/read/read-account.ts';
import { entryById, type ListedEntry, reversalsOf } from '../../book/read/read-entries.ts';
import { promiseEntryAfter } from '../../book/read/read-payment-entries.ts';
import { paymentSplit } from '../../operation/breakdown.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { wasTakenBack } from '../../operation/transaction.ts';
import type { Queryable } from '../../platform/database/store.ts';

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
  const entry = await entryById(store, parts.stored.contract.contractId, paymentId);
  if (entry?.kind === 'payment') return paymentReceipt(store, parts, entry);
  const receipt = await promiseReceipt(store, parts, paymentId);
  if (receipt === null) throw new ProblemError('payment-not-found');
  return receipt;
}

async function paymentReceipt(store: Queryable, parts: Parts, entry: ListedEntry) {
  const { stored, account, methods } = parts;
  const { contract, openDay } = stored;
  const body = readBody(entry.body);
  const paymentSeq = Number(body.payment?.paymentSeq ?? entry.seq);
  const reversals = await reversalsOf(store, contract.contractId);
  const isReversed = reversals.some(
    (each) => wasTakenBack(each) && Number(readBody(each.body).payment?.paymentSeq) === paymentSeq,
  );
  const uncleared = contract.facts.clearing.find(({ seq }) => seq === paymentSeq);
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
    split: paymentSplit(body.lines.map((line) => ({ ...line, inputs: { ...line.inputs } }))),
    balanceAfterCents: entry.balance_cents.toString(),
    nextDueDate: due.nextDueDate as string | null,
    nextPaymentCents: due.nextPaymentCents.toString(),
  };
}

/** The receipt of a promise that moved no money: it stands, was cancelled or was skipped. */
function scheduledReceipt(
  { stored, account, methods }: Parts,
  scheduled: ScheduledPayment,
  recordedAt: string,
  state: 'scheduled' | 'cancelled' | 'skipped',
) {
  return {
    paymentId: scheduled.scheduleId,
    reference: referenceOf(scheduled.scheduleId),
    contractId: stored.contract.contractId,
    contractNumber: account.contract_number,
    state,
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

/** An entry with the promised payments that it left standing. */
type PromiseEntry = {
  readonly entry: ListedEntry;
  readonly scheduled: readonly ScheduledPayment[];
};

/**
 * The first entry that left a promise standing and the first after it that did not: the payment
 * that drew it, its cancellation, or the note that it was skipped. Null where there never was one.
 */
async function lifeOfPromise(store: Queryable, contractId: string, scheduleId: string) {
  const made = await promiseEntry(store, contractId, scheduleId, 0, true);
  if (made === null) return null;
  const promise = made.scheduled.find((each) => each.scheduleId === scheduleId);
  if (promise === undefined) throw new Error('an entry lost the promise it was found by');
  const ended = await promiseEntry(store, contractId, scheduleId, made.entry.seq, false);
  return { made: made.entry, promise, ended: ended?.entry ?? null };
}

async function promiseEntry(
  store: Queryable,
  contractId: string,
  scheduleId: string,
  afterSeq: number,
  standing: boolean,
): Promise<PromiseEntry | null> {
  const entry = await promiseEntryAfter(store, contractId, { scheduleId, afterSeq, standing });
  if (entry === null) return null;
  return { entry, scheduled: stateLeftBy(readBody(entry.body)).facts.promises };
}

/** The receipt of a promise, whatever has become of it; null where there never was one. */
async function promiseReceipt(store: Queryable, parts: Parts, scheduleId: string) {
  const life = await lifeOfPromise(store, parts.stored.contract.contractId, scheduleId);
  if (life === null) return null;
  const { made, promise, ended } = life;
  if (ended === null) return scheduledReceipt(parts, promise, made.recorded_at, 'scheduled');
  if (ended.kind === 'payment') return paymentReceipt(store, parts, ended);
  const state = ended.kind === 'scheduled-payment-cancelled' ? 'cancelled' : 'skipped';
  return scheduledReceipt(parts, promise, ended.recorded_at, state);
}

function amountDueOf(contract: Contract, on: BusinessDate) {
  return contract.product === 'loan' ? loanAmountDue(contract, on) : leaseAmountDue(contract, on);
}
