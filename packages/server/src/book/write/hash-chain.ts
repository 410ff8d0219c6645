import { hash } from 'node:crypto';
import type { Posting } from '@roadbook/domain/ledger/posting';

/** What an entry's hash covers: columns as text and the digest of the stored body text. */
export type HashedEntry = {
  readonly contractId: string;
  readonly seq: number;
  readonly entryId: string;
  readonly key: string;
  readonly inputHash: Buffer | null;
  readonly kind: string;
  readonly businessDate: string;
  readonly effectiveDate: string;
  readonly postings: readonly Pick<Posting, 'debit' | 'credit' | 'cents'>[];
  readonly body: string;
};

/** The hash before the first entry of every contract. */
export const GENESIS = Buffer.alloc(32);

/**
 * The hash of an entry: over the hash before it and canonical bytes built from columns, never from
 * re-read JSON or timestamps. Changing, dropping or swapping entries breaks the chain.
 */
export function entryHash(previous: Uint8Array, entry: HashedEntry): Buffer {
  const bodyDigest = hash('sha256', entry.body, 'hex');
  const canonical = [
    entry.contractId,
    entry.seq,
    entry.entryId,
    entry.key,
    entry.inputHash?.toString('hex') ?? '',
    entry.kind,
    entry.businessDate,
    entry.effectiveDate,
    ...entry.postings.map(({ debit, credit, cents }) => `${debit}>${credit}:${cents}`),
    bodyDigest,
  ].join('\n');
  const bytes = Buffer.allocUnsafe(previous.length + Buffer.byteLength(canonical));
  bytes.set(previous);
  bytes.write(canonical, previous.length);
  // By way of hex it is a part of Node's shared pool, which costs the collector nothing of its own.
  return Buffer.from(hash('sha256', bytes), 'hex');
}
