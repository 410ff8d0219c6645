import type { AppointmentKind } from '@roadbook/domain/place/place';
import { type Queryable, statement } from '../../platform/database/store.ts';

/** Who has a bay of a place, and until when where it is only kept. */
export type ClaimRow = {
  readonly place_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly bay: number;
  readonly claim_id: string;
  readonly contract_id: string;
  readonly person_id: string;
  readonly kind: AppointmentKind;
  readonly held_until: string | null;
  readonly appointment_id: string | null;
};

const COLUMNS = `place_id, starts_at, ends_at, bay, claim_id, contract_id, person_id, kind,
  held_until, appointment_id`;

export type NewClaim = {
  readonly placeId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly bays: number;
  readonly claimId: string;
  readonly contractId: string;
  readonly personId: string;
  readonly kind: AppointmentKind;
  readonly heldUntil: string;
  readonly appointmentId: string | null;
};

// The first bay that nobody has for any of the time; who inserts its key first has it. A hold whose
// time is over is replaced, and a row that somebody else has just won is not.
const CLAIM = statement(
  'claim-slot',
  `insert into slot_claim as s (${COLUMNS})
   select $1, $2::timestamptz, $3::timestamptz, b, $5, $6, $7, $8, $9::timestamptz, $10::uuid
   from generate_series(1, $4::int) b
   where not exists (select 1 from slot_claim c where c.place_id = $1 and c.bay = b
     and c.starts_at < $3::timestamptz and c.ends_at > $2::timestamptz
     and (c.held_until is null or c.held_until > $11::timestamptz))
   order by b limit 1
   on conflict (place_id, starts_at, bay) do update set ends_at = excluded.ends_at,
     claim_id = excluded.claim_id, contract_id = excluded.contract_id,
     person_id = excluded.person_id, kind = excluded.kind, held_until = excluded.held_until,
     appointment_id = excluded.appointment_id
   where s.held_until <= $11::timestamptz
   returning ${COLUMNS}`,
);

/** Keeps a slot until `heldUntil`, in one of its bays; null when all of them are taken. */
export async function claimSlot(
  store: Queryable,
  claim: NewClaim,
  now: string,
): Promise<ClaimRow | null> {
  // Who loses the race for one bay may still win the next.
  for (let attempt = 0; attempt < claim.bays; attempt += 1) {
    const [row] = await store.query<ClaimRow>(CLAIM, [
      claim.placeId,
      claim.startsAt,
      claim.endsAt,
      claim.bays,
      claim.claimId,
      claim.contractId,
      claim.personId,
      claim.kind,
      claim.heldUntil,
      claim.appointmentId,
      now,
    ]);
    if (row !== undefined) return row;
  }
  return null;
}

/** Frees what a contract keeps for the same purpose besides one claim. Offers of ours stay. */
export async function releaseOtherHolds(
  store: Queryable,
  { contract_id, claim_id, kind }: Pick<ClaimRow, 'contract_id' | 'claim_id' | 'kind'>,
): Promise<void> {
  await store.query(
    `delete from slot_claim where contract_id = $1 and claim_id <> $2
       and (kind = 'return') = ($3 = 'return') and held_until is not null
       and appointment_id is null`,
    [contract_id, claim_id, kind],
  );
}

/** A claim of a contract that is still kept, or booked. */
export async function claimOf(
  store: Queryable,
  contractId: string,
  claimId: string,
  now: string,
): Promise<ClaimRow | null> {
  const [row] = await store.query<ClaimRow>(
    `select ${COLUMNS} from slot_claim where contract_id = $1 and claim_id = $2
       and (held_until is null or held_until > $3)`,
    [contractId, claimId, now],
  );
  return row ?? null;
}

/** Books a slot that is kept; false when its time is over or it was booked before. */
export async function bookClaim(
  tx: Queryable,
  claim: { readonly claimId: string; readonly appointmentId: string },
  now: string,
): Promise<boolean> {
  const rows = await tx.query(
    `update slot_claim set held_until = null, appointment_id = $2
     where claim_id = $1 and held_until > $3 returning 1 as one`,
    [claim.claimId, claim.appointmentId, now],
  );
  return rows.length > 0;
}

/** Frees all slots of an appointment, but for the one that it keeps. */
export async function freeSlots(
  tx: Queryable,
  contractId: string,
  appointmentId: string,
  keptClaimId: string | null,
): Promise<void> {
  await tx.query(
    `delete from slot_claim where contract_id = $1 and appointment_id = $2
       and ($3::uuid is null or claim_id <> $3)`,
    [contractId, appointmentId, keptClaimId],
  );
}

export type TakenRow = Pick<ClaimRow, 'starts_at' | 'ends_at' | 'bay'>;

/** What is taken at a place between two moments, by booking or by a hold. */
export function takenAt(
  store: Queryable,
  placeId: string,
  { from, to, now }: { readonly from: string; readonly to: string; readonly now: string },
): Promise<TakenRow[]> {
  return store.query<TakenRow>(
    `select starts_at, ends_at, bay from slot_claim
     where place_id = $1 and starts_at < $3 and ends_at > $2
       and (held_until is null or held_until > $4)`,
    [placeId, from, to, now],
  );
}

/** What is kept for the appointments of a contract that lost their time. */
export function offersOf(store: Queryable, contractId: string, now: string): Promise<ClaimRow[]> {
  return store.query<ClaimRow>(
    `select ${COLUMNS} from slot_claim
     where contract_id = $1 and appointment_id is not null and held_until > $2`,
    [contractId, now],
  );
}

/** Removes holds whose time is over. The row itself is asked, so one that was won again stays. */
export async function removeLapsedHolds(store: Queryable, before: string): Promise<void> {
  await store.query('delete from slot_claim where held_until < $1', [before]);
}
