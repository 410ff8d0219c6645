import { addDays, type BusinessDate, daysBetween } from '@roadbook/domain/time/calendar';
import type { Lender } from '../../lender/lender.ts';
import type { Store } from '../../platform/database/store.ts';
import type { ReportFault } from '../../platform/report-fault.ts';
import { openDayOf, servicingDayAt } from './business-day.ts';
import { type CloseProgress, closeOpenDay } from './close-day.ts';
import { clockAheadMs, clockNote } from './database-clock.ts';

const CHECK_MS = 30_000;

/** What turning the day needs. */
export type DayKeeper = {
  readonly store: Store;
  readonly lender: Lender;
  readonly clock: () => number;
};

/**
 * Closes the open day if it is over by this server's clock and by the database's. Only one: a clock
 * that is wrong must not close a month, so when more days are over, somebody has to say so. Returns
 * what an operator should know, as sentences.
 */
export async function turnDayThatIsOver(
  { store, lender, clock }: DayKeeper,
  onProgress: (progress: CloseProgress) => void = () => undefined,
): Promise<readonly string[]> {
  const open = await openDayOf(store);
  if (open === null) return [];
  const aheadMs = await clockAheadMs(store, clock);
  const note = clockNote(aheadMs);
  const notes = note === null ? [] : [note];
  const today = dayByBothClocks(lender, clock(), aheadMs);
  const over = daysBetween(open, today);
  if (over > 1) return [...notes, waitingNote(open, today, over)];
  if (over === 1) await closeOpenDay(store, clock, onProgress);
  return notes;
}

/** The servicing day that has come by both clocks. */
export function dayByBothClocks(lender: Lender, nowMs: number, aheadMs: number): BusinessDate {
  return servicingDayAt(lender, Math.min(nowMs, nowMs - aheadMs));
}

function waitingNote(open: BusinessDate, today: BusinessDate, over: number): string {
  const last = addDays(today, -1);
  return (
    `${over} business days are over and not closed, ${open} to ${last}; the open day is ${open}. ` +
    'More than one is closed only when you say so. Run: ' +
    `npm run roadbook -- close-day --through ${last}`
  );
}

/** Watches the day while a server runs. */
export type DayWatch = {
  /** What an operator should know of the day and the clock at this moment. */
  readonly notes: () => readonly string[];
};

/**
 * Turns the day when it is over, looking twice a minute from the first check on. A failure is
 * reported and tried again; a note is reported when it is new.
 */
export function keepDays(
  keeper: DayKeeper,
  known: readonly string[],
  report: ReportFault,
  signal: AbortSignal,
): DayWatch {
  let notes = known;
  let isRunning = false;
  const check = async (): Promise<void> => {
    const found = await turnDayThatIsOver(keeper);
    for (const note of found) if (!notes.includes(note)) report(note, null);
    notes = found;
  };
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    check()
      .catch((error: unknown) => report('The day could not be turned', error))
      .finally(() => {
        isRunning = false;
      });
  }, CHECK_MS);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer));
  return { notes: () => notes };
}
