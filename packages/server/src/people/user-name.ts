import type { Queryable } from '../platform/database/store.ts';
import { type KeyRing, type Sealed, seal, unseal } from '../platform/keys/key-ring.ts';
import { identityOf } from '../platform/keys/sealed-columns.ts';
import { namesInClear, type SealedName, sealName } from './credential.sql.ts';

/** So many names at a time: nothing that a person waits for stands behind it for long. */
const AT_ONCE = 200;

/** The name that a person signs in by, sealed under the person's id. */
export function sealUserName(ring: KeyRing, personId: string, userName: string): Sealed {
  return seal(ring, identityOf.userName(personId), userName);
}

/** The name again. One from before names were sealed stands in clear until the next start. */
export function openUserName(ring: KeyRing, row: SealedName): string {
  if (row.name_key_id === null || row.name_sealed === null) return row.user_name ?? '';
  const sealed = { keyId: row.name_key_id, sealed: row.name_sealed };
  return unseal(ring, identityOf.userName(row.person_id), sealed);
}

/** Seals every name that stands in clear. May be cut off at any time and begun again. */
export async function sealNamesInClear(store: Queryable, ring: KeyRing): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = await namesInClear(store, AT_ONCE);
    if (rows.length === 0) return count;
    for (const { person_id: personId, user_name: clear } of rows) {
      if (clear === null) continue;
      await sealName(store, personId, clear, sealUserName(ring, personId, clear));
      count += 1;
    }
  }
}
