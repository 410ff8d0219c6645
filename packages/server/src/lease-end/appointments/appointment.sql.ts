import type { AppointmentState } from '@roadbook/domain/lease-end/appointment/appointment';
import type { AppointmentKind } from '@roadbook/domain/place/place';
import type { Queryable } from '../../platform/database/store.ts';

export type AppointmentRow = {
  readonly contract_id: string;
  readonly appointment_id: string;
  readonly person_id: string;
  readonly kind: AppointmentKind;
  readonly place_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly state: AppointmentState;
  readonly sequence: number;
  readonly changed_at: string;
  readonly key_id: string | null;
  readonly sealed: Buffer | null;
};

const NAMES = [
  'contract_id',
  'appointment_id',
  'person_id',
  'kind',
  'place_id',
  'starts_at',
  'ends_at',
  'state',
  'sequence',
  'changed_at',
  'key_id',
  'sealed',
];
const COLUMNS = NAMES.map((name) => `a.${name}`).join(', ');

export function appointmentsOf(store: Queryable, contractId: string): Promise<AppointmentRow[]> {
  return store.query<AppointmentRow>(
    `select ${COLUMNS} from appointment a where contract_id = $1
     order by starts_at desc, appointment_id`,
    [contractId],
  );
}

/** One appointment, kept from other changes while a transaction lasts. */
export async function appointmentForChange(
  tx: Queryable,
  contractId: string,
  appointmentId: string,
): Promise<AppointmentRow | null> {
  const [row] = await tx.query<AppointmentRow>(
    `select ${COLUMNS} from appointment a where contract_id = $1 and appointment_id = $2
     for update`,
    [contractId, appointmentId],
  );
  return row ?? null;
}

/** The return or the inspection of a contract that is ahead, kept from other changes. */
export async function appointmentAhead(
  tx: Queryable,
  contractId: string,
  kind: AppointmentKind,
): Promise<AppointmentRow | null> {
  const [row] = await tx.query<AppointmentRow>(
    `select ${COLUMNS} from appointment a where contract_id = $1
       and (kind = 'return') = ($2 = 'return') and state in ('booked', 'displaced') for update`,
    [contractId, kind],
  );
  return row ?? null;
}

export type NewAppointment = Omit<AppointmentRow, 'state' | 'sequence' | 'changed_at'>;

/** Makes a booked appointment; false when there is one ahead already. */
export async function insertAppointment(
  tx: Queryable,
  row: NewAppointment,
  now: string,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into appointment (contract_id, appointment_id, person_id, kind, place_id, starts_at,
       ends_at, state, booked_at, changed_at, key_id, sealed)
     values ($1, $2, $3, $4, $5, $6, $7, 'booked', $8, $8, $9, $10)
     on conflict do nothing returning 1 as one`,
    [
      row.contract_id,
      row.appointment_id,
      row.person_id,
      row.kind,
      row.place_id,
      row.starts_at,
      row.ends_at,
      now,
      row.key_id,
      row.sealed,
    ],
  );
  return rows.length > 0;
}

/** Writes where an appointment stands now, with the next sequence number. */
export async function changeAppointment(
  tx: Queryable,
  row: Omit<AppointmentRow, 'sequence' | 'changed_at' | 'person_id'>,
  now: string,
): Promise<void> {
  await tx.query(
    `update appointment set kind = $3, place_id = $4, starts_at = $5, ends_at = $6, state = $7,
       sequence = sequence + 1, changed_at = $8, key_id = $9, sealed = $10
     where contract_id = $1 and appointment_id = $2`,
    [
      row.contract_id,
      row.appointment_id,
      row.kind,
      row.place_id,
      row.starts_at,
      row.ends_at,
      row.state,
      now,
      row.key_id,
      row.sealed,
    ],
  );
}

/** An appointment as its place sees it. */
export type PlaceAppointmentRow = AppointmentRow & {
  readonly vin: string | null;
  readonly model_year: number | null;
  readonly make: string | null;
  readonly model: string | null;
};

const WITH_CAR = `select ${COLUMNS}, n.vin, v.model_year, v.make, v.model
  from appointment a left join vehicle v using (contract_id) left join vin n using (contract_id)`;

/** The appointments of a place that begin between two moments, in order. */
export function appointmentsAt(
  store: Queryable,
  placeId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<PlaceAppointmentRow[]> {
  return store.query<PlaceAppointmentRow>(
    `${WITH_CAR} where a.place_id = $1 and a.starts_at >= $2 and a.starts_at < $3
       and a.state <> 'cancelled' order by a.starts_at, a.appointment_id`,
    [placeId, from, to],
  );
}

/** One appointment of a place. */
export async function appointmentAt(
  store: Queryable,
  placeId: string,
  appointmentId: string,
): Promise<PlaceAppointmentRow | null> {
  const [row] = await store.query<PlaceAppointmentRow>(
    `${WITH_CAR} where a.place_id = $1 and a.appointment_id = $2`,
    [placeId, appointmentId],
  );
  return row ?? null;
}

/** What is booked at a place after a moment with its bay, who booked first first. */
export function bookedAfter(
  tx: Queryable,
  placeId: string,
  now: string,
): Promise<(AppointmentRow & { readonly bay: number })[]> {
  return tx.query<AppointmentRow & { readonly bay: number }>(
    `select ${COLUMNS}, c.bay from appointment a join slot_claim c
       on c.contract_id = a.contract_id and c.appointment_id = a.appointment_id
         and c.held_until is null
     where a.place_id = $1 and a.starts_at > $2 and a.state = 'booked'
     order by a.booked_at, a.appointment_id for update of a`,
    [placeId, now],
  );
}

/** How much is booked at each place after a moment. */
export function bookedCounts(
  store: Queryable,
  now: string,
): Promise<{ readonly place_id: string; readonly booked: number }[]> {
  return store.query(
    `select place_id, count(*)::int as booked from appointment
     where starts_at > $1 and state = 'booked' group by place_id`,
    [now],
  );
}

/** What begins between two moments, was booked a while before and was not reminded of. */
export function toRemindOf(
  store: Queryable,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<AppointmentRow[]> {
  return store.query<AppointmentRow>(
    `select ${COLUMNS} from appointment a
     where state = 'booked' and starts_at > $1 and starts_at <= $2 and reminded <> sequence
       and changed_at < starts_at - interval '60 hours'
     order by starts_at limit 100`,
    [from, to],
  );
}

/** Marks an appointment as reminded of; false when it has changed, or somebody was faster. */
export async function markReminded(tx: Queryable, row: AppointmentRow): Promise<boolean> {
  const rows = await tx.query(
    `update appointment set reminded = sequence
     where contract_id = $1 and appointment_id = $2 and sequence = $3 and state = 'booked'
       and reminded <> sequence returning 1 as one`,
    [row.contract_id, row.appointment_id, row.sequence],
  );
  return rows.length > 0;
}
