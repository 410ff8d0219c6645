import { closeContract } from '@roadbook/domain/close/close-contract';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { isRetryable, type Store, sqlState } from '../../platform/database/store.ts';
import { arrayText } from '../../platform/database/value-parsers.ts';
import { nextTurn, workAhead } from '../../platform/database/work-ahead.ts';
import type { StoredContract } from '../read/contract-row.ts';
import { readDueContracts } from '../read/read-contract.ts';
import { applyDecisions } from '../write/apply-decisions.ts';
import { type PreparedDecision, prepareDecision } from '../write/prepare-entries.ts';
import { DayNotDone, type DayTotals, openDayOf, totalsOfClosed, turnDay } from './business-day.ts';
import { waitWhileAway } from './wait-while-away.ts';

export type CloseProgress = {
  readonly day: BusinessDate;
  readonly closed: number;
  readonly setAside: number;
};

export type CloseReport = CloseProgress & { readonly totals: DayTotals };

/** How often money may come between the last pass and the turn before the close gives up. */
const TURNS_MAX = 100;

const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Closes the open day: decides every contract that has something to do, in chunks, and turns the
 * day when none is left. A contract whose rule throws is set aside with its reason and the others
 * go on. Killed at any moment and called again, it goes on; run twice it changes nothing. A
 * database that goes away meanwhile is waited for.
 */
export async function closeOpenDay(
  store: Store,
  clock: () => number,
  onProgress: (progress: CloseProgress) => void = () => undefined,
): Promise<CloseReport> {
  const day = await waitWhileAway(() => openDayOf(store));
  if (day === null) throw new DayNotDone('No business day has been opened yet.');
  const aside = await waitWhileAway(() => setAsideOn(store, day));
  let closed = 0;
  const onChunk = (count: number): void => {
    closed += count;
    onProgress({ day, closed, setAside: aside.size });
  };
  for (let attempt = 1; ; attempt += 1) {
    await waitWhileAway(async () => {
      while (await closePass(store, clock, day, aside, onChunk));
    });
    try {
      const totals = await waitWhileAway((turn) => turnOnce(store, clock, day, turn));
      return { day, closed, setAside: aside.size, totals };
    } catch (error) {
      // Money that came in after the last pass may have given a contract something to do today.
      const isMore = error instanceof DayNotDone && (await openDayOf(store)) === day;
      if (!isMore || attempt >= TURNS_MAX) throw error;
    }
  }
}

/** Turns the day, or finds that a turn which was never answered has done so. */
async function turnOnce(
  store: Store,
  clock: () => number,
  day: BusinessDate,
  attempt: number,
): Promise<DayTotals> {
  const earlier = attempt === 1 ? null : await totalsOfClosed(store, day);
  return earlier ?? turnDay(store, day, clock());
}

async function setAsideOn(store: Store, day: BusinessDate): Promise<Set<string>> {
  const rows = await store.query<{ contract_id: string }>(
    'select contract_id from set_aside where business_date = $1',
    [day],
  );
  return new Set(rows.map((row) => row.contract_id));
}

/**
 * One pass over everything due, in order of id; answers whether there was anything to do. A
 * contract that somebody paid meanwhile lost the guard, and the next pass decides it again. A chunk
 * is read and decided while the database writes the one before it.
 */
async function closePass(
  store: Store,
  clock: () => number,
  day: BusinessDate,
  aside: Set<string>,
  onChunk: (count: number) => void,
): Promise<boolean> {
  let isAnyDue = false;
  await workAhead(decidedChunks(store, clock, day, aside), async (chunk) => {
    isAnyDue = true;
    onChunk(await closeChunk(store, day, aside, chunk));
    await nextTurn();
  });
  return isAnyDue;
}

type DecidedChunk = {
  readonly nowMs: number;
  readonly prepared: readonly PreparedDecision[];
  readonly failed: readonly Failure[];
};

