import { knownContracts } from '../book/write/board-contracts.ts';
import { DEFAULT_CHECKS } from '../lender/boarding-checks.ts';
import { workAhead } from '../platform/database/work-ahead.ts';
import { askAboutAge } from './ask-about-age.ts';
import { askAboutRates } from './ask-about-rates.ts';
import type { BoardFile } from './boarding-job.ts';
import { type BoardingSummary, emptySummary } from './boarding-summary.ts';
import { boardUnclaimed } from './parties/board-unclaimed.ts';
import { countFile, takeMendings } from './parties/count-parties.ts';
import { mendParties } from './parties/mend-parties.ts';
import { beginRun, type ContractToMend, type MendJob } from './parties/mending.ts';
import { contractsOfKnownPeople, takeKnownPeople } from './parties/shared-people.ts';
import { type TermsToTake, takeTerms } from './parties/take-terms.ts';
import { type Prepared, prepareBatches, type UnreadWithParties } from './prepare-batches.ts';
import { countReject, rejectParties, rejectRecord, settleKnown } from './settle-record.ts';
import { type Ready, writeBatch } from './write-batch.ts';

/**
 * Boards every record of a file, batch by batch, each record on its own. Nothing is lost in
 * silence: what was read is boarded, unchanged, or rejected with a reason, and the balances add up.
 * Killed and run again it goes on; the same file again changes nothing. A batch is read and mapped
 * while the one before it is written; what it finds in the database is looked up in its turn.
 */
export async function boardFile(job: BoardFile): Promise<BoardingSummary> {
  const summary = emptySummary(job.deal, job.source);
  const checks = job.lender.boarding.checks ?? DEFAULT_CHECKS;
  const age = await askAboutAge(job, checks);
  if (age.question !== null) return { ...summary, question: age.question };
  const { items, question } = await askAboutRates(age.items, job.rates ?? null, checks);
  if (question !== null) return { ...summary, question };
  const { parties } = job;
  if (parties !== null) countFile(summary, parties);
  const run = beginRun({ ...job, source: parties?.source ?? '' });
  await workAhead(prepareBatches({ ...job, items }, summary.notUsed), async (batch) => {
    await boardBatch(job, summary, run, batch);
    job.onProgress(summary);
  });
  if (parties !== null && !summary.refused) await boardUnclaimed(run, job, summary, parties);
  job.onProgress(summary);
  return summary;
}

function takeReject(job: BoardFile, summary: BoardingSummary, item: UnreadWithParties): void {
  if (item.scope === 'file') {
    summary.fileDefects += item.rejects.length;
    if (item.refused) summary.refused = true;
  } else {
    summary.read += 1;
    summary.endBalanceCents += item.endBalanceCents ?? 0n;
    countReject(summary, item.rejects[0]?.rule ?? 'unknown', item.endBalanceCents ?? 0n);
  }
  item.rejects.forEach(job.onReject);
  rejectParties(job, summary, item.parties, item.rejects[0]?.rule ?? 'unknown');
}

async function boardBatch(
  job: BoardFile,
  summary: BoardingSummary,
  run: MendJob,
  batch: readonly Prepared[],
): Promise<void> {
  const ready: Ready[] = [];
  const toMend: ContractToMend[] = [];
  const toRestate: TermsToTake[] = [];
  const known = await knownContracts(
    job.store,
    batch.flatMap((item) => (item.ok && 'toBoard' in item.result ? [item.result.toBoard] : [])),
  );
  const twins = new Map<string, Buffer>();
  for (const item of batch) {
    if (!item.ok) {
      takeReject(job, summary, item);
      continue;
    }
    const { record, contractId, recordHash, result } = item;
    summary.read += 1;
    summary.endBalanceCents += record.endBalanceCents;
    // Contracts that the batch before this one made are known only now.
    const knownHash = 'knownHash' in result ? result.knownHash : known.recordHashes.get(contractId);
    const hash = knownHash ?? twins.get(contractId);
    if (hash !== undefined) {
      settleKnown(job, summary, record, hash.equals(recordHash));
      if (!twins.has(contractId)) {
        const { parties } = record;
        toMend.push({ contractId, parties });
        const isSame = 'knownHash' in result && hash.equals(recordHash);
        toRestate.push({ contractId, parties, remap: isSame ? result.remap : null });
      }
      continue;
    }
    twins.set(contractId, recordHash);
    if ('toBoard' in result) ready.push({ record, boarded: result });
    else if ('rule' in result) rejectRecord(job, summary, record, result);
  }
  const shared = job.parties === null ? [] : await contractsOfKnownPeople(run, ready);
  toMend.push(...(await writeBatch(job, summary, ready, known.takenNumbers)));
  takeMendings(job, summary, await mendParties(run, toMend));
  await takeKnownPeople(run, job, summary, shared);
  await takeTerms(
    run,
    job,
    summary,
    toRestate.filter(({ parties }) => parties.length > 0),
  );
}
