import type { Queryable } from './store.ts';

/** Whether the database answers a query. */
export async function isReachable(store: Queryable): Promise<boolean> {
  try {
    await store.query('select 1 as one');
    return true;
  } catch {
    return false;
  }
}
