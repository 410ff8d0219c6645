import { type BoardingSummary, emptySummary } from '../boarding-summary.ts';
import type { PartyIndex } from '../read/party/party-index.ts';
import { boardUnclaimed, type UnclaimedJob } from './board-unclaimed.ts';
import { countFile } from './count-parties.ts';
import { beginRun, type MendJob } from './mending.ts';

/** A parties file that comes without a file of contracts. */
export type PartiesJob = Omit<MendJob, 'source' | 'stated' | 'numbersRefused'> &
  UnclaimedJob & { readonly parties: PartyIndex };

/** Takes a parties file by itself: every row is about a contract that is in the book. */
export async function boardParties(job: PartiesJob): Promise<BoardingSummary> {
  const { parties } = job;
  const summary = emptySummary(job.deal ?? '', parties.source);
  countFile(summary, parties);
  const run = beginRun({ ...job, source: parties.source });
  await boardUnclaimed(run, job, summary, parties);
  return summary;
}
