import type * as operations from '@roadbook/api/operations/appointments';
import {
  type AppointmentEvent,
  isTooLate,
  nextAppointmentState,
} from '@roadbook/domain/lease-end/appointment/appointment';
import { servesZip } from '@roadbook/domain/place/place';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { CustomerSession } from '../../people/session.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { type AppointmentRow, appointmentsOf, changeAppointment } from './appointment.sql.ts';
import { bookKept, forChange, keptClaim } from './book-kept.ts';
import { calendarOf } from './calendar.ts';
import { leaseAtEnd } from './lease-at-end.ts';
import { atText, momentNow, momentOf } from './moments.ts';
import { type Places, readPlaces } from './places.ts';
import { type Home, placeOfRow, presentAppointment, sealHome } from './present.ts';
import { bookClaim, type ClaimRow, freeSlots } from './slots.sql.ts';
import { tellOfAppointment } from './tell.ts';

type Customer<O extends (typeof operations)[keyof typeof operations]> = Handler<O, CustomerSession>;

/** Books the slot that is kept: once, however often it is sent. */
export const bookAppointment: Customer<typeof operations.bookAppointment> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const { store, clock } = shell;
  const { contractId } = params;
  await leaseAtEnd(shell, contractId, caller.personId);
  const places = await readPlaces(store);
  const now = new Date(clock()).toISOString();
  const claim = await keptClaim(store, contractId, body.claimId, now);
  if (claim.held_until === null && claim.appointment_id !== null) {
    return present(shell, places, await mustFind(store, contractId, claim.appointment_id));
  }
  const home = homeFor(places, claim, body.home);
  const row = await store.transaction((tx) => bookKept(tx, shell, places, claim, home));
  return present(shell, places, row);
};

/** Moves an appointment to the slot that is kept; the old one is free once the new one is won. */
export const moveAppointment: Customer<typeof operations.moveAppointment> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const { store, ring, clock } = shell;
  const { contractId, appointmentId } = params;
  await leaseAtEnd(shell, contractId, caller.personId);
  const places = await readPlaces(store);
  const now = new Date(clock()).toISOString();
  const row = await store.transaction(async (tx) => {
    const before = await forChange(tx, contractId, appointmentId);
    const claim = await keptClaim(tx, contractId, body.claimId, now);
    const isDone = claim.held_until === null && claim.appointment_id === appointmentId;
    if (isDone) return before;
    const state = after(places, before, 'move', clock());
    const isSame = (before.kind === 'return') === (claim.kind === 'return');
    if (!isSame) throw new ProblemError('hold-lapsed');
    const home = homeFor(places, claim, body.home);
    const { claim_id: claimId, kind, place_id, starts_at, ends_at } = claim;
    if (!(await bookClaim(tx, { claimId, appointmentId }, now))) {
      throw new ProblemError('hold-lapsed');
    }
    await freeSlots(tx, contractId, appointmentId, claimId);
    const sealed = sealHome(ring, appointmentId, home);
    const moved = { ...before, state, kind, place_id, starts_at, ends_at, ...sealed };
    await changeAppointment(tx, moved, now);
    return tellChange(tx, shell, places, moved, 'appointment-moved');
  });
  return present(shell, places, row);
};

export const cancelAppointment: Customer<typeof operations.cancelAppointment> = async ({
  shell,
  caller,
  params,
}) => {
  const { store, clock } = shell;
  const { contractId, appointmentId } = params;
  await contractFor(store, contractId, caller.personId);
  const places = await readPlaces(store);
  const now = new Date(clock()).toISOString();
  const row = await store.transaction(async (tx) => {
    const before = await forChange(tx, contractId, appointmentId);
    if (before.state === 'cancelled') return before;
    const cancelled = { ...before, state: after(places, before, 'cancel', clock()) };
    await freeSlots(tx, contractId, appointmentId, null);
    await changeAppointment(tx, cancelled, now);
    return tellChange(tx, shell, places, cancelled, 'appointment-cancelled');
  });
  return present(shell, places, row);
};

export const getAppointmentCalendar: Customer<typeof operations.getAppointmentCalendar> = async ({
  shell,
  caller,
  params,
}) => {
  const { store, lender, ring } = shell;
  await contractFor(store, params.contractId, caller.personId);
  const row = await mustFind(store, params.contractId, params.appointmentId);
  return calendarOf(row, placeOfRow(await readPlaces(store), row), { lender, ring });
};

/** The address of an inspection at home, which has to be in the area of who comes. */
function homeFor(places: Places, claim: ClaimRow, home: Home | null): Home | null {
  if (claim.kind !== 'home-inspection') return null;
  if (home === null) {
    const errors = [
      { field: 'body.home', value: 'none', rule: 'the address where the car stands' },
    ];
    throw new ProblemError('home-address-needed', {}, errors);
  }
  const place = placeOfRow(places, claim);
  if (servesZip(place, home.zip)) return home;
  const errors = [{ field: 'body.home.zip', value: '(not shown)', rule: 'a ZIP code of the area' }];
  throw new ProblemError('home-not-served', { zip: home.zip, place: place.name }, errors);
}

/** The state after an event, or the refusal: its time has come, or it is over. */
function after(places: Places, row: AppointmentRow, event: AppointmentEvent, nowMs: number) {
  const state = nextAppointmentState(row.state, event);
  if (state === null) throw new ProblemError('appointment-ended');
  const startsAt = momentOf(row.starts_at);
  // Who lost the time to a closing may still take another one, whenever that is.
  const isLate = row.state !== 'displaced' && isTooLate(event, { startsAt }, momentNow(nowMs));
  if (!isLate) return state;
  const at = atText(placeOfRow(places, row), row.starts_at);
  throw new ProblemError('appointment-past', { at });
}

async function tellChange(
  tx: Queryable,
  shell: Shell,
  places: Places,
  { contract_id, appointment_id }: AppointmentRow,
  template: 'appointment-moved' | 'appointment-cancelled',
): Promise<AppointmentRow> {
  const row = await forChange(tx, contract_id, appointment_id);
  await tellOfAppointment(tx, shell, { template, row, place: placeOfRow(places, row) });
  return row;
}

async function mustFind(store: Queryable, contractId: string, appointmentId: string) {
  const rows = await appointmentsOf(store, contractId);
  const row = rows.find((each) => each.appointment_id === appointmentId);
  if (row === undefined) throw new ProblemError('appointment-not-found');
  return row;
}

function present({ ring, clock }: Shell, places: Places, row: AppointmentRow) {
  return presentAppointment({ ring, places, nowMs: clock() }, row, undefined);
}
