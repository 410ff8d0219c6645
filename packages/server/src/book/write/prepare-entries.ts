import { encode, plain } from '@roadbook/api/wire';
import { nextBusinessDate } from '@roadbook/domain/close/next-business-date';
import type { Contract } from '@roadbook/domain/contract/contract';
import { type Decision, type EntryDraft, stateAfter } from '@roadbook/domain/contract/decision';
import { owedBalance } from '@roadbook/domain/contract/owed-balance';
import { type Cents, sumCents } from '@roadbook/domain/money/cents';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { uuidV7 } from '../../platform/database/uuid.ts';
import type { EntryBody } from '../read/entry-body.ts';
import { entryHash } from './hash-chain.ts';

/** A decision on its way to the store: what it was decided from and under which key. */
export type DecidedCommand = {
  readonly contract: Contract;
  readonly head: Buffer;
  readonly openDay: BusinessDate;
  readonly key: string;
  readonly inputHash: Buffer | null;
  /** Whose key it is, where a customer commands; null elsewhere. */
  readonly personId?: string | null;
  readonly decision: Decision;
  /** The first day whose close may still touch the contract: the open day, or the day after it. */
  readonly earliestNext: BusinessDate;
};

export type PreparedEntry = {
  readonly contractId: string;
  readonly seq: number;
  readonly entryId: string;
  readonly key: string;
  readonly inputHash: Buffer | null;
  readonly draft: EntryDraft;
  readonly product: string;
  readonly businessDate: BusinessDate;
  readonly amountCents: Cents;
  readonly balanceCents: Cents;
  readonly content: EntryBody;
  /** The content as it is stored and hashed. */
  readonly body: string;
  readonly hash: Buffer;
};

/** The rows of one decision, hashed and in order. */
export type PreparedDecision = {
  readonly contractId: string;
  readonly expectedVersion: number;
  readonly state: Contract;
  /** The facts and holds of the state as JSON. */
  readonly factsText: string;
  readonly holdsText: string;
  readonly nextDate: BusinessDate | null;
  readonly head: Buffer;
  readonly personId: string | null;
  readonly entries: readonly PreparedEntry[];
};

/**
 * Gives a decision its ids, bodies and hashes. The first entry carries the command's key, the
 * others that key, a blank and a number: no client's key has a blank, so none can stand in the way.
 */
export function prepareDecision(command: DecidedCommand, nowMs: number): PreparedDecision {
  const { contract, decision, key } = command;
  let head = command.head;
  const entries = decision.entries.map((draft, index): PreparedEntry => {
    const content = contentOf(draft, index === 0 ? decision.receipt : undefined);
    const body = JSON.stringify(content);
    const identity = {
      contractId: contract.contractId,
      seq: contract.version + index + 1,
      entryId: uuidV7(nowMs),
      key: index === 0 ? key : `${key} ${index + 1}`,
      inputHash: index === 0 ? command.inputHash : null,
      businessDate: command.openDay,
    };
    head = entryHash(head, {
      ...identity,
      kind: draft.kind,
      effectiveDate: draft.effectiveDate,
      postings: draft.postings,
      body,
    });
    return {
      ...identity,
      draft: withDebitKey(draft, command.inputHash === null ? identity.key : key),
      product: contract.product,
      amountCents: amountOf(draft),
      balanceCents: owedBalance(draft.after),
      content,
      body,
      hash: head,
    };
  });
  const state = stateAfter(decision, contract);
  return {
    contractId: contract.contractId,
    expectedVersion: contract.version,
    state,
    factsText: JSON.stringify(entries.at(-1)?.content.after.facts ?? plain(state.facts)),
    holdsText: state.holds.length === 0 ? '[]' : encode(state.holds),
    nextDate: nextBusinessDate(state, command.earliestNext),
    head,
    personId: command.personId ?? null,
    entries,
  };
}

/**
 * A debit goes to the gateway under the key of the command that it was authorized with, whichever
 * entry of the decision asks for it. What nobody commanded, as a close, has a key for each entry.
 */
function withDebitKey(draft: EntryDraft, debitKey: string): EntryDraft {
  if (!draft.messages.some(({ topic }) => topic === 'gateway')) return draft;
  const messages = draft.messages.map((message) =>
    message.topic === 'gateway' ? { ...message, data: { ...message.data, debitKey } } : message,
  );
  return { ...draft, messages };
}

/**
 * What a person sees of an entry, what others are told, and the state it led to; amounts are digit
 * strings. A receipt does not say again the lines that the entry itself has.
 */
function contentOf(draft: EntryDraft, receipt: Decision['receipt'] | undefined): EntryBody {
  const { lines, payment, act, reverses, memo, events, after } = draft;
  return plain({
    lines,
    payment,
    act,
    reverses,
    memo,
    receipt: receipt?.lines === lines ? { ...receipt, lines: undefined } : receipt,
    events: events.length > 0 ? events : undefined,
    after: {
      status: after.status,
      facts: after.facts,
      holds: after.holds.length > 0 ? after.holds : undefined,
    },
  }) as EntryBody;
}

/**
 * What the entry is about: the payment given, or the sum of its lines; negative when taken back.
 */
function amountOf({ payment, lines, reverses }: EntryDraft): Cents {
  if (payment === undefined) return sumCents(lines.map(({ cents }) => cents));
  return reverses === undefined ? payment.amountCents : -payment.amountCents;
}
