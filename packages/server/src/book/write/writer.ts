import { hash } from 'node:crypto';
import type { Contract } from '@roadbook/domain/contract/contract';
import type { Outcome, RecordedEntry } from '@roadbook/domain/contract/decision';
import type { Refusal } from '@roadbook/domain/contract/refusal';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { DatabaseAway } from '../../platform/database/database-away.ts';
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
  /**
   * Decides and writes one command. Rejects on a defect, and with `DatabaseAway` when the database
   * has not come back in time.
   */
  run(command: Command): Promise<Result>;
  /** Waits until nothing is in flight. */
  idle(): Promise<void>;
  /** What there is to say about it at this moment. */
  health(): WriterHealth;
  /** From now on no command waits for a database that is away. */
  hurry(): void;
};

export type WriterHealth = {
  /** How long the oldest command has waited; 0 when none waits. */
  readonly waitingMs: number;
  /** How long ago the database was away from a batch, or null when one went through since. */
  readonly awayMs: number | null;
};

type Waiting = {
  readonly command: Command;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
  readonly sinceMs: number;
  attempts: number;
  alone: boolean;
  /** It was answered: deciding it again could write what somebody was told is refused. */
  isSettled: boolean;
  /** A statement with this command was sent and never answered. */
  mayBeWritten: boolean;
};

const BATCH_MAX = 64;
/** Fewer than this are not worth a second statement. */
const SHARE_MIN = 4;
const ATTEMPTS_MAX = 100;
/** How long a command waits for a database that is away: somebody waits for the answer. */
const AWAY_MAX_MS = 8_000;
/** A database that is away is not asked again before this. */
const AWAY_PAUSE_MS = 150;

/**
 * The one write path for contract data. Commands that wait while a batch is in flight go together,
 * a contract at most once per batch; no row lock is taken. A lost guard, or a key that somebody
 * else just wrote, means: read again in a new statement and decide again. So does a database that
 * does not answer: the store throws the connection away, and the new reading tells whether its
 * statement was carried out after all (docs/adr/0017-a-silent-database.md).
 */
export function createWriter(store: Store, clock: () => number): Writer {
  const lanes = store.engine === 'embedded' ? 1 : 2;
  let waiting: Waiting[] = [];
  let inFlight = 0;
  let isScheduled = false;
  let isPausing = false;
  let isHurried = false;
  let awayAtMs: number | null = null;
  const underWay = new Set<readonly Waiting[]>();
  const idlers: (() => void)[] = [];

  const schedule = (): void => {
    if (isScheduled || isPausing) return;
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
    underWay.add(batch);
    runBatch(store, clock, batch)
      .then(({ again, away }) => {
        waiting = [...again, ...waiting];
        if (away === null) awayAtMs = null;
        else pause(away);
      })
      .finally(() => {
        inFlight -= 1;
        underWay.delete(batch);
        if (waiting.length > 0) schedule();
        else if (inFlight === 0) for (const wake of idlers.splice(0)) wake();
      });
  };

  /** Lets go of the commands that have waited long enough, and asks again after a moment. */
  const pause = (away: DatabaseAway): void => {
    awayAtMs = performance.now();
    const isOver = isHurried || away.reason === 'full';
    const oldest = isOver ? awayAtMs : awayAtMs - AWAY_MAX_MS;
    for (const each of waiting) if (each.sinceMs <= oldest) giveUp(each, away);
    waiting = waiting.filter(({ isSettled }) => !isSettled);
    if (isPausing) return;
    isPausing = true;
    setTimeout(() => {
      isPausing = false;
      if (waiting.length > 0) schedule();
    }, AWAY_PAUSE_MS);
  };

  return {
    run: (command) =>
      new Promise((resolve, reject) => {
        waiting.push(waitingFor(command, resolve, reject));
        schedule();
      }),
    idle: () =>
      new Promise((resolve) => {
        if (inFlight === 0 && waiting.length === 0) resolve();
        else idlers.push(resolve);
      }),
    health: () => {
      const nowMs = performance.now();
      const all = [...waiting, ...[...underWay].flat()].filter(({ isSettled }) => !isSettled);
      const sinceMs = Math.min(nowMs, ...all.map((each) => each.sinceMs));
      return { waitingMs: nowMs - sinceMs, awayMs: awayAtMs === null ? null : nowMs - awayAtMs };
    },
    hurry: () => {
      isHurried = true;
    },
  };
}

function waitingFor(
  command: Command,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): Waiting {
  const state = { attempts: 0, alone: false, isSettled: false, mayBeWritten: false };
  return { command, resolve, reject, sinceMs: performance.now(), ...state };
}

function settle(each: Waiting, result: Result): void {
  each.isSettled = true;
  each.resolve(result);
}

function fail(each: Waiting, error: unknown): void {
  each.isSettled = true;
  each.reject(error);
}

function giveUp(each: Waiting, away: DatabaseAway): void {
  fail(each, new DatabaseAway(away.reason, each.mayBeWritten, away.cause));
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

/** What a batch leaves: the commands to retry, and the fault if the database was away. */
type BatchEnd = { readonly again: readonly Waiting[]; readonly away: DatabaseAway | null };

/** Runs a batch. Never rejects. */
async function runBatch(
  store: Store,
  clock: () => number,
  batch: readonly Waiting[],
): Promise<BatchEnd> {
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
    if (prepared.size === 0) return { again: [], away: null };
    const openDay = stored.values().next().value?.openDay as BusinessDate;
    const won = await applyDecisions(store, openDay, nowMs, [...prepared.values()]);
    const again = batch.filter((each) => {
      const decision = prepared.get(each.command.contractId);
      if (decision === undefined) return false;
      if (!won.has(each.command.contractId)) return tryAgain(each);
      settle(each, doneNow(decision, nowMs, openDay));
      return false;
    });
    return { again, away: null };
  } catch (error) {
    const open = batch.filter(({ isSettled }) => !isSettled);
    if (error instanceof DatabaseAway) {
      for (const each of open) each.mayBeWritten ||= error.mayBeWritten;
      return { again: open, away: error };
    }
    return { again: open.filter((each) => afterError(each, batch.length, error)), away: null };
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
    settle(each, { outcome: 'not-found' });
    return null;
  }
  if (stored.earlier !== null) {
    settle(each, repeat(command, stored.earlier));
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
      settle(each, outcome);
      return null;
    }
    if (outcome.outcome === 'needs-history') throw new Error('history was given');
    if (outcome.entries.length === 0) throw new Error('a command decided nothing');
    const { key, inputHash, personId = null } = command;
    const decided = { contract, head, openDay, key, inputHash, personId, decision: outcome };
    return prepareDecision({ ...decided, earliestNext: openDay }, nowMs);
  } catch (error) {
    if (error instanceof DatabaseAway) throw error;
    fail(each, error);
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
  fail(each, new Error(`the guard was lost ${ATTEMPTS_MAX} times`));
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
  fail(each, error);
  return false;
}

/** The hash of a command's input: the same content gives the same hash whatever the key. */
export function hashInput(...parts: readonly string[]): Buffer {
  return hash('sha256', parts.join('\u0000'), 'buffer');
}
