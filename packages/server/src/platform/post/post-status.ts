import type { Store } from '../database/store.ts';
import type { ReportFault } from '../report-fault.ts';
import type { Carriers } from './carriers/carrier.ts';
import { codeOf } from './not-delivered.ts';
import { COUNTED_MAX, countPost, type PostCounts } from './post-counts.sql.ts';

/** What an operator sees of the outboxes. */
export type PostStatus = { readonly counts: PostCounts; readonly notes: readonly string[] };

/** Anybody may ask for the health of a server, so that not every question counts again. */
const FRESH_MS = 5_000;

/** Counts what waits, what is late and what was given up; the answer is at most seconds old. */
export function postStatusOf(
  {
    store,
    clock,
    report,
  }: {
    readonly store: Store;
    readonly clock: () => number;
    readonly report: ReportFault;
  },
  carriers: Carriers,
): () => Promise<PostStatus | null> {
  let kept: { readonly status: PostStatus; readonly untilMs: number } | null = null;
  return async () => {
    if (kept !== null && performance.now() < kept.untilMs) return kept.status;
    try {
      const counts = await countPost(store, clock());
      const status = { counts, notes: notesOn(counts, carriers) };
      kept = { status, untilMs: performance.now() + FRESH_MS };
      return status;
    } catch (error) {
      report('What waits to be sent could not be counted', error, { code: codeOf(error) });
      return null;
    }
  };
}

export const NO_MAIL_SERVER =
  'No mail server is set: letters to customers wait, and none is lost. Set ROADBOOK_SMTP.';

function notesOn({ contracts, people }: PostCounts, { mail }: Carriers): string[] {
  const dead = contracts.dead + people.dead;
  const late = contracts.late + people.late;
  return [
    ...(mail === null ? [NO_MAIL_SERVER] : []),
    ...(late === 0 ? [] : [`Late to be sent by a quarter of an hour or more: ${counted(late)}.`]),
    ...(dead === 0
      ? []
      : [`Given up and not sent: ${counted(dead)}. "npm run roadbook -- post" lists them.`]),
  ];
}

const counted = (count: number): string =>
  count >= COUNTED_MAX ? `${COUNTED_MAX} or more` : `${count}`;
