import type { Queryable } from '../platform/database/store.ts';
import { uuidV7 } from '../platform/database/uuid.ts';

/** A look at a customer's data by somebody who is not the customer. */
export type Look = {
  /** Who looked: `integrator:lockbox`, `command-line`, or `staff:` and an id. */
  readonly who: string;
  readonly contractId?: string | null;
  readonly personId?: string | null;
  /** What was looked at or done, as a code. */
  readonly what: string;
  /** Why, as a code; people at the desk are asked. */
  readonly reason?: string | null;
  /** What they wrote. It may name somebody, so it comes sealed under `accessId`. */
  readonly note?: { readonly keyId: string; readonly sealed: Buffer } | null;
  readonly accessId?: string;
};

/** Records a look. It is written before the answer is sent: nobody sees what is not recorded. */
export async function recordLook(store: Queryable, look: Look, nowMs: number): Promise<void> {
  await store.query(
    `insert into access_log (access_id, who, person_id, contract_id, what, at, reason, key_id,
       sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      look.accessId ?? uuidV7(nowMs),
      look.who,
      look.personId ?? null,
      look.contractId ?? null,
      look.what,
      new Date(nowMs).toISOString(),
      look.reason ?? null,
      look.note?.keyId ?? null,
      look.note?.sealed ?? null,
    ],
  );
}
