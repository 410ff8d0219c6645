import { knownContracts } from '../book/write/board-contracts.ts';
import { workAhead } from '../platform/database/work-ahead.ts';
import type { BoardFile } from './boarding-job.ts';
import { type BoardingSummary, emptySummary } from './boarding-summary.ts';
import { type Prepared, prepareBatches, type Unread } from './prepare-batches.ts';
import { countReject, rejectRecord, settleKnown } from './settle-record.ts';
import { type Ready, writeBatch } from './write-batch.ts';

/**
 * Boards every record of a file, batch by batch, each record on its own. Nothing is lost in
 * silence: what was read is boarded, unchanged, or rejected with a reason, and the balances add up.
 * Killed and run again it goes on; the same file again changes nothing. A batch is read and mapped
 * while the one before it is written; what it finds in the database is looked up in its turn.
 */
export async function boardFile(job: BoardFile): Promise<BoardingSummary> {
  const summary = emptySummary(job.deal, job.source);
  await workAhead(prepareBatches(job), async (batch) => {
    await boardBatch(job, summary, batch);
    job.onProgress(summary);
  });
  for (const party of job.parties?.unclaimed() ?? []) {
    // One parties file may serve several deals: who names another deal is not missed in this one.
    if (party.deal !== null && party.deal !== job.deal) continue;
    summary.partiesUnclaimed += 1;
    job.onReject({
      ordinal: null,
      record: party.contractNumber ?? party.assetNumber,
      offset: null,
      line: party.line,
      element: 'contract_number',
      value: null,
      rule: 'party-without-contract',
      sentence: 'No record of the boarded file belongs to this party.',
      accepted: 'the contract or asset number of a record in the file',
    });
  }
  job.onProgress(summary);
  return summary;
}

function takeReject(job: BoardFile, summary: BoardingSummary, item: Unread): void {
  if (item.scope === 'file') {
    summary.fileDefects += item.rejects.length;
    if (item.refused) summary.refused = true;
  } else {
    summary.read += 1;
    summary.endBalanceCents += item.endBalanceCents ?? 0n;
    countReject(summary, item.rejects[0]?.rule ?? 'unknown', item.endBalanceCents ?? 0n);
  }
  item.rejects.forEach(job.onReject);
}

async function boardBatch(
  job: BoardFile,
  summary: BoardingSummary,
  batch: readonly Prepared[],
): Promise<void> {
  const ready: Ready[] = [];
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
      continue;
    }
    twins.set(contractId, recordHash);
    if ('toBoard' in result) ready.push({ record, boarded: result });
    else if ('rule' in result) rejectRecord(job, summary, record, result);
  }
  await writeBatch(job, summary, ready, known.takenNumbers);
}
