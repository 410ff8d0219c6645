import { openDayOf } from '../book/day/business-day.ts';
import { boardContracts, knownContracts } from '../book/write/board-contracts.ts';
import { isRetryable, sqlState } from '../platform/database/store.ts';
import type { BoardedRecord } from './board-record.ts';
import type { BoardFile } from './boarding-job.ts';
import type { BoardingSummary } from './boarding-summary.ts';
import type { ContractToMend } from './parties/mending.ts';
import { rejectRecord, type SettledRecord, settleBoarded, settleKnown } from './settle-record.ts';

/** A record and the contract it will be. */
export type Ready = { readonly record: SettledRecord; readonly boarded: BoardedRecord };

const DEADLOCKS_MAX = 20;
const SPLITS_MAX = 3;

/**
 * Writes a batch in one transaction. Others may board at the same time: a contract they were first
 * with is compared as any that exists, a number they took is taken, a deadlock is tried again.
 * Returns the contracts that others boarded, whose rows of the parties file are still to be taken.
 */
export async function writeBatch(
  job: BoardFile,
  summary: BoardingSummary,
  ready: readonly Ready[],
  takenNumbers: ReadonlyMap<string, string>,
  split = 1,
): Promise<readonly ContractToMend[]> {
  const free = withFreeNumbers(job, summary, ready, takenNumbers);
  if (free.length === 0) return [];
  let opened: ReadonlySet<string>;
  try {
    opened = await open(job, free);
  } catch (error) {
    if (sqlState(error) !== '23505' || split >= SPLITS_MAX) throw error;
    // A number was taken since it was looked up; alone, each record finds out whether it is its
    // own.
    const toMend: ContractToMend[] = [];
    for (const each of free) {
      const known = await knownContracts(job.store, [each.boarded.toBoard]);
      toMend.push(...(await writeBatch(job, summary, [each], known.takenNumbers, split + 1)));
    }
    return toMend;
  }
  await demandOpenDay(job, opened);
  const others = free.filter(({ boarded }) => !opened.has(boarded.toBoard.contractId));
  for (const { record, boarded } of free) {
    if (opened.has(boarded.toBoard.contractId)) settleBoarded(job, summary, record, boarded);
  }
  if (others.length > 0) await settleOthers(job, summary, others);
  return others.map(({ record, boarded }) => ({
    contractId: boarded.toBoard.contractId,
    parties: record.parties,
  }));
}

async function open(job: BoardFile, ready: readonly Ready[]): Promise<ReadonlySet<string>> {
  const contracts = ready.map(({ boarded }) => boarded.toBoard);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await boardContracts(job.store, job.openDay, job.clock(), contracts);
    } catch (error) {
      if (!isRetryable(error) || attempt >= DEADLOCKS_MAX) throw error;
    }
  }
}

/** Nothing was written: either others were first with every contract, or the day has turned. */
async function demandOpenDay(job: BoardFile, opened: ReadonlySet<string>): Promise<void> {
  if (opened.size > 0 || (await openDayOf(job.store)) === job.openDay) return;
  throw new Error('The business day turned while boarding. Run it again: it goes on from here.');
}

/** Contracts that somebody else boarded meanwhile. */
async function settleOthers(
  job: BoardFile,
  summary: BoardingSummary,
  others: readonly Ready[],
): Promise<void> {
  const wanted = others.map(({ boarded }) => boarded.toBoard);
  const { recordHashes } = await knownContracts(job.store, wanted);
  for (const { record, boarded } of others) {
    const hash = recordHashes.get(boarded.toBoard.contractId);
    settleKnown(job, summary, record, hash?.equals(boarded.toBoard.recordHash) ?? false);
  }
}

/** Leaves out contracts whose number belongs to another contract, here or in the batch. */
function withFreeNumbers(
  job: BoardFile,
  summary: BoardingSummary,
  ready: readonly Ready[],
  takenNumbers: ReadonlyMap<string, string>,
): Ready[] {
  const owners = new Map(takenNumbers);
  return ready.filter(({ record, boarded }) => {
    const { contractNumber, contractId } = boarded.toBoard;
    const owner = owners.get(contractNumber) ?? contractId;
    owners.set(contractNumber, owner);
    if (owner === contractId) return true;
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
