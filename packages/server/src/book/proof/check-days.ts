import { createHash, type Hash } from 'node:crypto';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../../platform/database/store.ts';
import type { Note } from './ledger-fault.ts';
import type { LedgerEntry, LedgerPosting } from './read-ledger.ts';

type DayTally = { entries: bigint; postings: bigint; cents: bigint; readonly heads: Hash };

/** What the whole ledger adds up to by business day, as the turn of each day counted it. */
export type DayTallies = {
  addEntry(entry: LedgerEntry): void;
  addPosting(posting: LedgerPosting): void;
  /** Compares with what the turns of the days wrote down; call once, after everything was added. */
  check(store: Queryable, openDay: BusinessDate, note: Note): Promise<number>;
};

type ClosedDay = {
  readonly business_date: BusinessDate;
  readonly entry_count: bigint;
  readonly posting_count: bigint;
  readonly total_cents: string;
  readonly anchor: Buffer;
};

/**
 * Tallies days while entries go by in order of contract. The last hash of each contract and day
 * goes into the day's digest, so even a chain that was rewritten up to its head does not pass.
 */
export function tallyDays(): DayTallies {
  const days = new Map<BusinessDate, DayTally>();
  const dayOf = (date: BusinessDate): DayTally => {
    const known = days.get(date);
    if (known !== undefined) return known;
    const fresh = { entries: 0n, postings: 0n, cents: 0n, heads: createHash('sha256') };
    days.set(date, fresh);
    return fresh;
  };
  let last: LedgerEntry | null = null;
  const anchorLast = (): void => {
    if (last === null) return;
    dayOf(last.business_date).heads.update(last.contract_id).update(last.hash);
  };
  return {
    addEntry: (entry) => {
      const isNext =
        last?.contract_id !== entry.contract_id || last.business_date !== entry.business_date;
      if (isNext) anchorLast();
      last = entry;
      dayOf(entry.business_date).entries += 1n;
    },
    addPosting: ({ business_date: date, cents }) => {
      const day = dayOf(date);
      day.postings += 1n;
      day.cents += cents;
    },
    check: async (store, openDay, note) => {
      anchorLast();
      last = null;
      return checkDays(store, days, openDay, note);
    },
  };
}

async function checkDays(
  store: Queryable,
  days: ReadonlyMap<BusinessDate, DayTally>,
  openDay: BusinessDate,
  note: Note,
): Promise<number> {
  const closed = await store.query<ClosedDay>(
    `select business_date, entry_count, posting_count, total_cents, anchor from closed_day
     order by business_date`,
  );
  const nothing = { entries: 0n, postings: 0n, cents: 0n, heads: createHash('sha256') };
  for (const day of closed) {
    const differences = differencesOf(day, days.get(day.business_date) ?? nothing);
    if (differences === '') continue;
    await nameLateEntries(store, day.business_date, note);
    const sentence = `${day.business_date} is not what its close wrote down: ${differences}.`;
    note(null, 'closed-day-differs', sentence);
  }
  const known = new Set(closed.map((day) => day.business_date));
  for (const date of [...days.keys()].sort()) {
    if (date >= openDay || known.has(date)) continue;
    note(null, 'day-not-closed', `Entries are of ${date}, a day that was never closed.`);
  }
  return closed.length;
}

function differencesOf(day: ClosedDay, tally: DayTally): string {
  const { entries, postings, cents } = tally;
  const anchor = tally.heads.copy().digest();
  const parts = [
    day.entry_count === entries ? '' : `${entries} entries instead of ${day.entry_count}`,
    day.posting_count === postings ? '' : `${postings} postings instead of ${day.posting_count}`,
    BigInt(day.total_cents) === cents ? '' : `${cents} cents instead of ${day.total_cents}`,
    day.anchor.equals(anchor) ? '' : 'the hashes that its contracts ended on',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Of a day that differs, the entries that were recorded when it was over. */
async function nameLateEntries(store: Queryable, day: BusinessDate, note: Note): Promise<void> {
  const late = await store.query<{ contract_id: string; seq: number; recorded_at: string }>(
    `select e.contract_id, e.seq, e.recorded_at from entry e
     join closed_day d using (business_date)
     where e.business_date = $1 and e.recorded_at > d.closed_at
     order by e.contract_id, e.seq limit 100`,
    [day],
  );
  for (const { contract_id: id, seq, recorded_at: at } of late) {
    note(id, 'entry-after-close', `Entry ${seq} of ${day} was recorded at ${at}, after its close.`);
  }
}
