import type { Queryable } from '../../platform/database/store.ts';

/** What follows can be taken back without the rest of the transaction. */
export async function setSavepoint(tx: Queryable): Promise<void> {
  await tx.query('savepoint written');
}

export async function keepSavepoint(tx: Queryable): Promise<void> {
  await tx.query('release savepoint written');
}

/** Takes back what was written since; it costs what keeping it costs. */
export async function undoToSavepoint(tx: Queryable): Promise<void> {
  await tx.query('rollback to savepoint written');
}
