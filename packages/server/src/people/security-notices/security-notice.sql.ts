import type { Queryable } from '../../platform/database/store.ts';

/** What a person is told of, at once and at every address on file. */
export type SecurityEvent =
  | 'new-device'
  | 'password-changed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'authenticator-added'
  | 'authenticator-removed'
  | 'recovery-codes-made'
  | 'contact-changed'
  | 'bank-account-added'
  | 'recovery-started'
  | 'account-opened'
  | 'contract-added';

export async function insertNotice(
  store: Queryable,
  notice: {
    readonly tokenHash: Buffer;
    readonly personId: string;
    readonly event: SecurityEvent;
    readonly expiresMs: number;
  },
  nowMs: number,
): Promise<void> {
  await store.query(
    `insert into security_notice (token_hash, person_id, event, at, expires_at)
     values ($1, $2, $3, $4, $5)`,
    [
      notice.tokenHash,
      notice.personId,
      notice.event,
      new Date(nowMs).toISOString(),
      new Date(notice.expiresMs).toISOString(),
    ],
  );
}

/** Uses the link of a notice, once and in time; the person it was sent to. */
export async function useNotice(
  store: Queryable,
  tokenHash: Buffer,
  nowMs: number,
): Promise<{ readonly person_id: string; readonly event: SecurityEvent } | undefined> {
  const rows = await store.query<{ person_id: string; event: SecurityEvent }>(
    `update security_notice set used_at = $2
     where token_hash = $1 and used_at is null and expires_at > $2 returning person_id, event`,
    [tokenHash, new Date(nowMs).toISOString()],
  );
  return rows[0];
}

/** Whether the link of a notice still works. */
export async function noticeStands(
  store: Queryable,
  tokenHash: Buffer,
  nowMs: number,
): Promise<boolean> {
  const rows = await store.query(
    `select 1 as one from security_notice
     where token_hash = $1 and used_at is null and expires_at > $2`,
    [tokenHash, new Date(nowMs).toISOString()],
  );
  return rows.length > 0;
}
