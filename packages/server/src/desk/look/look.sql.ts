import type { LookReason } from '@roadbook/domain/person/look-reason';
import type { Queryable } from '../../platform/database/store.ts';

/** Keeps why a session looks at a person; a newer reason takes the place of an older one. */
export async function putLook(
  store: Queryable,
  look: { readonly sessionId: string; readonly personId: string; readonly reason: LookReason },
  nowMs: number,
): Promise<void> {
  await store.query(
    `insert into staff_look (session_id, person_id, reason, opened_at) values ($1, $2, $3, $4)
     on conflict (session_id, person_id) do update
     set reason = excluded.reason, opened_at = excluded.opened_at`,
    [look.sessionId, look.personId, look.reason, new Date(nowMs).toISOString()],
  );
}

/** The reason that a session gave for a person since a moment. */
export async function lookSince(
  store: Queryable,
  sessionId: string,
  personId: string,
  sinceMs: number,
): Promise<LookReason | null> {
  const [row] = await store.query<{ reason: LookReason }>(
    `select reason from staff_look
     where session_id = $1 and person_id = $2 and opened_at > $3`,
    [sessionId, personId, new Date(sinceMs).toISOString()],
  );
  return row?.reason ?? null;
}

export async function removeLook(
  store: Queryable,
  sessionId: string,
  personId: string,
): Promise<void> {
  await store.query('delete from staff_look where session_id = $1 and person_id = $2', [
    sessionId,
    personId,
  ]);
}

export async function personExists(store: Queryable, personId: string): Promise<boolean> {
  const rows = await store.query('select 1 from person where person_id = $1', [personId]);
  return rows.length === 1;
}
