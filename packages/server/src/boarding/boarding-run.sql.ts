import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../platform/database/store.ts';

/** One run of the command that boards a file, with its summary as JSON. */
export type BoardingRun = {
  readonly runId: string;
  readonly deal: string;
  readonly asOf: BusinessDate | null;
  readonly source: string;
  readonly summary: string;
  readonly startedMs: number;
  readonly endedMs: number;
};

export async function insertBoardingRun(store: Queryable, run: BoardingRun): Promise<void> {
  await store.query('insert into boarding_run values ($1, $2, $3, $4, $5::text::jsonb, $6, $7)', [
    run.runId,
    run.deal,
    run.asOf,
    run.source,
    run.summary,
    new Date(run.startedMs).toISOString(),
    new Date(run.endedMs).toISOString(),
  ]);
}
