import type { Queryable } from '../database/store.ts';

/**
 * Takes every message that waits as sent when it fell due. For a past that was simulated: nobody is
 * to be written to, and no bank to be asked, about days that never were.
 */
export async function markPastMessagesSent(store: Queryable): Promise<void> {
  await store.query(
    `update outbox set sent_at = due_at, attempts = 1 where sent_at is null and dead_at is null`,
  );
}
