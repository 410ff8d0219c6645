import { createHash } from 'node:crypto';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import type { Lender } from '../../lender/lender.ts';
import type { Queryable, Store } from '../../platform/database/store.ts';

/** The open day, or null in a database that has never had one. */
export async function openDayOf(store: Queryable): Promise<BusinessDate | null> {
  const rows = await store.query<{ open_day: BusinessDate }>('select open_day from business_day');
  return rows[0]?.open_day ?? null;
}

/** Opens the first day of a new database; keeps the day of one that has one. */
export async function openFirstDay(
  store: Store,
  day: BusinessDate,
  nowMs: number,
): Promise<BusinessDate> {
  await store.query(
    'insert into business_day (open_day, opened_at) values ($1, $2) on conflict do nothing',
    [day, new Date(nowMs).toISOString()],
  );
  return (await openDayOf(store)) ?? day;
}

/** Takes back an open day on which nothing was ever written, so that another can be the first. */
export async function forgetUnusedDay(store: Store): Promise<void> {
  await store.query('delete from business_day where not exists (select from entry)');
}

/**
 * The servicing day of a moment: the local date in the lender's zone, and from the cut-off on the
 * next one. Only the shell asks; the core gets the open day.
 */
export function servicingDayAt(lender: Lender, nowMs: number): BusinessDate {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: lender.brand.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(nowMs));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const local = `${part('year')}-${part('month')}-${part('day')}` as BusinessDate;
  return `${part('hour')}:${part('minute')}` >= lender.cutOff ? addDays(local, 1) : local;
}

/** What was written on a day, as the turn records it. */
export type DayTotals = {
  readonly entryCount: bigint;
  readonly postingCount: bigint;
  readonly totalCents: string;
  readonly anchor: Buffer;
};

/**
 * Counts and sums of a day, and one hash over the last hash of every contract written that day.
 * Reads them through a cursor, so `tx` is a transaction: the day is sorted once, whatever its size.
 */
async function dayTotals(tx: Queryable, day: BusinessDate): Promise<DayTotals> {
  const [entries] = await tx.query<{ n: bigint }>(
    'select count(*) as n from entry where business_date = $1',
    [day],
  );
  const [postings] = await tx.query<{ n: bigint; total: string }>(
    `select count(*) as n, coalesce(sum(cents), 0)::text as total
     from posting where business_date = $1`,
    [day],
  );
  const digest = createHash('sha256');
  await tx.query(
    `declare day_heads no scroll cursor for
     select distinct on (contract_id) contract_id, hash from entry where business_date = $1
     order by contract_id, seq desc`,
    [day],
  );
  for (;;) {
    const heads = await tx.query<{ contract_id: string; hash: Buffer }>(
      'fetch 5000 from day_heads',
    );
    for (const { contract_id: contractId, hash } of heads) digest.update(contractId).update(hash);
    if (heads.length === 0) break;
  }
  await tx.query('close day_heads');
  return {
    entryCount: entries?.n ?? 0n,
    postingCount: postings?.n ?? 0n,
    totalCents: postings?.total ?? '0',
    anchor: digest.digest(),
  };
}

/** What the turn of a day recorded, or null while the day is not closed. */
export async function totalsOfClosed(
  store: Queryable,
  day: BusinessDate,
): Promise<DayTotals | null> {
  const [row] = await store.query<DayTotals>(
    `select entry_count as "entryCount", posting_count as "postingCount",
       total_cents::text as "totalCents", anchor
     from closed_day where business_date = $1`,
    [day],
  );
  return row ?? null;
}

/** Why a day cannot be turned. */
export class DayNotDone extends Error {}

/**
 * Turns the day: waits for every write in flight, proves that nothing is left to do, records the
 * day's totals and anchor, and opens the next day. After it no entry can get the closed date.
 */
export async function turnDay(store: Store, day: BusinessDate, nowMs: number): Promise<DayTotals> {
  return store.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(7201)');
    const open = await openDayOf(tx);
    if (open !== day) throw new DayNotDone(`The open day is ${open}, not ${day}.`);
    const [left] = await tx.query<{ n: bigint }>(
      `select count(*) as n from contract_state s where s.next_business_date <= $1
       and not exists (select from set_aside a
         where a.contract_id = s.contract_id and a.business_date = $1)`,
      [day],
    );
    if (left !== undefined && left.n > 0n) {
      throw new DayNotDone(`${left.n} contracts still have something to do on ${day}.`);
    }
    const totals = await dayTotals(tx, day);
    const at = new Date(nowMs).toISOString();
    await tx.query('insert into closed_day values ($1, $2, $3, $4, $5, $6)', [
      day,
      totals.entryCount,
      totals.postingCount,
      totals.totalCents,
      totals.anchor,
      at,
    ]);
    await tx.query('update business_day set open_day = $1, opened_at = $2', [addDays(day, 1), at]);
    return totals;
  });
}
