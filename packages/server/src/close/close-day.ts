import { closeContract } from '@roadbook/domain/close/close-contract';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { applyDecisions } from '../store/apply-decisions.ts';
import { type PreparedDecision, prepareDecision } from '../store/prepare-entries.ts';
import { readDueContracts, type StoredContract } from '../store/read-contract.ts';
import { isRetryable, type Store } from '../store/store.ts';
import { DayNotDone, type DayTotals, openDayOf, turnDay } from './business-day.ts';

export type CloseProgress = {
  readonly day: BusinessDate;
  readonly closed: number;
  readonly setAside: number;
};

export type CloseReport = CloseProgress & { readonly totals: DayTotals };

const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Closes the open day: decides every contract that has something to do, in chunks, and turns the
 * day when none is left. A contract whose rule throws is set aside with its reason and the others go
 * on. Killed at any moment and called again, it goes on; run twice it changes nothing.
 */
export async function closeOpenDay(
  store: Store,
  clock: () => number,
  onProgress: (progress: CloseProgress) => void = () => undefined,
): Promise<CloseReport> {
  const day = await openDayOf(store);
  if (day === null) throw new DayNotDone('No business day has been opened yet.');
  const aside = new Set(
    (
      await store.query<{ contract_id: string }>(
        'select contract_id from set_aside where business_date = $1',
        [day],
      )
    ).map((row) => row.contract_id),
  );
  let closed = 0;
  for (;;) {
    const wrote = await closePass(store, clock, day, aside, (count) => {
      closed += count;
      onProgress({ day, closed, setAside: aside.size });
    });
    if (wrote === 0) break;
  }
  const totals = await turnDay(store, day, clock());
  return { day, closed, setAside: aside.size, totals };
}

/** One pass over everything due, in order of id; answers how many contracts were written. */
async function closePass(
  store: Store,
  clock: () => number,
  day: BusinessDate,
  aside: Set<string>,
  onChunk: (count: number) => void,
): Promise<number> {
  const size = store.engine === 'embedded' ? 100 : 1_000;
  let after = NO_ID;
  let wrote = 0;
  for (;;) {
    const due = await readDueContracts(store, day, after, size);
    const last = due.at(-1);
    if (last === undefined) return wrote;
    after = last.contract.contractId;
    const count = await closeChunk(store, clock, day, aside, due);
    wrote += count;
    onChunk(count);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function closeChunk(
  store: Store,
  clock: () => number,
  day: BusinessDate,
  aside: Set<string>,
  due: readonly StoredContract[],
): Promise<number> {
  const prepared: PreparedDecision[] = [];
  const nowMs = clock();
  for (const stored of due) {
    if (aside.has(stored.contract.contractId)) continue;
    const decision = await decideClose(store, day, aside, stored, nowMs);
    if (decision !== null) prepared.push(decision);
  }
  if (prepared.length === 0) return 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await applyDecisions(store, day, nowMs, prepared)).size;
    } catch (error) {
      if (!isRetryable(error) || attempt >= 5) throw error;
    }
  }
}

async function decideClose(
  store: Store,
  day: BusinessDate,
  aside: Set<string>,
  stored: StoredContract,
  nowMs: number,
): Promise<PreparedDecision | null> {
  const { contract, head, openDay } = stored;
  try {
    const decision = closeContract(contract, day);
    return prepareDecision(
      {
        contract,
        head,
        openDay,
        key: `close:${day}:${contract.version + 1}`,
        inputHash: null,
        decision,
        earliestNext: addDays(day, 1),
      },
      nowMs,
    );
  } catch (error) {
    aside.add(contract.contractId);
    const reason = error instanceof Error ? error.message : 'unknown';
    await store.query('insert into set_aside values ($1, $2, $3, $4) on conflict do nothing', [
      day,
      contract.contractId,
      reason,
      new Date(nowMs).toISOString(),
    ]);
    return null;
  }
}
