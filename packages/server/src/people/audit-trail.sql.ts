import type { Queryable } from '../platform/database/store.ts';

export type AuditedAct =
  | 'signed-in'
  | 'sign-in-refused'
  | 'sign-in-throttled'
  | 'signed-out'
  | 'password-refused'
  | 'proof-refused'
  | 'password-changed'
  | 'account-frozen'
  | 'registered'
  | 'registration-refused'
  | 'contract-added'
  | 'token-used'
  | 'token-refused';

/** One act at the door. Subjects are ids or keyed hashes: nobody is named in clear. */
export type Audited = {
  readonly what: AuditedAct;
  /** `person:` and an id, `login:` and a keyed hash, `token:` and an id, or `network`. */
  readonly subject: string;
  readonly networkHash: Buffer;
};

/** For how long an act is kept; each row says until which day. */
export const AUDIT_DAYS = 400;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Records an act. What the same subject does again within the hour is counted in the same row. */
export async function recordAct(
  store: Queryable,
  { what, subject, networkHash }: Audited,
  nowMs: number,
): Promise<void> {
  const hour = new Date(Math.floor(nowMs / HOUR_MS) * HOUR_MS).toISOString();
  const keepUntil = new Date(nowMs + AUDIT_DAYS * DAY_MS).toISOString().slice(0, 10);
  await store.query(
    `insert into audit_trail
       (what, subject, network_hash, hour, times, first_at, last_at, keep_until)
     values ($1, $2, $3, $4, 1, $5, $5, $6)
     on conflict (what, subject, network_hash, hour) do update
     set times = audit_trail.times + 1, last_at = excluded.last_at`,
    [what, subject, networkHash, hour, new Date(nowMs).toISOString(), keepUntil],
  );
}
