import { sqlState } from './store.ts';

/** Why the database did not do its part: nobody there, no room, or no answer in time. */
export type AwayReason = 'away' | 'full' | 'slow';

/**
 * The database is away, full or slow. That is no defect of ours: the same command may be sent
 * again. `mayBeWritten` is true when a statement that writes was sent and never answered: it may
 * have been carried out, so nobody may say that nothing was recorded.
 */
export class DatabaseAway extends Error {
  readonly reason: AwayReason;
  readonly mayBeWritten: boolean;
  /** The SQLSTATE or system code behind it, for the log. */
  readonly code: string;

  constructor(reason: AwayReason, mayBeWritten: boolean, cause?: unknown) {
    const code = codeOf(cause) ?? reason;
    super(`The database is ${reason} (${code}). Try again when it is back.`, { cause });
    this.name = 'DatabaseAway';
    this.reason = reason;
    this.mayBeWritten = mayBeWritten;
    this.code = code;
  }
}

/**
 * SQLSTATE codes and classes with which a database says that it cannot work now, and why. Codes
 * come before their class. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const AWAY_STATES: readonly (readonly [state: string, reason: AwayReason])[] = [
  ['08', 'away'], // connection exceptions
  ['25006', 'away'], // read-only: a standby that has not been promoted
  ['25P03', 'slow'], // idle in a transaction for too long
  ['53300', 'slow'], // too many connections
  ['53', 'full'], // disk full, out of memory, configuration limit
  ['55P03', 'slow'], // a lock was not to be had in time
  ['57014', 'slow'], // canceled, as by a statement timeout
  ['57P', 'away'], // shut down, crashed, starting, terminated
  ['58', 'away'], // the file system below it
];

/**
 * States after which nobody knows whether a statement was carried out: the session ended, perhaps
 * between the commit and the word of it.
 */
const ENDS_THE_SESSION = /^(?:08|57P|58|25P03)/;

/** What the driver says, without a code, when a connection breaks or does not answer in time. */
const DRIVER_SAYS: readonly string[] = [
  'Query read timeout',
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error',
  'Client was closed',
  'Cannot use a pool after calling end',
];

const TIMES_OUT = /timeout/i;

/**
 * The same error as `DatabaseAway` where it means that; any other comes back as it is.
 * `mayBeWritten` says what is known when no answer came.
 */
export function awayError(error: unknown, mayBeWritten: boolean): unknown {
  if (error instanceof DatabaseAway) return error;
  const state = sqlState(error);
  if (state !== null) {
    const [, reason] = AWAY_STATES.find(([start]) => state.startsWith(start)) ?? [];
    if (reason === undefined) return error;
    return new DatabaseAway(reason, mayBeWritten && ENDS_THE_SESSION.test(state), error);
  }
  if (!(error instanceof Error)) return error;
  const isOfDriver = DRIVER_SAYS.some((words) => error.message.startsWith(words));
  if (!isOfDriver && !isOfSystem(error)) return error;
  return new DatabaseAway(TIMES_OUT.test(error.message) ? 'slow' : 'away', mayBeWritten, error);
}

/** The connection can be used again: the database refused a statement and nothing else. */
export function keepsConnection(error: unknown): boolean {
  const state = sqlState(error);
  return state !== null && !ENDS_THE_SESSION.test(state);
}

/** Only what is a plain question leaves nothing behind whatever becomes of it. */
export function isQuestion(text: string): boolean {
  return /^\s*(?:select|fetch|show)\b/i.test(text);
}

/** An error of the operating system: a socket, a name that is not found, a file. */
function isOfSystem(error: Error): boolean {
  if (error instanceof AggregateError) return error.errors.some((each) => isOfSystem(each));
  const code = codeOf(error);
  return code !== null && (/^E[A-Z]{2,}$/.test(code) || /^ERR_(?:STREAM|TLS|SSL)/.test(code));
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
