import type { Queryable } from '../../platform/database/store.ts';

export type DocumentRow = {
  readonly sha256: Buffer;
  readonly hand_over_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
};

const COLUMNS = 'sha256, hand_over_id, key_id, sealed';

/** Keeps a document before the entry that names it. The first one of a hand-over stays. */
export async function keepDocument(
  store: Queryable,
  row: DocumentRow & { readonly contractId: string; readonly madeAt: string },
): Promise<DocumentRow> {
  await store.query(
    `insert into lease_document (sha256, contract_id, hand_over_id, kind, made_at, key_id, sealed)
     values ($1, $2, $3, 'return-form', $4, $5, $6) on conflict do nothing`,
    [row.sha256, row.contractId, row.hand_over_id, row.madeAt, row.key_id, row.sealed],
  );
  const [kept] = await store.query<DocumentRow>(
    `select ${COLUMNS} from lease_document where hand_over_id = $1 and kind = 'return-form'`,
    [row.hand_over_id],
  );
  if (kept === undefined) throw new Error('a document was kept and is not there');
  return kept;
}

/** The form that a receipt rests on, by the hash that its entry names. */
export async function documentOf(
  store: Queryable,
  contractId: string,
  handOverId: string,
): Promise<DocumentRow | null> {
  const [row] = await store.query<DocumentRow>(
    `select ${COLUMNS} from lease_document where contract_id = $1 and hand_over_id = $2`,
    [contractId, handOverId],
  );
  return row ?? null;
}
