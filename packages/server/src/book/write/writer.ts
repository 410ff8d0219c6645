import { hash } from 'node:crypto';
import type { Contract } from '@roadbook/domain/contract/contract';
import type { Outcome, RecordedEntry } from '@roadbook/domain/contract/decision';
import type { Refusal } from '@roadbook/domain/contract/refusal';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { constraintOf, isRetryable, type Store, sqlState } from '../../platform/database/store.ts';
import type { EarlierEntry, StoredContract } from '../read/contract-row.ts';
import { type EntryBody, readBody } from '../read/entry-body.ts';
import { readContracts } from '../read/read-contract.ts';
import { readHistory } from '../read/read-history.ts';
import { applyDecisions } from './apply-decisions.ts';
import { type PreparedDecision, prepareDecision } from './prepare-entries.ts';

/**
 * One command for one contract. `decide` is called with fresh state as often as the guard is lost.
 */
export type Command = {
  readonly contractId: string;
  readonly key: string;
  readonly inputHash: Buffer;
  /** The customer whose key it is: it counts for all their contracts. */
  readonly personId?: string;
  readonly decide: (
    contract: Contract,
    businessDate: BusinessDate,
    history: readonly RecordedEntry[] | null,
  ) => Outcome;
};

/** What a command came to. `done` is the same whether it was written now or earlier. */
export type Result =
  | {
      readonly outcome: 'done';
      readonly entryId: string;
      readonly seq: number;
      readonly recordedAt: string;
      readonly businessDate: BusinessDate;
      readonly body: EntryBody;
      readonly isRepeat: boolean;
    }
  | Refusal
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'key-used' };

export type Writer = {
  /** Decides and writes one command. Rejects only on a defect or when the database is gone. */
  run(command: Command): Promise<Result>;
  /** Waits until nothing is in flight. */
  idle(): Promise<void>;
};

type Waiting = {
  readonly command: Command;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
  attempts: number;
  alone: boolean;
};

const BATCH_MAX = 64;
/** Fewer than this are not worth a second statement. */
const SHARE_MIN = 4;
const ATTEMPTS_MAX = 100;

/**
 * The one write path for contract data. Commands that wait while a batch is in flight go together,
 * a contract at most once per batch; no row lock is taken. A lost guard, or a key that somebody
 * else just wrote, means: read again in a new statement and decide again.
 */
export function createWriter(store: Store, clock: () => number): Writer {
  const lanes = store.engine === 'embedded' ? 1 : 2;
  let waiting: Waiting[] = [];
  let inFlight = 0;
  let isScheduled = false;
  const idlers: (() => void)[] = [];

  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      while (inFlight < lanes && waiting.length > 0) start();
    });
  };

  const start = (): void => {
    // Lanes that are free share what waits: one deciding while the other writes beats one doing
    // all.
    const share = Math.ceil(waiting.length / (lanes - inFlight));
    const { batch, rest } = takeBatch(waiting, Math.min(BATCH_MAX, Math.max(SHARE_MIN, share)));
    waiting = rest;
    inFlight += 1;
    runBatch(store, clock, batch)
      .then((again) => {
        waiting = [...again, ...waiting];
      })
      .finally(() => {
        inFlight -= 1;
        if (waiting.length > 0) schedule();
        else if (inFlight === 0) for (const wake of idlers.splice(0)) wake();
      });
  };

  return {
    run: (command) =>
      new Promise((resolve, reject) => {
        waiting.push({ command, resolve, reject, attempts: 0, alone: false });
        schedule();
      }),
    idle: () =>
      new Promise((resolve) => {
        if (inFlight === 0 && waiting.length === 0) resolve();
        else idlers.push(resolve);
      }),
  };
}

function takeBatch(
  waiting: readonly Waiting[],
  max: number,
): { batch: Waiting[]; rest: Waiting[] } {
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  const contracts = new Set<string>();
  for (const each of waiting) {
    const { contractId } = each.command;
    const isFull = batch.length >= max || batch[0]?.alone === true;
    const mustWait = isFull || contracts.has(contractId) || (each.alone && batch.length > 0);
    if (mustWait) rest.push(each);
    else batch.push(each);
    contracts.add(contractId);
  }
  return { batch, rest };
}

