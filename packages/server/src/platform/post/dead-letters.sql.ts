import type { Queryable } from '../database/store.ts';
import { timestamp } from './timestamp.ts';

/** A message that was given up: what and why, not to whom. */
export type DeadLetter = {
  /** Of a letter its id, of a message of a contract the contract's number. */
  readonly reference: string;
  readonly outbox: 'people' | 'contracts';
  readonly template: string;
  readonly code: string;
  readonly attempts: number;
  readonly dead_at: string;
};

/** What was given up, the newest first. */
export function listDeadLetters(queryable: Queryable, limit: number): Promise<DeadLetter[]> {
  return queryable.query<DeadLetter>(
    `select * from (
       select message_id::text as reference, 'people' as outbox, template || ' by ' || channel
         as template, coalesce(last_code, 'unknown') as code, attempts, dead_at
       from person_message where dead_at is not null
       union all
       select c.contract_number || '/' || o.seq || '/' || o.n, 'contracts', o.template,
         case when o.last_error ~ '^[a-z0-9-]+$' then o.last_error else 'gateway-error' end,
         o.attempts, o.dead_at
       from outbox o join contract c using (contract_id) where o.dead_at is not null) d
     order by dead_at desc, reference limit $1`,
    [limit],
  );
}

/**
 * Lets given-up letters be tried again, all or the one of an id; returns how many. One whose time
 * is over stays given up, and so does a message of a contract: a debit needs a person's decision.
 */
export async function retryDeadLetters(
  queryable: Queryable,
  messageId: string | null,
  nowMs: number,
): Promise<number> {
  const rows = await queryable.query(
    `update person_message set dead_at = null, attempts = 0, due_at = $2, last_code = null
     where dead_at is not null and ($1::uuid is null or message_id = $1::uuid)
       and (expires_at is null or expires_at > $2)
     returning message_id`,
    [messageId, timestamp(nowMs)],
  );
  return rows.length;
}
