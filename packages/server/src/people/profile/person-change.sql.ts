import type { Queryable } from '../../platform/database/store.ts';

/** A change of a person's own data as it is stored; what changed is sealed. */
export type PersonChangeRow = {
  readonly person_id: string;
  readonly change_id: string;
  readonly changed_at: string;
  readonly who: string;
  /** The names of the fields, parted by blanks. */
  readonly fields: string;
  readonly key_id: string;
  readonly sealed: Buffer;
};

/** Adds a change to the history. Nothing of it is ever edited. */
export async function insertChange(store: Queryable, row: PersonChangeRow): Promise<void> {
  await store.query(
    `insert into person_change (person_id, change_id, changed_at, who, fields, key_id, sealed)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.person_id, row.change_id, row.changed_at, row.who, row.fields, row.key_id, row.sealed],
  );
}

/** The changes of a person since a moment, the newest first. */
export function changesSince(
  store: Queryable,
  personId: string,
  sinceMs: number,
): Promise<PersonChangeRow[]> {
  return store.query<PersonChangeRow>(
    `select * from person_change where person_id = $1 and changed_at >= $2
     order by changed_at desc, change_id desc`,
    [personId, new Date(sinceMs).toISOString()],
  );
}
