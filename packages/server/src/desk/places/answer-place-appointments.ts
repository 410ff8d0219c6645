import type * as operations from '@roadbook/api/operations/desk-places';
import {
  isTooEarly,
  nextAppointmentState,
} from '@roadbook/domain/lease-end/appointment/appointment';
import { addDays } from '@roadbook/domain/time/calendar';
import { momentFrom, type TimeZone, wallTime } from '@roadbook/domain/time/time-zone';
import {
  appointmentAt,
  appointmentForChange,
  appointmentsAt,
  changeAppointment,
  type PlaceAppointmentRow,
} from '../../lease-end/appointments/appointment.sql.ts';
import {
  atPlace,
  atText,
  isoOf,
  momentNow,
  momentOf,
} from '../../lease-end/appointments/moments.ts';
import { placeAt, readPlaces } from '../../lease-end/appointments/places.ts';
import { openHome, placeCard } from '../../lease-end/appointments/present.ts';
import { freeSlots } from '../../lease-end/appointments/slots.sql.ts';
import { tellOfAppointment } from '../../lease-end/appointments/tell.ts';
import { referenceOf } from '../../money/pay/receipts.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { StaffCaller } from '../staff/staff-session.ts';

type Staff<O extends (typeof operations)[keyof typeof operations]> = Handler<O, StaffCaller>;

const DAYS_SHOWN = 15;

/** What comes to the caller's own place; an inspector sees no returns. */
export const listPlaceAppointments: Staff<typeof operations.listPlaceAppointments> = async ({
  shell,
  caller,
}) => {
  const place = await ownPlace(shell, caller);
  const { timeZone } = place;
  const { on: today } = wallTime(timeZone, momentNow(shell.clock()));
  const rows = await appointmentsAt(shell.store, place.id, {
    from: isoOf(momentFrom(timeZone, addDays(today, -1), 0)),
    to: isoOf(momentFrom(timeZone, addDays(today, DAYS_SHOWN), 0)),
  });
  return {
    place: placeCard(place),
    today: today as string,
    appointments: rows
      .filter(({ kind }) => maySee(caller, kind))
      .map((row) => presentRow(shell, timeZone, row)),
  };
};

/** Says that nobody came: not before its time, and once. The customer is told how to go on. */
export const markAppointmentMissed: Staff<typeof operations.markAppointmentMissed> = async ({
  shell,
  caller,
  params,
}) => {
  const { store, clock } = shell;
  const place = await ownPlace(shell, caller);
  const found = await appointmentAt(store, place.id, params.appointmentId);
  if (found === null || !maySee(caller, found.kind)) {
    throw new ProblemError('appointment-not-found');
  }
  const missed = await store.transaction(async (tx) => {
    const row = await appointmentForChange(tx, found.contract_id, found.appointment_id);
    if (row === null || row.place_id !== place.id) throw new ProblemError('appointment-not-found');
    if (row.state === 'missed') return row;
    const state = nextAppointmentState(row.state, 'miss');
    if (state === null) throw new ProblemError('appointment-ended');
    const startsAt = momentOf(row.starts_at);
    if (isTooEarly('miss', { startsAt }, momentNow(clock()))) {
      throw new ProblemError('appointment-not-begun', { at: atText(place, row.starts_at) });
    }
    await freeSlots(tx, row.contract_id, row.appointment_id, null);
    await changeAppointment(tx, { ...row, state }, new Date(clock()).toISOString());
    const changed = { ...row, state, sequence: row.sequence + 1 };
    await tellOfAppointment(tx, shell, { template: 'appointment-missed', row: changed, place });
    return changed;
  });
  return presentRow(shell, place.timeZone, { ...found, ...missed });
};

function maySee({ role }: StaffCaller, kind: PlaceAppointmentRow['kind']): boolean {
  return role !== 'inspector' || kind !== 'return';
}

async function ownPlace({ store, clock }: Shell, { placeId }: StaffCaller) {
  if (placeId === null) throw new ProblemError('no-place-of-yours');
  const place = placeAt(await readPlaces(store), placeId, momentNow(clock()));
  if (place === null) throw new ProblemError('no-place-of-yours');
  return place;
}

function presentRow({ ring, clock }: Shell, timeZone: TimeZone, row: PlaceAppointmentRow) {
  return {
    appointmentId: row.appointment_id,
    reference: referenceOf(row.appointment_id),
    kind: row.kind,
    state: row.state,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    on: atPlace({ timeZone }, row.starts_at).on as string,
    vin: row.vin,
    modelYear: row.model_year,
    make: row.make,
    model: row.model,
    home: openHome(ring, row),
    hasBegun: Date.parse(row.starts_at) <= clock(),
  };
}
