import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Queryable } from '../../platform/database/store.ts';

/** What a customer wrote against a line of a bill, and what was proposed about it. */
export type DisputeRow = {
  readonly dispute_id: string;
  readonly contract_id: string;
  readonly line_id: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly decide_by: BusinessDate;
  readonly proposed_by: string | null;
  readonly proposal: string | null;
};

const COLUMNS = `dispute_id, contract_id, line_id, key_id, sealed, decide_by, proposed_by,
  proposal`;

export type NewDispute = {
  readonly disputeId: string;
  readonly contractId: string;
  readonly personId: string;
  readonly lineId: string;
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly raisedAt: string;
  readonly decideBy: BusinessDate;
};

/** Keeps the words before the entry that disputes the line; the first ones stay. */
export async function insertDispute(store: Queryable, row: NewDispute): Promise<void> {
  await store.query(
    `insert into bill_dispute (dispute_id, contract_id, person_id, line_id, key_id, sealed,
       raised_at, decide_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (dispute_id) do nothing`,
    [
      row.disputeId,
      row.contractId,
      row.personId,
      row.lineId,
      row.keyId,
      row.sealed,
      row.raisedAt,
      row.decideBy,
    ],
  );
}

export function disputesOf(store: Queryable, contractId: string): Promise<DisputeRow[]> {
  return store.query<DisputeRow>(
    `select ${COLUMNS} from bill_dispute where contract_id = $1 order by raised_at, dispute_id`,
    [contractId],
  );
}

/** Keeps what the first of two people would decide; false where somebody proposed already. */
export async function proposeDecision(
  store: Queryable,
  disputeId: string,
  staffId: string,
  proposal: string,
): Promise<boolean> {
  const rows = await store.query(
    `update bill_dispute set proposed_by = $2, proposal = $3
     where dispute_id = $1 and proposed_by is null returning 1`,
    [disputeId, staffId, proposal],
  );
  return rows.length === 1;
}

export async function closeDispute(
  store: Queryable,
  disputeId: string,
  decidedAt: string,
): Promise<void> {
  await store.query('update bill_dispute set decided_at = $2 where dispute_id = $1', [
    disputeId,
    decidedAt,
  ]);
}
