import type { DatabaseAway } from '../../platform/database/database-away.ts';
import type { Store } from '../../platform/database/store.ts';
import type { Command, Result } from './command.ts';
import { runBatch } from './run-batch.ts';
import { giveUp, takeBatch, type Waiting, waitingFor } from './waiting.ts';

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

const BATCH_MAX = 64;
/** Fewer than this are not worth a second statement. */
const SHARE_MIN = 4;
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
