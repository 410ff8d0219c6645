import type { Store } from '../database/store.ts';
import { addKeyTo, retireKeysIn } from './key-file.ts';
import { countOtherHolders } from './key-holder.sql.ts';
import { checkKeys, type KeyRing, layDownKeys, seal, unseal } from './key-ring.ts';
import * as rows from './rotate.sql.ts';
import { SEALED_TABLES, type SealedRow, type SealedTable } from './sealed-columns.ts';

const BATCH = 500;
/**
 * What was sealed with the old key at the moment of the change is written by then: the writer gives
 * up after 8 seconds, and a statement after 3.
 */
const SETTLE_MS = 15_000;

export type RotationProgress = {
  readonly table: string;
  readonly done: number;
  readonly whole: number;
};

/** How a rotation ended. Only `retired` has taken the old keys out of use. */
export type Rotated =
  | {
      readonly is: 'retired';
      readonly newestId: string;
      readonly oldIds: readonly string[];
      readonly count: number;
      /** Where the old keys are kept now, for old backups; null where the operator has them. */
      readonly retiredFile: string | null;
    }
  /** The operator gives the keys, and has given one only. */
  | { readonly is: 'no-new-key'; readonly newestId: string }
  /** Other processes still seal with another key. */
  | { readonly is: 'others'; readonly count: number; readonly newestId: string }
  /** Rows that do not open, by table: the old keys stay. */
  | { readonly is: 'damaged'; readonly damaged: ReadonlyMap<string, number> };

export type RotationJob = {
  readonly store: Store;
  readonly ring: KeyRing;
  readonly keyFile: string | null;
  readonly onProgress?: (progress: RotationProgress) => void;
  readonly settleMs?: number;
};

/**
 * Seals everything anew with the newest key, while others read and write, and then retires the keys
 * before it. Cut off at any moment it is begun again by calling it again: what is sealed with the
 * newest key already is not touched. An embedded installation makes its new key here.
 */
export async function rotateKeys(job: RotationJob): Promise<Rotated> {
  const { store, ring, keyFile, settleMs = SETTLE_MS } = job;
  const isBegun = ring.keys.size > 1;
  if (!isBegun && keyFile === null) return { is: 'no-new-key', newestId: ring.newestId };
  const others = keyFile === null ? await countOtherHolders(store, ring.newestId) : 0;
  if (others > 0) return { is: 'others', count: others, newestId: ring.newestId };
  if (!isBegun && keyFile !== null) await addKeyTo(keyFile, ring);
  await checkKeys(store, ring);
  let count = await resealAll(job);
  if (!isBegun) {
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    count += await resealAll(job);
  }
  const damaged = await leftOver(job);
  if (damaged.size > 0) return { is: 'damaged', damaged };
  const late = keyFile === null ? await countOtherHolders(store, ring.newestId) : 0;
  if (late > 0) return { is: 'others', count: late, newestId: ring.newestId };
  const oldIds = [...ring.keys.keys()].filter((id) => id !== ring.newestId);
  // The check values go first: a start that finds keys without one is fine, the reverse is refused.
  await rows.removeKeyChecksBut(store, ring.newestId);
  const retiredFile = keyFile === null ? null : await retireKeysIn(keyFile, ring.newestId);
  layDownKeys(ring);
  return { is: 'retired', newestId: ring.newestId, oldIds, count, retiredFile };
}

async function resealAll(job: RotationJob): Promise<number> {
  const { store, ring, onProgress = () => undefined } = job;
  const counts = new Map<SealedTable, number>();
  for (const table of SEALED_TABLES) {
    counts.set(table, await rows.countSealedOtherwise(store, table, ring.newestId));
  }
  const whole = [...counts.values()].reduce((sum, n) => sum + n, 0);
  let done = 0;
  for (const [table, n] of counts) {
    if (n === 0) continue;
    await resealTable(job, table, (written) => {
      done += written;
      onProgress({ table: table.table, done, whole });
    });
  }
  return done;
}

async function resealTable(
  { store, ring }: RotationJob,
  table: SealedTable,
  onWritten: (count: number) => void,
): Promise<void> {
  let after: SealedRow | null = null;
  for (;;) {
    const found = await rows.rowsSealedOtherwise(store, table, ring.newestId, after, BATCH);
    const last = found.at(-1);
    if (last === undefined) return;
    const anew = found.flatMap((row) => {
      const sealed = sealedAnew(ring, table, row);
      return sealed === null ? [] : [{ row, sealed }];
    });
    const written = await store.transaction(async (tx) => {
      await rows.takeTurn(tx);
      if (table.isAppendOnly) await rows.lendUpdate(tx, table);
      const count = await rows.writeResealed(tx, table, ring.newestId, anew);
      if (table.isAppendOnly) await rows.takeUpdateBack(tx, table);
      return count;
    });
    onWritten(written);
    after = last;
  }
}

/** The sealed values of a row under the newest key, or null where one does not open. */
function sealedAnew(
  ring: KeyRing,
  table: SealedTable,
  row: SealedRow,
): Record<string, Buffer | null> | null {
  const keyId = row.key_id;
  if (typeof keyId !== 'string') return null;
  const anew: Record<string, Buffer | null> = {};
  for (const [column, identity] of Object.entries(table.sealed)) {
    const sealed = row[column] ?? null;
    anew[column] = null;
    if (!Buffer.isBuffer(sealed)) continue;
    try {
      anew[column] = seal(
        ring,
        identity(row),
        unseal(ring, identity(row), { keyId, sealed }),
      ).sealed;
    } catch {
      // Damaged, or of a key that is not here. It is counted at the end, and no key is retired.
      return null;
    }
  }
  return anew;
}

async function leftOver({ store, ring }: RotationJob): Promise<Map<string, number>> {
  const left = new Map<string, number>();
  for (const table of SEALED_TABLES) {
    const count = await rows.countSealedOtherwise(store, table, ring.newestId);
    if (count > 0) left.set(table.table, count);
  }
  return left;
}
