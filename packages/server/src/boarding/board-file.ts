import { knownContracts } from '../store/board-contracts.ts';
import { type BoardingContext, boardRecord, contractIdOf, recordHashOf } from './board-record.ts';
import type { BoardFile } from './boarding-job.ts';
import { type BoardingSummary, emptySummary } from './boarding-summary.ts';
import type { Ex102Item } from './read/boarding-item.ts';
import type { Ex102Record } from './read/ex102-record.ts';
import { countReject, endBalance, rejectRecord, settleKnown } from './settle-record.ts';
import { type Ready, writeBatch } from './write-batch.ts';

/**
 * Boards every record of a file, batch by batch, each record on its own. Nothing is lost in
 * silence: what was read is boarded, unchanged, or rejected with a reason, and the balances add up.
 * Killed and run again it goes on; the same file again changes nothing.
 */
export async function boardFile(job: BoardFile): Promise<BoardingSummary> {
  const summary = emptySummary(job.deal, job.source);
  const size = job.store.engine === 'embedded' ? 100 : 500;
  let batch: Ex102Record[] = [];
  for await (const item of job.items) {
    if (item.ok) batch.push(item.record);
    else takeReject(job, summary, item);
    if (batch.length >= size) {
      await boardBatch(job, summary, batch);
      batch = [];
      job.onProgress(summary);
    }
  }
  if (batch.length > 0) await boardBatch(job, summary, batch);
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

function takeReject(
  job: BoardFile,
  summary: BoardingSummary,
  item: Extract<Ex102Item, { readonly ok: false }>,
): void {
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
  records: readonly Ex102Record[],
): Promise<void> {
  const context: BoardingContext = { ...job, nowMs: job.clock() };
  const ready: Ready[] = [];
  const ids = new Map<string, Ex102Record>();
  const known = await knownContracts(
    job.store,
    records.map((record) => ({
      contractId: contractIdOf(job.deal, record.assetNumber),
      contractNumber: '',
    })),
  );
  for (const record of records) {
    summary.read += 1;
    summary.endBalanceCents += endBalance(record);
    const { assetNumber } = record;
    const contractId = contractIdOf(job.deal, assetNumber);
    // Asked for even when the contract exists: its parties are not rows without a contract.
    const key = { contractNumber: assetNumber, deal: job.deal, assetNumber };
    const parties = job.parties?.partiesOf(key) ?? [];
    const before = known.recordHashes.get(contractId);
    const twin = ids.get(contractId);
    const hash = before ?? (twin === undefined ? undefined : recordHashOf(twin));
    if (hash !== undefined) {
      settleKnown(job, summary, record, hash.equals(recordHashOf(record)));
      continue;
    }
    ids.set(contractId, record);
    const boarded = boardRecord(record, parties, context);
    if ('toBoard' in boarded) ready.push({ record, boarded });
    else rejectRecord(job, summary, record, boarded);
  }
  await writeBatch(job, summary, ready);
}
