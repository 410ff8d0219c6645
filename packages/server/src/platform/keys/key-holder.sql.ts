import type { Queryable } from '../database/store.ts';

/** Says that a process has the database open, and with which key it seals. */
export async function markHolder(
  store: Queryable,
  processId: string,
  newestId: string,
): Promise<void> {
  await store.query(
    `insert into key_holder values ($1, $2, now())
     on conflict (process_id) do update set newest_id = $2, seen_at = now()`,
    [processId, newestId],
  );
}

export async function removeHolder(store: Queryable, processId: string): Promise<void> {
  await store.query(
    `delete from key_holder where process_id = $1 or seen_at < now() - interval '1 day'`,
    [processId],
  );
}

/** How many processes were seen in the last minute that seal with another key. */
export async function countOtherHolders(store: Queryable, newestId: string): Promise<number> {
  const [row] = await store.query<{ n: bigint }>(
    `select count(*) as n from key_holder
     where newest_id <> $1 and seen_at > now() - interval '1 minute'`,
    [newestId],
  );
  return Number(row?.n ?? 0n);
}
