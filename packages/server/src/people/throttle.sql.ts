import type { Store } from '../platform/database/store.ts';

/** At most so many attempts in a window, per bucket; the window begins with the first attempt. */
export type ThrottleRule = { readonly attempts: number; readonly windowSeconds: number };

/**
 * Counts an attempt and answers how many seconds to wait, 0 when it may go on. Nobody is ever
 * locked out for good: the window passes. Called before any hashing, so that it also protects the
 * server.
 */
export async function countAttempt(
  store: Store,
  bucket: string,
  rule: ThrottleRule,
  nowMs: number,
): Promise<number> {
  const at = new Date(nowMs).toISOString();
  const opensAt = new Date(nowMs - rule.windowSeconds * 1_000).toISOString();
  const [row] = await store.query<{ attempts: number; window_start: string }>(
    `insert into throttle (bucket, attempts, window_start) values ($1, 1, $2)
     on conflict (bucket) do update set
       attempts = case when throttle.window_start < $3::timestamptz then 1
         else throttle.attempts + 1 end,
       window_start = case when throttle.window_start < $3::timestamptz then $2::timestamptz
         else throttle.window_start end
     returning attempts, window_start`,
    [bucket, at, opensAt],
  );
  if (row === undefined || row.attempts <= rule.attempts) return 0;
  const endsMs = Date.parse(row.window_start) + rule.windowSeconds * 1_000;
  return Math.max(1, Math.ceil((endsMs - nowMs) / 1_000));
}

/** Forgets a bucket after a success. */
export async function clearAttempts(store: Store, bucket: string): Promise<void> {
  await store.query('delete from throttle where bucket = $1', [bucket]);
}

/** Takes an attempt back out of a bucket: a success does not count. */
export async function forgiveAttempt(store: Store, bucket: string): Promise<void> {
  await store.query(
    'update throttle set attempts = attempts - 1 where bucket = $1 and attempts > 0',
    [bucket],
  );
}
