import { randomUUID } from 'node:crypto';
import type { Store } from '../database/store.ts';
import { markHolder, removeHolder } from './key-holder.sql.ts';
import type { KeyRing } from './key-ring.ts';

const EVERY_MS = 20_000;

/**
 * Keeps a row that says with which key this process seals, so that no rotation retires it. The
 * function that is returned takes the row away again.
 */
export async function holdKeys(store: Store, ring: KeyRing): Promise<() => Promise<void>> {
  const processId = randomUUID();
  await markHolder(store, processId, ring.newestId);
  const timer = setInterval(() => {
    // A database that is away is told of by everything that needs it, and nothing rotates there.
    markHolder(store, processId, ring.newestId).catch(() => undefined);
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    // A row that stays is not counted after a minute.
    await removeHolder(store, processId).catch(() => undefined);
  };
}
