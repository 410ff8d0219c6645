import { PGlite } from '@electric-sql/pglite';
import { awayError, DatabaseAway, isQuestion } from './database-away.ts';
import { type Engine, embeddedEngine } from './embedded-engine.ts';
import type { Queryable, Statement, Store } from './store.ts';
import { PARSERS } from './value-parsers.ts';

const parsers = Object.fromEntries(PARSERS);

/**
 * The store inside this process: PostgreSQL compiled to WebAssembly, one connection. It survives
 * the death of the process, not the loss of power (its fsync is off). Without a folder it is in
 * memory. Nothing here keeps two processes off one folder: `embedded-folder.ts` does.
 */
export async function openEmbedded(folder?: string): Promise<Store> {
  const engine = await embeddedEngine(folder, async () => {
    const database = await PGlite.create({
      ...(folder === undefined ? {} : { dataDir: folder }),
      parsers,
    });
    await database.exec('set timezone = UTC');
    return database;
  });
  const store: Store = {
    engine: 'embedded',
    get patient() {
      return store;
    },
    query: (statement, values) =>
      engine.use((run) => queryable(run, !isQuestion(textOf(statement))).query(statement, values)),
    transaction: (work) => engine.use((run) => inTransaction(run, work)),
    script: (sql) =>
      engine.use(async ({ database }) => {
        await database.exec(sql);
      }),
    close: () => engine.close(),
  };
  return store;
}

function textOf(statement: Statement | string): string {
  return typeof statement === 'string' ? statement : statement.text;
}

function queryable(engine: Engine, mayBeWritten = false): Queryable {
  return {
    async query<R>(statement: Statement | string, values: readonly unknown[] = []) {
      try {
        const result = await engine.database.query<R>(textOf(statement), [...values]);
        return result.rows;
      } catch (error) {
        const fault = awayError(error, mayBeWritten);
        if (!engine.giveUpAfter(error)) throw fault;
        const reason = fault instanceof DatabaseAway ? fault.reason : 'away';
        throw new DatabaseAway(reason, mayBeWritten, error);
      }
    },
  };
}

/** Nothing of a transaction is written before its commit, so only a commit leaves a doubt. */
async function inTransaction<T>(engine: Engine, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const tx = queryable(engine);
  try {
    await tx.query('begin');
    const result = await work(tx);
    await queryable(engine, true).query('commit');
    return result;
  } catch (error) {
    if (!engine.hasGivenUp()) await tx.query('rollback').catch(() => undefined);
    throw error;
  }
}
