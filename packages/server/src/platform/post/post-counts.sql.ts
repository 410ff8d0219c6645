import type { Queryable } from '../database/store.ts';
import { timestamp } from './timestamp.ts';

/** What waits, what of it is late, and what was given up, in each outbox. */
export type PostCounts = {
  readonly contracts: BoxCounts;
  readonly people: BoxCounts;
};

export type BoxCounts = {
  readonly waiting: number;
  /** Of those that wait: due for a quarter of an hour and more. */
  readonly late: number;
  readonly dead: number;
};

const LATE_MS = 15 * 60_000;
/** Beyond this a count says "at least": nobody decides by more, and counting is work. */
export const COUNTED_MAX = 10_000;

const counts = (table: string): string =>
  `(select count(*)::integer from (select from ${table} where sent_at is null and dead_at is null
     and due_at <= $1::timestamptz limit ${COUNTED_MAX}) w) as ${table}_waiting,
   (select count(*)::integer from (select from ${table} where sent_at is null and dead_at is null
     and due_at <= $2::timestamptz limit ${COUNTED_MAX}) l) as ${table}_late,
   (select count(*)::integer from (select from ${table} where dead_at is not null
     limit ${COUNTED_MAX}) d) as ${table}_dead`;

export async function countPost(queryable: Queryable, nowMs: number): Promise<PostCounts> {
  const [row] = await queryable.query<Record<string, number>>(
    `select ${counts('outbox')}, ${counts('person_message')}`,
    [timestamp(nowMs), timestamp(nowMs - LATE_MS)],
  );
  const box = (table: string): BoxCounts => ({
    waiting: row?.[`${table}_waiting`] ?? 0,
    late: row?.[`${table}_late`] ?? 0,
    dead: row?.[`${table}_dead`] ?? 0,
  });
  return { contracts: box('outbox'), people: box('person_message') };
}
