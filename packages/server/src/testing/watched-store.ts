/** A store that tells of every statement before it is sent, and may fail it. */
import type { Queryable, Statement, Store } from '../store/store.ts';

/** Called with the name of a named statement, else its text; throws to fail the statement. */
export type BeforeStatement = (statement: string) => void;

export function watchedStore(store: Store, before: BeforeStatement): Store {
  return {
    ...store,
    ...watched(store, before),
    transaction: (work) => store.transaction((tx) => work(watched(tx, before))),
  };
}

function watched(queryable: Queryable, before: BeforeStatement): Queryable {
  return {
    query: async <R>(statement: Statement | string, values?: readonly unknown[]) => {
      before(typeof statement === 'string' ? statement : statement.name);
      return queryable.query<R>(statement, values);
    },
  };
}
