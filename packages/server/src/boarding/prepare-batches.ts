import { knownContracts } from '../book/write/board-contracts.ts';
import { nextTurn } from '../platform/database/work-ahead.ts';
import {
  type BoardedRecord,
  type BoardingContext,
  boardRecord,
  type IdentifiedRecord,
  identify,
} from './board-record.ts';
import type { BoardFile } from './boarding-job.ts';
import type { Ex102Item } from './read/boarding-item.ts';
import type { Party } from './read/party/party.ts';
import type { Fault } from './read/reject.ts';
import { countNotUsed } from './read/schema/element-use.ts';
import { type SettledRecord, toSettle } from './settle-record.ts';

/** Something of the file that is no record to board: a record with faults, or a defect. */
export type Unread = Extract<Ex102Item, { readonly ok: false }>;

/** The same with the rows of the parties file that belong to it. */
export type UnreadWithParties = Unread & { readonly parties: readonly Party[] };

/** A record with all that depends on no other record, so that it can be made ahead of its turn. */
export type PreparedRecord = Pick<IdentifiedRecord, 'contractId' | 'recordHash'> & {
  readonly ok: true;
  readonly record: SettledRecord;
  /** The hash of the record whose contract exists; where none does, the contract to be made. */
  readonly result:
    | { readonly knownHash: Buffer; readonly remap: () => BoardedRecord | Fault }
    | BoardedRecord
    | Fault;
};

export type Prepared = PreparedRecord | UnreadWithParties;

type Read = (IdentifiedRecord & { readonly ok: true }) | Unread;

/** Items between two turns of the event loop: about two milliseconds of work. */
const ITEMS_PER_TURN = 16;

/**
 * Items that are mapped together. Fewer than are written together, because a record as it was read
 * takes more memory than what is made of it, and what lives long costs the collector time.
 */
const ITEMS_PER_LOOK_UP = 100;

/**
 * Reads a file in batches, in its order, and maps every record that has no contract yet. Counts the
 * elements that are not used on the way.
 */
export async function* prepareBatches(
  job: BoardFile,
  notUsed: Record<string, number>,
): AsyncGenerator<readonly Prepared[], void, void> {
  const size = job.store.engine === 'embedded' ? 100 : 500;
  let read: Read[] = [];
  let prepared: Prepared[] = [];
  for await (const item of job.items) {
    if (item.ok) countNotUsed(item.record, notUsed);
    read.push(item.ok ? { ok: true, ...identify(job.deal, item.record) } : item);
    if (read.length % ITEMS_PER_TURN === 0) await nextTurn();
    if (read.length < ITEMS_PER_LOOK_UP) continue;
    prepared.push(...(await prepareItems(job, read)));
    read = [];
    if (prepared.length < size) continue;
    yield prepared;
    prepared = [];
  }
  if (read.length > 0) prepared.push(...(await prepareItems(job, read)));
  if (prepared.length > 0) yield prepared;
}

async function prepareItems(job: BoardFile, items: readonly Read[]): Promise<Prepared[]> {
  const context: BoardingContext = { ...job, nowMs: job.clock() };
  const { recordHashes } = await knownContracts(
    job.store,
    items.filter((item) => item.ok),
  );
  const prepared: Prepared[] = [];
  for (const item of items) {
    if (prepared.length % ITEMS_PER_TURN === 0) await nextTurn();
    if (!item.ok) {
      const assetNumber = item.scope === 'record' ? item.assetNumber : null;
      prepared.push({ ...item, parties: partiesOf(job, assetNumber) });
      continue;
    }
    const { record, contractId, recordHash } = item;
    // Asked for even when the contract exists: its people may have changed.
    const parties = partiesOf(job, record.assetNumber);
    const knownHash = recordHashes.get(contractId);
    // What is boarded is not too old any more: its record may still state terms.
    const remap = (): BoardedRecord | Fault =>
      boardRecord(item, parties, { ...context, isOldFile: true });
    const result = knownHash ? { knownHash, remap } : boardRecord(item, parties, context);
    const settled = toSettle(record, parties);
    prepared.push({ ok: true, record: settled, contractId, recordHash, result });
  }
  return prepared;
}

function partiesOf(job: BoardFile, assetNumber: string | null): readonly Party[] {
  if (assetNumber === null) return [];
  const key = { contractNumber: assetNumber, deal: job.deal, assetNumber };
  return job.parties?.partiesOf(key) ?? [];
}
