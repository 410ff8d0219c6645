import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import {
  type AppointmentRow,
  appointmentAhead,
  appointmentForChange,
  changeAppointment,
  insertAppointment,
} from './appointment.sql.ts';
import { atText } from './moments.ts';
import type { Places } from './places.ts';
import { type Home, placeOfRow, sealHome } from './present.ts';
import { bookClaim, type ClaimRow, claimOf, freeSlots } from './slots.sql.ts';
import { tellOfAppointment } from './tell.ts';

/** Makes the appointment of a claim, unless it was made while this call was under way. */
export async function bookKept(
  tx: Queryable,
  shell: Pick<Shell, 'ring' | 'clock'>,
  places: Places,
  claim: ClaimRow,
  home: Home | null,
): Promise<AppointmentRow> {
  const { claim_id: claimId, contract_id, person_id, kind, place_id, starts_at, ends_at } = claim;
  const now = new Date(shell.clock()).toISOString();
  const appointmentId = uuidV7(shell.clock());
  if (!(await bookClaim(tx, { claimId, appointmentId }, now))) {
    const { appointment_id: made } = await keptClaim(tx, contract_id, claimId, now);
    if (made === null) throw new ProblemError('hold-lapsed');
    return forChange(tx, contract_id, made);
  }
  const ahead = await appointmentAhead(tx, contract_id, kind);
  if (ahead !== null) await endWhatIsOver(tx, places, ahead, now);
  const own = { contract_id, appointment_id: appointmentId, person_id, kind };
  const sealed = sealHome(shell.ring, appointmentId, home);
  const isMade = await insertAppointment(
    tx,
    { ...own, place_id, starts_at, ends_at, ...sealed },
    now,
  );
  if (!isMade) {
    const other = await appointmentAhead(tx, contract_id, kind);
    throw existsProblem(places, other ?? claim);
  }
  const booked = await forChange(tx, contract_id, appointmentId);
  const place = placeOfRow(places, booked);
  await tellOfAppointment(tx, shell, { template: 'appointment-booked', row: booked, place });
  return booked;
}

/** A claim that is kept or booked; refused where its time is over. */
export async function keptClaim(
  store: Queryable,
  contractId: string,
  claimId: string,
  now: string,
): Promise<ClaimRow> {
  const claim = await claimOf(store, contractId, claimId, now);
  if (claim === null) throw new ProblemError('hold-lapsed');
  return claim;
}

/** One appointment, kept from other changes while a transaction lasts. */
export async function forChange(tx: Queryable, contractId: string, appointmentId: string) {
  const row = await appointmentForChange(tx, contractId, appointmentId);
  if (row === null) throw new ProblemError('appointment-not-found');
  return row;
}

/**
 * Somebody who books again after the time of an appointment has not come to it. While one is still
 * ahead, that one is to be moved.
 */
async function endWhatIsOver(tx: Queryable, places: Places, ahead: AppointmentRow, now: string) {
  if (ahead.starts_at > now) throw existsProblem(places, ahead);
  const state = ahead.state === 'booked' ? 'missed' : 'cancelled';
  await freeSlots(tx, ahead.contract_id, ahead.appointment_id, null);
  await changeAppointment(tx, { ...ahead, state }, now);
}

function existsProblem(
  places: Places,
  row: Pick<AppointmentRow, 'place_id' | 'starts_at'>,
): ProblemError {
  const at = atText(placeOfRow(places, row), row.starts_at);
  return new ProblemError('appointment-exists', { at });
}
