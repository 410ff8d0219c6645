import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Operation } from '@roadbook/api/operation';
import { ProblemError } from '../operation/problem-error.ts';
import type { BoundHandler } from './bind.ts';

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

/**
 * Limits expensive work by caller, and does it one piece at a time with a turn of the event loop
 * before each: what others ask in the meantime is answered in between.
 */
export function workBudget<Caller>(rule: WorkRule, nameOf: (caller: Caller) => string) {
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
  return <O extends Operation>(handler: BoundHandler<O, Caller>): BoundHandler<O, Caller> =>
    async (call, exchange) => {
      const account = accountOf(nameOf(call.caller), call.shell.clock());
      if (account.left < 1 || account.running >= rule.atOnce) {
        const missing = Math.max(0, 1 - account.left);
        const seconds = Math.max(1, Math.ceil((missing * 60) / rule.perMinute));
        throw new ProblemError('too-much-at-once', { seconds: `${seconds}` });
      }
      account.left -= 1;
      account.running += 1;
      try {
        return await inTurn(() => handler(call, exchange));
      } finally {
        account.running -= 1;
      }
    };
}

let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(async () => {
    await nextTurn();
    return work();
  });
  last = done.catch(() => undefined);
  return done;
}
