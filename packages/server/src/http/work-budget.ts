import { setImmediate as nextTurn } from 'node:timers/promises';
import { ProblemError } from '../operation/problem-error.ts';

/** How much expensive work one caller may ask for. */
export type WorkRule = {
  /** So much at a stretch; it comes back evenly. */
  readonly burst: number;
  readonly perMinute: number;
  /** So much at the same time. */
  readonly atOnce: number;
};

type Account = { left: number; atMs: number; running: number };

/** More callers than this are not remembered: the oldest begin anew. */
const CALLERS_MAX = 20_000;

/** What a caller may ask for of expensive work. */
export type WorkBudget<Caller> = {
  /**
   * Lets a piece of work begin or throws the problem; returns what ends it. Called before the body
   * is read, so that what is refused costs next to nothing.
   */
  begin(caller: Caller, nowMs: number): () => void;
};

/** Limits expensive work by caller. */
export function workBudget<Caller>(
  rule: WorkRule,
  nameOf: (caller: Caller) => string,
): WorkBudget<Caller> {
  const accounts = new Map<string, Account>();
  const accountOf = (name: string, nowMs: number): Account => {
    const account = accounts.get(name) ?? { left: rule.burst, atMs: nowMs, running: 0 };
    const earned = (Math.max(0, nowMs - account.atMs) * rule.perMinute) / 60_000;
    account.left = Math.min(rule.burst, account.left + earned);
    account.atMs = nowMs;
    const [oldest] = accounts.keys();
    if (accounts.size >= CALLERS_MAX && oldest !== undefined) accounts.delete(oldest);
    accounts.delete(name);
    accounts.set(name, account);
    return account;
  };
  return {
    begin: (caller, nowMs) => {
      const account = accountOf(nameOf(caller), nowMs);
      if (account.left < 1 || account.running >= rule.atOnce) {
        const missing = Math.max(0, 1 - account.left);
        const seconds = Math.max(1, Math.ceil((missing * 60) / rule.perMinute));
        throw new ProblemError('too-much-at-once', { seconds: `${seconds}` });
      }
      account.left -= 1;
      account.running += 1;
      return () => {
        account.running -= 1;
      };
    },
  };
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Does expensive work one piece at a time with a turn of the event loop before each: what others
 * ask in the meantime is answered in between.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(async () => {
    await nextTurn();
    return work();
  });
  last = done.catch(() => undefined);
  return done;
}
