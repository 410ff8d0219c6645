import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Queryable, Statement, Store } from './store.ts';
import { PARSERS } from './value-parsers.ts';

const parsers = Object.fromEntries(PARSERS);

/**
 * The store inside this process: PostgreSQL compiled to WebAssembly, one connection. It survives
 * the death of the process, not the loss of power (its fsync is off). Without a folder it is in
 * memory. Nothing here keeps two processes off one folder: `embedded-folder.ts` does.
 */
export async function openEmbedded(folder?: string): Promise<Store> {
  const database = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    parsers,
  });
  await database.exec('set timezone = UTC');
  return {
    engine: 'embedded',
    ...queryable(database),
    transaction: (work) => database.transaction((tx) => work(queryable(tx))),
    script: async (sql) => {
      await database.exec(sql);
    },
    close: () => database.close(),
  };
}

function queryable(runner: Pick<PGlite | Transaction, 'query'>): Queryable {
  return {
    async query<R>(statement: Statement | string, values: readonly unknown[] = []) {
      const text = typeof statement === 'string' ? statement : statement.text;
      const result = await runner.query<R>(text, [...values]);
      return result.rows;
    },
  };
}