async function* decidedChunks(
  store: Store,
  clock: () => number,
  day: BusinessDate,
  aside: ReadonlySet<string>,
): AsyncGenerator<DecidedChunk, void, void> {
  const size = store.engine === 'embedded' ? 100 : 1_000;
  let after = NO_ID;
  for (;;) {
    const found = await readDueContracts(store, day, after, size);
    const last = found.at(-1);
    if (last === undefined) return;
    after = last.contract.contractId;
    const due = found.filter(({ contract }) => !aside.has(contract.contractId));
    if (due.length > 0) yield decideChunk(day, due, clock());
  }
}

function decideChunk(
  day: BusinessDate,
  due: readonly StoredContract[],
  nowMs: number,
): DecidedChunk {
  const prepared: PreparedDecision[] = [];
  const failed: Failure[] = [];
  for (const stored of due) {
    const decision = decideClose(day, stored, nowMs);
    if ('reason' in decision) failed.push(decision);
    else prepared.push(decision);
  }
  return { nowMs, prepared, failed };
}

async function closeChunk(
  store: Store,
  day: BusinessDate,
  aside: Set<string>,
  { nowMs, prepared, failed }: DecidedChunk,
): Promise<number> {
  await setAside(store, day, nowMs, failed);
  for (const { contractId } of failed) aside.add(contractId);
  return prepared.length === 0 ? 0 : writeChunk(store, day, nowMs, prepared, aside);
}

/** Writes a chunk; if one decision cannot be stored, the others are written without it. */
async function writeChunk(
  store: Store,
  day: BusinessDate,
  nowMs: number,
  prepared: readonly PreparedDecision[],
  aside: Set<string>,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const written = await applyDecisions(store, day, nowMs, prepared);
      if (written.size === 0) await demandOpen(store, day);
      return written.size;
    } catch (error) {
      if (isUnstorable(error)) return writeEach(store, day, nowMs, prepared, aside);
      if (!isRetryable(error) || attempt >= 5) throw error;
    }
  }
}

async function writeEach(
  store: Store,
  day: BusinessDate,
  nowMs: number,
  prepared: readonly PreparedDecision[],
  aside: Set<string>,
): Promise<number> {
  let written = 0;
  for (const decision of prepared) {
    try {
      written += (await applyDecisions(store, day, nowMs, [decision])).size;
    } catch (error) {
      if (!isUnstorable(error)) throw error;
      const { contractId } = decision;
      await setAside(store, day, nowMs, [{ contractId, reason: reasonOf(error) }]);
      aside.add(contractId);
    }
  }
  return written;
}

/** The database took the statement and refused the values: SQLSTATE classes 22 and 23. */
function isUnstorable(error: unknown): boolean {
  return /^2[23]/.test(sqlState(error) ?? '');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

/**
 * Nothing was written: either every contract was paid meanwhile, or the day is not ours any more.
 */
async function demandOpen(store: Store, day: BusinessDate): Promise<void> {
  const open = await openDayOf(store);
  if (open !== day) throw new DayNotDone(`Somebody else closed ${day}; the open day is ${open}.`);
}

type Failure = { readonly contractId: string; readonly reason: string };

function decideClose(
  day: BusinessDate,
  { contract, head, openDay }: StoredContract,
  nowMs: number,
): PreparedDecision | Failure {
  try {
    const decision = closeContract(contract, { on: day });
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
    return { contractId: contract.contractId, reason: reasonOf(error) };
  }
}

async function setAside(
  store: Store,
  day: BusinessDate,
  nowMs: number,
  failed: readonly Failure[],
): Promise<void> {
  if (failed.length === 0) return;
  await store.query(
    `insert into set_aside (business_date, contract_id, reason, set_aside_at)
     select $1::date, contract_id, reason, $4::timestamptz
     from unnest($2::uuid[], $3::text[]) w(contract_id, reason) on conflict do nothing`,
    [
      day,
      arrayText(failed.map(({ contractId }) => contractId)),
      arrayText(failed.map(({ reason }) => reason.replaceAll('\u0000', ''))),
      new Date(nowMs).toISOString(),
    ],
  );
}
