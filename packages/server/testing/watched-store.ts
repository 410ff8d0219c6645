/** A store that tells of every statement before it is sent, and may hold it up or fail it. */
import type { Queryable, Statement, Store } from '../src/platform/database/store.ts';

/**
 * Called with the name of a named statement, else its text, and with `begin` before a transaction;
 * throws to fail the statement.
 */
export type BeforeStatement = (statement: string) => void | Promise<void>;

export function watchedStore(store: Store, before: BeforeStatement): Store {
  return {
    ...store,
    ...watched(store, before),
    get patient() {
      return watchedStore(store.patient, before);
    },
    transaction: async (work) => {
      await before('begin');
      return store.transaction((tx) => work(watched(tx, before)));
    },
  };
}

function watched(queryable: Queryable, before: BeforeStatement): Queryable {
  return {
    query: async <R>(statement: Statement | string, values?: readonly unknown[]) => {
      await before(typeof statement === 'string' ? statement : statement.name);
      return queryable.query<R>(statement, values);
    },
  };
}
