import type { Queryable } from '../../platform/database/store.ts';
import type { Sealed } from '../../platform/keys/key-ring.ts';

export type DocumentRow = {
  readonly sha256: Buffer;
  readonly hand_over_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
};

/** A signed form that is to be kept. */
type NewDocument = Sealed & {
  readonly sha256: Buffer;
  readonly contractId: string;
  readonly handOverId: string;
  readonly madeAt: string;
};

/**
 * Keeps a document before the entry that names it, and answers the hash of what is kept. The first
 * one of a hand-over stays.
 */
export async function keepDocument(store: Queryable, document: NewDocument): Promise<Buffer> {
  const { sha256, contractId, handOverId, madeAt, keyId, sealed } = document;
  await store.query(
    `insert into lease_document (sha256, contract_id, hand_over_id, kind, made_at, key_id, sealed)
     values ($1, $2, $3, 'return-form', $4, $5, $6) on conflict do nothing`,
    [sha256, contractId, handOverId, madeAt, keyId, sealed],
  );
  const [kept] = await store.query<Pick<DocumentRow, 'sha256'>>(
    `select sha256 from lease_document where hand_over_id = $1 and kind = 'return-form'`,
    [handOverId],
  );
  if (kept === undefined) throw new Error('a document was kept and is not there');
  return kept.sha256;
}

/** The form that a receipt rests on, by the hash that its entry names. */
export async function documentOf(
  store: Queryable,
  contractId: string,
  handOverId: string,
): Promise<DocumentRow | null> {
  const [row] = await store.query<DocumentRow>(
    `select sha256, hand_over_id, key_id, sealed from lease_document
     where contract_id = $1 and hand_over_id = $2`,
    [contractId, handOverId],
  );
  return row ?? null;
}
