/** Lives of contracts for tests: commands and closes in order, and the entries they leave. */
import { closeContract } from '../src/close/close-contract.ts';
import type { Contract } from '../src/contract/contract.ts';
import type { EntryDraft, Outcome, RecordedEntry } from '../src/contract/decision.ts';
import { ACCOUNTS } from '../src/ledger/account.ts';
import { balanceOf } from '../src/ledger/balances.ts';
import { type ReceivePayment, receivePayment } from '../src/payment/receive-payment.ts';
import { reversePayment } from '../src/payment/reverse-payment.ts';
import { addDays, type BusinessDate, date } from '../src/time/calendar.ts';

/** An entry as the store has it, with what it told people and other systems. */
type LivedEntry = RecordedEntry & Pick<EntryDraft, 'memo' | 'events' | 'messages'>;

/** A contract on an open business day, with its history as the store would hand it out. */
export type Life<C extends Contract> = {
  readonly contract: C;
  readonly businessDate: BusinessDate;
  readonly history: readonly LivedEntry[];
};

/** Begins with a boarded contract on the day after its cut-off. */
export function beginLife<C extends Contract>(contract: C): Life<C> {
  const boardedOn = contract.facts.lastEffective;
  const boarded: LivedEntry = {
    seq: contract.version,
    kind: 'boarded',
    businessDate: boardedOn,
    effectiveDate: boardedOn,
    postings: [],
    lines: [],
    events: [],
    messages: [],
    after: contract,
  };
  return { contract, businessDate: addDays(boardedOn, 1), history: [boarded] };
}

/** Takes a decision into the life; a refusal throws with its code. */
export function decide<C extends Contract>(life: Life<C>, outcome: Outcome): Life<C> {
  if (outcome.outcome === 'refused') throw new RangeError(`refused: ${outcome.code}`);
  if (outcome.outcome === 'needs-history') throw new RangeError('needs history');
  const { businessDate } = life;
  const recorded = outcome.entries.map(({ after, ...entry }) => ({
    ...entry,
    seq: after.version,
    businessDate,
    after,
  }));
  const contract = (outcome.entries.at(-1)?.after ?? life.contract) as C;
  return { contract, businessDate, history: [...life.history, ...recorded] };
}

/** Closes the open day and every day after it through `last`. */
export function closeThrough<C extends Contract>(life: Life<C>, last: string): Life<C> {
  let next = life;
  while (next.businessDate <= date(last)) {
    const on = next.businessDate;
    next = { ...decide(next, closeContract(next.contract, { on })), businessDate: addDays(on, 1) };
  }
  return next;
}

/** A regular payment by wire that has arrived, unless the test says otherwise. */
export function paymentOf(
  amountCents: bigint,
  receivedOn: string,
  changes: Partial<ReceivePayment> = {},
): ReceivePayment {
  return {
    amountCents,
    purpose: 'regular',
    channel: 'wire',
    source: 'arrived',
    methodId: null,
    receivedOn: date(receivedOn),
    ...changes,
  };
}

/** Posts money on the open day, whatever day it was received. */
export function post<C extends Contract>(life: Life<C>, payment: ReceivePayment): Life<C> {
  const { contract, businessDate, history } = life;
  const quick = receivePayment(contract, payment, businessDate, null);
  return decide(
    life,
    quick.outcome === 'needs-history'
      ? receivePayment(contract, payment, businessDate, history)
      : quick,
  );
}

/** Closes through the day before, then pays on the day itself. */
export function payOn<C extends Contract>(
  life: Life<C>,
  on: string,
  amountCents: bigint,
  changes: Partial<ReceivePayment> = {},
): Life<C> {
  const open = closeThrough(life, addDays(date(on), -1));
  return post(open, paymentOf(amountCents, on, changes));
}

/** Takes a payment back on the open day. */
export function reverse<C extends Contract>(
  life: Life<C>,
  paymentSeq: number,
  reason = 'r01',
): Life<C> {
  const { contract, businessDate, history } = life;
  return decide(life, reversePayment(contract, { paymentSeq, reason }, businessDate, history));
}

/** The number by which the newest payment is known. */
export function newestPaymentSeq(life: Life<Contract>): number {
  const entry = life.history.findLast(({ kind }) => kind === 'payment');
  if (entry?.payment === undefined) throw new RangeError('no payment yet');
  return entry.payment.paymentSeq;
}

/** Everything about a contract but the numbers of its entries, for comparing two lives. */
export function standingOf(contract: Contract) {
  const { balances, status, facts } = contract;
  const { lastEffective: _, clearing, ...rest } = facts;
  const amounts = Object.fromEntries(
    ACCOUNTS.map((account) => [account, balanceOf(balances, account)]).filter(
      ([, cents]) => cents !== 0n,
    ),
  );
  return { status, amounts, ...rest, clearing: clearing.map(({ seq: __, ...money }) => money) };
}
