import { DatabaseAway } from '../../platform/database/database-away.ts';
import type { Command, Result } from './command.ts';

/** A command that was not answered yet. */
export type Waiting = {
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

const ATTEMPTS_MAX = 100;

export function waitingFor(
  command: Command,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): Waiting {
  const state = { attempts: 0, alone: false, isSettled: false, mayBeWritten: false };
  return { command, resolve, reject, sinceMs: performance.now(), ...state };
}

export function settle(each: Waiting, result: Result): void {
  each.isSettled = true;
  each.resolve(result);
}

export function fail(each: Waiting, error: unknown): void {
  each.isSettled = true;
  each.reject(error);
}

/** Ends a command that has waited long enough for the database. */
export function giveUp(each: Waiting, away: DatabaseAway): void {
  fail(each, new DatabaseAway(away.reason, each.mayBeWritten, away.cause));
}

/** The commands that go together: a contract at most once. The others go on waiting. */
export function takeBatch(
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

/** Whether a command whose guard was lost is to be decided again. */
export function tryAgain(each: Waiting): boolean {
  each.attempts += 1;
  if (each.attempts < ATTEMPTS_MAX) return true;
  fail(each, new Error(`the guard was lost ${ATTEMPTS_MAX} times`));
  return false;
}
