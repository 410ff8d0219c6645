import type { PasskeyRow } from './passkey.sql.ts';

/** A passkey as its owner sees it. */
export function presentPasskey(row: PasskeyRow) {
  return {
    passkeyId: row.credential_id.toString('base64url'),
    name: row.name,
    addedAt: row.created_at,
    lastUsedAt: row.last_used_at,
    backedUp: row.backed_up,
  };
}
