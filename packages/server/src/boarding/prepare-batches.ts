import { knownContracts } from '../store/board-contracts.ts';
import {
  type BoardedRecord,
  type BoardingContext,
  boardRecord,
  type IdentifiedRecord,
  identify,
} from './board-record.ts';
import type { BoardFile } from './boarding-job.ts';
import type { Ex102Item } from './read/boarding-item.ts';
import type { Fault } from './read/reject.ts';
import { nextTurn } from './work-ahead.ts';

/** Something of the file that is no record to board: a record with faults, or a defect. */
export type Unread = Extract<Ex102Item, { readonly ok: false }>;

/** A record with all that depends on no other record, so that it can be made ahead of its turn. */
export type PreparedRecord = IdentifiedRecord & {
  readonly ok: true;
  /** The hash of the record whose contract exists; where none does, the contract to be made. */
  readonly result: { readonly knownHash: Buffer } | BoardedRecord | Fault;
};

type Read = (IdentifiedRecord & { readonly ok: true }) | Unread;

/** Items between two turns of the event loop: about two milliseconds of work. */
const ITEMS_PER_TURN = 16;

/** Reads a file in batches, in its order, and maps every record that has no contract yet. */
export async function* prepareBatches(
  job: BoardFile,
): AsyncGenerator<readonly (PreparedRecord | Unread)[], void, void> {
  const size = job.store.engine === 'embedded' ? 100 : 500;
  let batch: Read[] = [];
  for await (const item of job.items) {
    batch.push(item.ok ? { ok: true, ...identify(job.deal, item.record) } : item);
    if (batch.length % ITEMS_PER_TURN === 0) await nextTurn();
    if (batch.length < size) continue;
    yield await prepareBatch(job, batch);
    batch = [];
  }
  if (batch.length > 0) yield await prepareBatch(job, batch);
}

async function prepareBatch(
  job: BoardFile,
  batch: readonly Read[],
): Promise<readonly (PreparedRecord | Unread)[]> {
  const context: BoardingContext = { ...job, nowMs: job.clock() };
  const { recordHashes } = await knownContracts(
    job.store,
    batch.filter((item) => item.ok),
  );
  const prepared: (PreparedRecord | Unread)[] = [];
  for (const item of batch) {
    if (prepared.length % ITEMS_PER_TURN === 0) await nextTurn();
    if (!item.ok) {
      prepared.push(item);
      continue;
    }
    const { assetNumber } = item.record;
    // Asked for even when the contract exists: its parties are not rows without a contract.
    const key = { contractNumber: assetNumber, deal: job.deal, assetNumber };
    const parties = job.parties?.partiesOf(key) ?? [];
    const knownHash = recordHashes.get(item.contractId);
    const result = knownHash ? { knownHash } : boardRecord(item, parties, context);
    prepared.push({ ...item, result });
  }
  return prepared;
}
