import { decode, encode } from '@roadbook/api/wire';
import type { Queryable } from '../../platform/database/store.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { type KeyRing, seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import type { Person } from '../person.ts';
import { insertChange, type PersonChangeRow } from './person-change.sql.ts';

/** What a change was from and to; only the fields that changed. */
export type PersonChange = {
  readonly before: Fields;
  readonly after: Fields;
};

/** Fields of the person's file, the place of a car, or what somebody wants to be told. */
type Fields = Partial<Person> & {
  readonly [other: `garaging:${string}` | `notice:${string}`]: string | null;
};

/** Keeps what was on file before a change and what is now, sealed, with who did it and when. */
export async function recordChange(
  tx: Queryable,
  ring: KeyRing,
  change: PersonChange & { readonly personId: string; readonly who: string },
  nowMs: number,
): Promise<void> {
  const { personId, who, before, after } = change;
  const changeId = uuidV7(nowMs);
  const { keyId, sealed } = seal(
    ring,
    identityOf.personChange(personId, changeId),
    encode({ before, after }),
  );
  await insertChange(tx, {
    person_id: personId,
    change_id: changeId,
    changed_at: new Date(nowMs).toISOString(),
    who,
    fields: Object.keys(after).toSorted().join(' '),
    key_id: keyId,
    sealed,
  });
}

export function openChange(ring: KeyRing, row: PersonChangeRow): PersonChange {
  const identity = identityOf.personChange(row.person_id, row.change_id);
  return decode<PersonChange>(unseal(ring, identity, { keyId: row.key_id, sealed: row.sealed }));
}
