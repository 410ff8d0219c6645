import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Lender } from '../lender/lender.ts';
import { boardContracts, knownContracts } from '../store/board-contracts.ts';
import type { Store } from '../store/store.ts';
import { sqlState } from '../store/store.ts';
import {
  type BoardedRecord,
  type BoardingContext,
  boardRecord,
  contractIdOf,
  recordHashOf,
} from './board-record.ts';
import { type BoardingSummary, emptySummary } from './boarding-summary.ts';
import type { Ex102Item } from './read/boarding-item.ts';
import { type Ex102Record, moneyCents } from './read/ex102-record.ts';
import type { PartyIndex } from './read/party-index.ts';
import { type Fault, type Reject, rejectAt } from './read/reject.ts';

export type BoardFile = {
  readonly store: Store;
  readonly clock: () => number;
  readonly lender: Lender;
  readonly ring: KeyRing;
  readonly openDay: BusinessDate;
  readonly deal: string;
  readonly source: string;
  readonly asOf: BusinessDate | null;
  readonly items: AsyncIterable<Ex102Item>;
  readonly parties: PartyIndex | null;
  readonly onReject: (reject: Reject) => void;
  readonly onProgress: (summary: BoardingSummary) => void;
};

const BALANCE = {
  loan: 'reportingPeriodActualEndBalanceAmount',
  lease: 'reportingPeriodEndingActualBalanceAmount',
} as const;

/**
 * Boards every record of a file, batch by batch, each record on its own. Nothing is lost in silence:
 * what was read is boarded, unchanged, or rejected with a reason, and the balances add up. Killed
 * and run again it goes on; the same file again changes nothing.
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

function countReject(summary: BoardingSummary, rule: string, endBalanceCents: bigint): void {
  summary.rejected += 1;
  summary.rejectedCents += endBalanceCents;
  summary.rejectedByRule[rule] = (summary.rejectedByRule[rule] ?? 0) + 1;
}

async function boardBatch(
  job: BoardFile,
  summary: BoardingSummary,
  records: readonly Ex102Record[],
): Promise<void> {
  const context: BoardingContext = { ...job, nowMs: job.clock() };
  const ready: { record: Ex102Record; boarded: BoardedRecord }[] = [];
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
    const contractId = contractIdOf(job.deal, record.assetNumber);
    const before = known.recordHashes.get(contractId);
    const twin = ids.get(contractId);
    const hash = before ?? (twin === undefined ? undefined : recordHashOf(twin));
    if (hash !== undefined) {
      settleKnown(job, summary, record, hash.equals(recordHashOf(record)));
      continue;
    }
    ids.set(contractId, record);
    const { assetNumber } = record;
    const key = { contractNumber: assetNumber, deal: job.deal, assetNumber };
    const boarded = boardRecord(record, job.parties?.partiesOf(key) ?? [], context);
    if ('toBoard' in boarded) ready.push({ record, boarded });
    else rejectRecord(job, summary, record, boarded);
  }
  await write(job, summary, await withFreeNumbers(job, summary, ready));
}

/** A record whose contract exists: the same again, or another word about it. */
function settleKnown(
  job: BoardFile,
  summary: BoardingSummary,
  record: Ex102Record,
  isSame: boolean,
): void {
  if (isSame) {
    summary.unchanged += 1;
    summary.unchangedCents += endBalance(record);
    return;
  }
  rejectRecord(job, summary, record, {
    element: 'assetNumber',
    value: record.assetNumber,
    rule: 'already-boarded',
    sentence: 'This asset of the deal is boarded already, and this record says something else.',
    accepted: 'a record of an asset that is not boarded yet, or exactly the one that was',
  });
}

function rejectRecord(
  job: BoardFile,
  summary: BoardingSummary,
  record: Ex102Record,
  fault: Fault,
): void {
  countReject(summary, fault.rule, endBalance(record));
  const { ordinal, offset, line, assetNumber } = record;
  job.onReject(rejectAt({ ordinal, offset, line, record: assetNumber }, fault));
}

type Ready = { readonly record: Ex102Record; readonly boarded: BoardedRecord };

/** Leaves out contracts whose number belongs to another contract, here or in the batch. */
async function withFreeNumbers(
  job: BoardFile,
  summary: BoardingSummary,
  ready: readonly Ready[],
): Promise<Ready[]> {
  const { takenNumbers } = await knownContracts(
    job.store,
    ready.map(({ boarded }) => boarded.toBoard),
  );
  const taken = new Set(takenNumbers.keys());
  return ready.filter(({ record, boarded }) => {
    const { contractNumber } = boarded.toBoard;
    if (!taken.has(contractNumber)) {
      taken.add(contractNumber);
      return true;
    }
    rejectRecord(job, summary, record, {
      element: 'contract_number',
      value: contractNumber,
      rule: 'contract-number-taken',
      sentence: 'Another contract has this contract number.',
      accepted: 'a contract number of its own for every contract',
    });
    return false;
  });
}

async function write(
  job: BoardFile,
  summary: BoardingSummary,
  ready: readonly Ready[],
): Promise<void> {
  if (ready.length === 0) return;
  const contracts = ready.map(({ boarded }) => boarded.toBoard);
  let opened: Set<string>;
  try {
    opened = await boardContracts(job.store, job.openDay, job.clock(), contracts);
  } catch (error) {
    if (sqlState(error) !== '23505' || ready.length === 1) throw error;
    for (const each of ready) await write(job, summary, [each]);
    return;
  }
  if (opened.size === 0) throw new Error('The business day turned while boarding. Run it again.');
  for (const { boarded } of ready) {
    if (!opened.has(boarded.toBoard.contractId)) {
      summary.unchanged += 1;
      summary.unchangedCents += boarded.principalCents + boarded.chargedOffCents;
      continue;
    }
    summary.boarded += 1;
    summary.boardedByProduct[boarded.toBoard.product] += 1;
    summary.principalCents += boarded.principalCents;
    summary.chargedOffCents += boarded.chargedOffCents;
    summary.parties += boarded.toBoard.parties.length;
    for (const term of boarded.assumed) {
      summary.assumed[term] = (summary.assumed[term] ?? 0) + 1;
    }
  }
}

function endBalance(record: Ex102Record): bigint {
  return moneyCents(record, BALANCE[record.product]) ?? 0n;
}