/** Runs a batch and answers what must be tried again. Never rejects. */
async function runBatch(
  store: Store,
  clock: () => number,
  batch: readonly Waiting[],
): Promise<Waiting[]> {
  try {
    const stored = await readContracts(
      store,
      batch.map(({ command }) => command),
    );
    const prepared = new Map<string, PreparedDecision>();
    const nowMs = clock();
    for (const each of batch) {
      const decision = await decideOne(store, each, stored.get(each.command.contractId), nowMs);
      if (decision !== null) prepared.set(each.command.contractId, decision);
    }
    if (prepared.size === 0) return [];
    const openDay = stored.values().next().value?.openDay as BusinessDate;
    const won = await applyDecisions(store, openDay, nowMs, [...prepared.values()]);
    return batch.filter((each) => {
      const decision = prepared.get(each.command.contractId);
      if (decision === undefined) return false;
      if (!won.has(each.command.contractId)) return tryAgain(each);
      each.resolve(doneNow(decision, nowMs, openDay));
      return false;
    });
  } catch (error) {
    return batch.filter((each) => afterError(each, batch.length, error));
  }
}

/** Decides one command, settling it at once when there is nothing to write. */
async function decideOne(
  store: Store,
  each: Waiting,
  stored: StoredContract | undefined,
  nowMs: number,
): Promise<PreparedDecision | null> {
  const { command } = each;
  if (stored === undefined) {
    each.resolve({ outcome: 'not-found' });
    return null;
  }
  if (stored.earlier !== null) {
    each.resolve(repeat(command, stored.earlier));
    return null;
  }
  const { contract, openDay, head } = stored;
  try {
    let outcome = command.decide(contract, openDay, null);
    if (outcome.outcome === 'needs-history') {
      const history = await readHistory(store, contract.contractId, contract.version);
      outcome = command.decide(contract, openDay, history);
    }
    if (outcome.outcome === 'refused') {
      each.resolve(outcome);
      return null;
    }
    if (outcome.outcome === 'needs-history') throw new Error('history was given');
    if (outcome.entries.length === 0) throw new Error('a command decided nothing');
    const { key, inputHash, personId = null } = command;
    const decided = { contract, head, openDay, key, inputHash, personId, decision: outcome };
    return prepareDecision({ ...decided, earliestNext: openDay }, nowMs);
  } catch (error) {
    each.reject(error);
    return null;
  }
}

function doneNow(decision: PreparedDecision, nowMs: number, businessDate: BusinessDate): Result {
  const first = decision.entries[0];
  if (first === undefined) throw new Error('a written decision has an entry');
  return {
    outcome: 'done',
    entryId: first.entryId,
    seq: first.seq,
    recordedAt: new Date(nowMs).toISOString(),
    businessDate,
    body: withReceiptLines(first.content),
    isRepeat: false,
  };
}

function repeat(command: Command, earlier: EarlierEntry): Result {
  if (earlier.inputHash === null || !earlier.inputHash.equals(command.inputHash)) {
    return { outcome: 'key-used' };
  }
  return {
    outcome: 'done',
    entryId: earlier.entryId,
    seq: earlier.seq,
    recordedAt: earlier.recordedAt,
    businessDate: earlier.businessDate,
    body: withReceiptLines(readBody(earlier.body)),
    isRepeat: true,
  };
}

/** A receipt without lines has those of its entry, which are not stored twice. */
function withReceiptLines(body: EntryBody): EntryBody {
  const { receipt, lines } = body;
  return receipt === undefined ? body : { ...body, receipt: { lines, ...receipt } };
}

function tryAgain(each: Waiting): boolean {
  each.attempts += 1;
  if (each.attempts < ATTEMPTS_MAX) return true;
  each.reject(new Error(`the guard was lost ${ATTEMPTS_MAX} times`));
  return false;
}

/**
 * After an error the commands of a batch are tried one by one, so that one cannot fail the others.
 */
function afterError(each: Waiting, batchSize: number, error: unknown): boolean {
  const isKeyRace = sqlState(error) === '23505';
  // Alone, nobody else's key is in the way: the person used this one for another contract.
  if (batchSize === 1 && isKeyRace && constraintOf(error) === 'person_key_pkey') {
    each.resolve({ outcome: 'key-used' });
    return false;
  }
  if (batchSize > 1 || isRetryable(error) || isKeyRace) {
    each.alone = true;
    return tryAgain(each);
  }
  each.reject(error);
  return false;
}

/** The hash of a command's input: the same content gives the same hash whatever the key. */
export function hashInput(...parts: readonly string[]): Buffer {
  return hash('sha256', parts.join('\u0000'), 'buffer');
}
