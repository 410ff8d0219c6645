import type { Queryable, Store } from '../../platform/database/store.ts';
import { insertProblems, problemOfReference, type RecentProblem } from './recent-problem.sql.ts';

const EVERY_MS = 1_000;
/** Whoever causes more refusals than this in a second is no customer with a telephone. */
const KEPT_MOST = 500;

/** Keeps the references of refusals for 30 days. Nobody waits for it. */
export type ProblemLog = {
  readonly keep: (problem: Omit<RecentProblem, 'at'>) => void;
  /** The refusal with a reference, also one that was not written yet. */
  readonly find: (store: Queryable, reference: string) => Promise<RecentProblem | null>;
  /** Writes what waits; called every second while the server runs. */
  readonly write: () => Promise<void>;
};

/** Refusals wait in memory for a second and are written together; the rest is in the log only. */
export function createProblemLog(
  storeOf: () => Store | null,
  clock: () => number,
  onFault: (fault: unknown, lost: number) => void,
): ProblemLog {
  let waiting: RecentProblem[] = [];
  const write = async (): Promise<void> => {
    const store = storeOf();
    if (store === null || waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    await insertProblems(store, batch).catch((fault: unknown) => onFault(fault, batch.length));
  };
  return {
    keep: (problem) => {
      if (waiting.length < KEPT_MOST) {
        waiting.push({ ...problem, at: new Date(clock()).toISOString() });
      }
    },
    find: async (store, reference) =>
      waiting.find((each) => each.reference === reference) ??
      (await problemOfReference(store, reference)),
    write,
  };
}

/** Writes every second until the signal. */
export function keepProblems(log: ProblemLog, signal: AbortSignal): void {
  const timer = setInterval(() => void log.write(), EVERY_MS);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer));
}
