import type { Queryable } from '../../platform/database/store.ts';

/** Two clocks that differ by less are taken as one: statements take their time, too. */
const TOLERANCE_MS = 60_000;

/**
 * How far this server's clock is ahead of the database's, in milliseconds; negative when behind.
 * The database is taken to have looked in the middle of the time that its answer took.
 */
export async function clockAheadMs(store: Queryable, clock: () => number): Promise<number> {
  const askedMs = clock();
  const [row] = await store.query<{ at: string }>('select clock_timestamp() as at');
  const answeredMs = clock();
  const aheadMs = (askedMs + answeredMs) / 2 - Date.parse(row?.at ?? '');
  return Math.abs(aheadMs) <= TOLERANCE_MS + (answeredMs - askedMs) ? 0 : Math.round(aheadMs);
}

/** What an operator reads about a clock that is off, or null when it is not. */
export function clockNote(aheadMs: number): string | null {
  if (aheadMs === 0) return null;
  return (
    `The clock of this server is ${spanText(Math.abs(aheadMs))} ` +
    `${aheadMs > 0 ? 'ahead of' : 'behind'} the clock of the database. Set the wrong one right. ` +
    'Until then a business day is closed only when it is over by both.'
  );
}

const UNITS: readonly (readonly [ms: number, name: string])[] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
];

function spanText(ms: number): string {
  for (const [unitMs, name] of UNITS) {
    const count = Math.floor(ms / unitMs);
    if (count > 0) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  return `${Math.floor(ms / 1_000)} seconds`;
}
