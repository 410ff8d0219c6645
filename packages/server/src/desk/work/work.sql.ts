import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../../platform/database/store.ts';
import { GIVE_BACK_WAITING } from './give-back-work.sql.ts';

export type WorkKind =
  | 'call-back'
  | 'dead-letter'
  | 'set-aside'
  | 'letter'
  | 'garaging'
  | 'bill-due'
  | 'bill-dispute'
  | 'refund-due';

/** Within how many days the lender promises what a car that is back makes due. */
export type GiveBackDays = { readonly billDays: number; readonly refundDays: number };

/** A piece of work: the thing itself, and what is known of it as work. */
export type WorkRow = {
  readonly kind: WorkKind;
  readonly item_key: string;
  readonly contract_id: string | null;
  readonly contract_number: string | null;
  readonly person_id: string | null;
  readonly about: string;
  readonly part_of_day: string | null;
  readonly since: string;
  readonly promised_on: BusinessDate | null;
  readonly business_date: BusinessDate | null;
  readonly owner: string | null;
  readonly owner_key_id: string | null;
  readonly owner_sealed: Buffer | null;
};

/**
 * Everything that waits for a person. Each kind lives in its own table; `work_item` adds who has it
 * and whether it was done, where the thing itself cannot say so.
 */
const WAITING = `
  select 'call-back' as kind, b.call_back_id::text as item_key, b.contract_id, b.person_id,
    b.about, b.part_of_day, b.asked_at as since, b.promised_on, b.business_date
  from call_back b where b.answered_at is null
  union all
  select 'dead-letter', o.contract_id::text || ':' || o.seq || ':' || o.n, o.contract_id, null,
    o.topic, null, o.dead_at, null, null
  from outbox o where o.dead_at is not null
  union all
  select 'dead-letter', 'person:' || m.message_id, null, m.person_id, m.template, null, m.dead_at,
    null, null
  from person_message m where m.dead_at is not null
  union all
  select 'set-aside', a.business_date::text || ':' || a.contract_id, a.contract_id, null,
    a.reason, null, a.set_aside_at, null, a.business_date
  from set_aside a
  union all
  select 'letter', l.letter_id::text, l.contract_id, l.person_id, 'recover', null, l.made_at, null,
    null
  from recovery_letter l where l.printed_at is null
  union all
  select 'garaging', g.move_id::text, g.contract_id, g.person_id, 'garaging-moved', null,
    g.moved_at, null, null
  from garaging_move g
  union all
  ${GIVE_BACK_WAITING}`;

const LIST = `select q.*, c.contract_number, w.owner, m.key_id as owner_key_id,
    m.sealed as owner_sealed
  from (${WAITING}) q left join contract c on c.contract_id = q.contract_id
  left join work_item w on w.kind = q.kind and w.item_key = q.item_key
  left join staff m on m.staff_id = w.owner
  where w.done_at is null`;

/** What waits: of each kind so many, what was promised first and then what is oldest. */
export function listWork(
  store: Queryable,
  { billDays, refundDays }: GiveBackDays,
  limit: number,
): Promise<WorkRow[]> {
  return store.query<WorkRow>(
    `select * from (
       select l.*, row_number() over (
         partition by l.kind order by l.promised_on nulls last, l.since, l.item_key) as place
       from (${LIST}) l) ranked
     where place <= $3 order by since, kind, item_key`,
    [billDays, refundDays, limit],
  );
}

export async function workOf(
  store: Queryable,
  { billDays, refundDays }: GiveBackDays,
  kind: WorkKind,
  itemKey: string,
): Promise<WorkRow | null> {
  const [row] = await store.query<WorkRow>(`${LIST} and q.kind = $3 and q.item_key = $4`, [
    billDays,
    refundDays,
    kind,
    itemKey,
  ]);
  return row ?? null;
}

/** Takes a piece of work if nobody has it; of two at once one gets it. */
export async function takeWorkItem(
  store: Queryable,
  kind: WorkKind,
  itemKey: string,
  staffId: string,
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `insert into work_item (kind, item_key, owner, taken_at) values ($1, $2, $3, $4)
     on conflict (kind, item_key) do update set owner = excluded.owner,
       taken_at = coalesce(work_item.taken_at, excluded.taken_at)
     where work_item.done_at is null
       and (work_item.owner is null or work_item.owner = excluded.owner)
     returning 1`,
    [kind, itemKey, staffId, new Date(nowMs).toISOString()],
  );
  return rows.length === 1;
}

/** Gives a piece of work back; false where somebody else has it. */
export async function releaseWorkItem(
  store: Queryable,
  kind: WorkKind,
  itemKey: string,
  staffId: string,
): Promise<boolean> {
  const rows = await store.query(
    `update work_item set owner = null, taken_at = null
     where kind = $1 and item_key = $2 and owner = $3 and done_at is null returning 1`,
    [kind, itemKey, staffId],
  );
  return rows.length === 1;
}

/** Finishes a piece of work with what came of it; false where somebody else has it. */
export async function finishWorkItem(
  store: Queryable,
  item: {
    readonly kind: WorkKind;
    readonly itemKey: string;
    readonly staffId: string;
    readonly keyId: string;
    readonly sealed: Buffer;
  },
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `update work_item set done_at = $4, done_by = $3, key_id = $5, sealed = $6
     where kind = $1 and item_key = $2 and owner = $3 and done_at is null returning 1`,
    [item.kind, item.itemKey, item.staffId, new Date(nowMs).toISOString(), item.keyId, item.sealed],
  );
  return rows.length === 1;
}
