import type { PersonHoldKind } from '@roadbook/domain/person/person-hold';
import type { Queryable } from '../../platform/database/store.ts';

export async function insertPersonHold(
  store: Queryable,
  hold: {
    readonly personId: string;
    readonly holdId: string;
    readonly kind: PersonHoldKind;
    readonly untilMs: number | null;
    readonly evidence: string;
    readonly decidedBy: string;
  },
  nowMs: number,
): Promise<void> {
  await store.query(
    `insert into person_hold (person_id, hold_id, kind, from_at, until_at, evidence, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      hold.personId,
      hold.holdId,
      hold.kind,
      new Date(nowMs).toISOString(),
      hold.untilMs === null ? null : new Date(hold.untilMs).toISOString(),
      hold.evidence,
      hold.decidedBy,
    ],
  );
}

/** Lifts every hold of a person; the kinds that were in force. */
export function liftPersonHolds(
  store: Queryable,
  personId: string,
  who: string,
  nowMs: number,
): Promise<{ readonly hold_id: string; readonly kind: PersonHoldKind }[]> {
  return store.query(
    `update person_hold set lifted_at = $2, lifted_by = $3
     where person_id = $1 and lifted_at is null and (until_at is null or until_at > $2)
     returning hold_id, kind`,
    [personId, new Date(nowMs).toISOString(), who],
  );
}
