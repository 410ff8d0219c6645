import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { DatabaseAway } from './database-away.ts';

/** A folder that cannot be opened is not tried more often than this. */
const REOPEN_MS = 2_000;

/** An engine that somebody has for themselves. */
export type Engine = {
  readonly database: PGlite;
  /** Says whether an error means that the engine has given up, and remembers it. */
  readonly giveUpAfter: (error: unknown) => boolean;
  readonly hasGivenUp: () => boolean;
};

export type EmbeddedEngine = {
  /** Gives the engine to one user at a time, in the order in which they came. */
  use<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/**
 * The engine of the embedded database. One that gives up, as on a full disk, would spin for good
 * and the process with it if it got one more statement: so its users go in one at a time, it gets
 * no more, and the next user opens the folder again, as after a crash. A folder that was taken away
 * is neither made anew nor written where nobody will find it.
 */
export async function embeddedEngine(
  folder: string | undefined,
  open: () => Promise<PGlite>,
): Promise<EmbeddedEngine> {
  let engine: Engine | null = engineOf(await open());
  const opened = identityOf(folder);
  let failedAtMs = Number.NEGATIVE_INFINITY;
  let last: Promise<unknown> = Promise.resolve();

  const alive = async (): Promise<Engine> => {
    if (identityOf(folder) !== opened) throw new DatabaseAway('away', false);
    if (engine !== null && !engine.hasGivenUp()) return engine;
    engine = null;
    if (performance.now() - failedAtMs < REOPEN_MS) throw new DatabaseAway('full', false);
    try {
      engine = engineOf(await open());
      return engine;
    } catch (error) {
      failedAtMs = performance.now();
      throw new DatabaseAway('full', false, error);
    }
  };
  return {
    use: (work) => {
      const done = last.then(async () => work(await alive()));
      last = done.catch(() => undefined);
      return done;
    },
    close: async () => {
      await last;
      if (engine !== null && !engine.hasGivenUp()) await engine.database.close();
    },
  };
}

function engineOf(database: PGlite): Engine {
  let hasGivenUp = false;
  return {
    database,
    giveUpAfter: (error) => {
      hasGivenUp ||= isTheEnd(error);
      return hasGivenUp;
    },
    hasGivenUp: () => hasGivenUp,
  };
}

/** What an engine throws that must not be asked again: PostgreSQL's own end, or WebAssembly's. */
function isTheEnd(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const severity = 'severity' in error ? error.severity : null;
  if (severity === 'PANIC' || severity === 'FATAL') return true;
  return ['RuntimeError', 'ExitStatus', 'ErrnoError'].includes(error.name);
}

/** Which folder it is, not what it is called; null where there is none. */
function identityOf(folder: string | undefined): string | null {
  if (folder === undefined) return null;
  try {
    const { dev, ino } = statSync(join(folder, 'PG_VERSION'));
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
