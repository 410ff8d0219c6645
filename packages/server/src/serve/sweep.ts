import type { Lender } from '../lender/lender.ts';
import { dayAt } from '../lender/local-time.ts';
import { retentionOn } from '../lender/retention.ts';
import { removeOldRows } from '../people/old-rows.sql.ts';
import type { Store } from '../platform/database/store.ts';

const EVERY_MS = 10 * 60_000;
/** What is left of a full sweep waits only so long. */
const SOON_MS = 5_000;

/** Removes rows whose time is over, now and then and a little at a time. */
export function keepSweeping(
  {
    store,
    clock,
    lender,
  }: { readonly store: Store; readonly clock: () => number; readonly lender: Lender },
  onFault: (fault: unknown) => void,
  signal: AbortSignal,
): void {
  let timer: NodeJS.Timeout;
  const later = (ms: number): void => {
    if (signal.aborted) return;
    timer = setTimeout(() => void sweep(), ms);
    timer.unref();
  };
  const sweep = async (): Promise<void> => {
    const keptDays = retentionOn(lender, dayAt(lender, new Date(clock()).toISOString()));
    const hasMore = await removeOldRows(store, clock(), keptDays).catch((fault: unknown) => {
      onFault(fault);
      return false;
    });
    later(hasMore ? SOON_MS : EVERY_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  later(SOON_MS);
}
