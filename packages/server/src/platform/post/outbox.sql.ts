import type { Queryable } from '../database/store.ts';
import { wordsText } from '../database/value-parsers.ts';
import type { Lease } from './lane-runner.ts';
import { timestamp } from './timestamp.ts';

export type OutboxRow = {
  readonly contract_id: string;
  readonly seq: number;
  readonly n: number;
  readonly topic: string;
  readonly template: string;
  readonly data: string;
  readonly attempts: number;
  /** The key, the amount and the effective date of the entry that asked for it. */
  readonly entry_key: string;
  readonly amount_cents: bigint;
  readonly effective_date: string;
};

/**
 * A row that may be sent: due, and of a contract of which nothing waits for another attempt, so
 * that the messages of one contract stay in order. The contracts that wait are few and have an
 * index of their own; asked as one list they are read once, however long the outbox is. `$1` is the
 * time.
 */
const READY = `o.sent_at is null and o.dead_at is null and o.due_at <= $1::timestamptz
  and o.contract_id not in (select p.contract_id from outbox p
    where p.attempts > 0 and p.sent_at is null and p.dead_at is null
      and p.due_at > $1::timestamptz)`;

/** Rows of a lane that may be sent now, in the order of their contracts. */
export function readyRows(
  store: Queryable,
  lane: number,
  nowMs: number,
  limit: number,
): Promise<OutboxRow[]> {
  return store.query<OutboxRow>(
    `select o.contract_id, o.seq, o.n, o.topic, o.template, o.data, o.attempts, e.key as entry_key,
       e.amount_cents, e.effective_date
     from outbox o join entry e using (contract_id, seq)
     where o.lane = $2 and ${READY}
     order by o.contract_id, o.seq, o.n limit $3`,
    [timestamp(nowMs), lane, limit],
  );
}

/** Leases the first lane that has something to send and no other owner; null when none has. */
export async function leaseLane(
  store: Queryable,
  owner: string,
  nowMs: number,
  untilMs: number,
): Promise<number | null> {
  const [row] = await store.query<{ lane: number }>(
    `update outbox_lane set owner = $2, lease_until = $3 where lane = (
       select l.lane from outbox_lane l
       where (l.lease_until is null or l.lease_until < $1::timestamptz or l.owner = $2)
         and exists (select from outbox o where o.lane = l.lane and ${READY})
       order by l.lane limit 1 for update skip locked)
     returning lane`,
    [timestamp(nowMs), owner, timestamp(untilMs)],
  );
  return row?.lane ?? null;
}

/** Gives a lane back, if it still belongs to this owner. */
export async function releaseLane(store: Queryable, { owner, lane }: Lease): Promise<void> {
  await store.query(
    'update outbox_lane set owner = null, lease_until = null where lane = $1 and owner = $2',
    [lane, owner],
  );
}

/** Puts a row off to a later attempt, or gives it up where `deadMs` is a time. */
export async function postponeRow(
  store: Queryable,
  row: OutboxRow,
  attempt: {
    readonly attempts: number;
    readonly dueMs: number;
    readonly deadMs: number | null;
    readonly reason: string;
  },
): Promise<void> {
  await store.query(
    `update outbox set attempts = $4, due_at = $5, dead_at = $6, last_error = $7
     where contract_id = $1 and seq = $2 and n = $3`,
    [
      row.contract_id,
      row.seq,
      row.n,
      attempt.attempts,
      timestamp(attempt.dueMs),
      attempt.deadMs === null ? null : timestamp(attempt.deadMs),
      attempt.reason,
    ],
  );
}

/** Marks rows as sent, if the lane still belongs to this owner. */
export async function markSent(
  store: Queryable,
  lease: Lease,
  sent: readonly OutboxRow[],
  nowMs: number,
): Promise<void> {
  await store.query(
    `update outbox o set sent_at = $1
     from unnest($2::uuid[], $3::integer[], $4::smallint[]) r(contract_id, seq, n), outbox_lane l
     where o.contract_id = r.contract_id and o.seq = r.seq and o.n = r.n
       and l.lane = $5 and l.owner = $6`,
    [
      timestamp(nowMs),
      wordsText(sent.map((row) => row.contract_id)),
      wordsText(sent.map((row) => row.seq)),
      wordsText(sent.map((row) => row.n)),
      lease.lane,
      lease.owner,
    ],
  );
}
