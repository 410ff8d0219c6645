import type { Queryable } from '../platform/database/store.ts';
import { uuidV7 } from '../platform/database/uuid.ts';

/** A look at a customer's data by somebody who is not the customer. */
export type Look = {
  /** The system or person that looked, as `integrator:lockbox`. */
  readonly who: string;
  readonly contractId: string;
  /** What was looked at, as a code. */
  readonly what: string;
};

/** Records a look. It stands before the answer is sent: nobody sees what is not recorded. */
export async function recordLook(store: Queryable, look: Look, nowMs: number): Promise<void> {
  await store.query(
    'insert into access_log (access_id, who, contract_id, what, at) values ($1, $2, $3, $4, $5)',
    [uuidV7(nowMs), look.who, look.contractId, look.what, new Date(nowMs).toISOString()],
  );
}
