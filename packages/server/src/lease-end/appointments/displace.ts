import { OFFER_HOURS } from '@roadbook/domain/lease-end/appointment/appointment';
import { milesBetween } from '@roadbook/domain/place/distance';
import { serves } from '@roadbook/domain/place/place';
import { isOpenThrough } from '@roadbook/domain/place/slots';
import { wallTime } from '@roadbook/domain/time/time-zone';
import { readContract } from '../../book/read/read-contract.ts';
import { readVehicle } from '../../book/read/read-vehicle.ts';
import type { Shell } from '../../operation/shell.ts';
import type { Queryable } from '../../platform/database/store.ts';
import { uuidV7 } from '../../platform/database/uuid.ts';
import { openLease } from '../lease-end-facts.ts';
import {
  type AppointmentRow,
  appointmentForChange,
  bookedAfter,
  changeAppointment,
} from './appointment.sql.ts';
import { nextFreeSlot } from './free-slots.ts';
import { windowOf } from './lease-at-end.ts';
import { isoOf, momentNow, momentOf } from './moments.ts';
import { type Places, placesOn, readPlaces } from './places.ts';
import { placeOfRow } from './present.ts';
import { type ClaimRow, claimSlot, freeSlots } from './slots.sql.ts';
import { tellOfAppointment } from './tell.ts';

/** So many other places are tried for whom the own place has nothing. */
const OTHER_PLACES = 3;

/**
 * Finds who is booked at a place when it no longer serves them, in the transaction that changed it.
 * Each is told, and the next free time is kept for them for two days: they choose before others see
 * it. Who booked first is served first.
 */
export async function displaceClosed(
  tx: Queryable,
  shell: Shell,
  placeId: string,
): Promise<{ readonly displaced: number; readonly offered: number }> {
  const places = await readPlaces(tx);
  const now = new Date(shell.clock()).toISOString();
  const lost = [];
  for (const row of await bookedAfter(tx, placeId, now)) {
    if (!isKept(places, row)) lost.push(row);
  }
  // First all of them go, so that nobody is offered a time that the next one still blocks.
  for (const row of lost) {
    await freeSlots(tx, row.contract_id, row.appointment_id, null);
    await changeAppointment(tx, { ...row, state: 'displaced' }, now);
  }
  let offered = 0;
  for (const row of lost) {
    const claim = await keepAnother(tx, shell, places, row);
    if (claim !== null) offered += 1;
    const changed = await appointmentForChange(tx, row.contract_id, row.appointment_id);
    if (changed === null) throw new Error('an appointment was displaced and is not there');
    await tellOfAppointment(tx, shell, {
      template: 'appointment-displaced',
      row: changed,
      place: placeOfRow(places, changed),
      offer: claim === null ? null : { claim, place: placeOfRow(places, claim) },
    });
  }
  return { displaced: lost.length, offered };
}

type Booked = AppointmentRow & { readonly bay: number };

function isKept(places: Places, row: Booked): boolean {
  const { starts_at, ends_at, kind, bay } = row;
  const slot = { startsAt: momentOf(starts_at), endsAt: momentOf(ends_at) };
  const place = placeOfRow(places, row);
  return serves(place, kind, null) && bay <= place.bays && isOpenThrough(place, slot);
}

/** Keeps the next free time for somebody: at the same place, or else at one near it. */
async function keepAnother(
  tx: Queryable,
  { lender, clock }: Shell,
  places: Places,
  row: AppointmentRow,
): Promise<ClaimRow | null> {
  const stored = await readContract(tx, row.contract_id);
  const lease = stored === null ? 'lease-has-ended' : openLease(stored.contract);
  if (stored === null || typeof lease === 'string') return null;
  const vehicle = await readVehicle(tx, row.contract_id);
  const window = windowOf({ lease, today: stored.openDay }, row.kind, lender);
  const own = placeOfRow(places, row);
  // An inspector who comes home knows the area; another one may not.
  const others = placesOn(places, stored.openDay)
    .filter(({ id }) => id !== row.place_id && row.kind !== 'home-inspection')
    .toSorted((a, b) => milesBetween(own, a) - milesBetween(own, b))
    .slice(0, OTHER_PLACES);
  const startsAt = momentOf(row.starts_at);
  const { on } = wallTime(own.timeZone, startsAt);
  const now = momentNow(clock());
  for (const { id: placeId } of [own, ...others]) {
    const search = { placeId, kind: row.kind, make: vehicle?.make ?? null, now };
    const next = await nextFreeSlot(tx, places, search, window, on, startsAt);
    if (next === null) continue;
    const claim = {
      placeId,
      startsAt: isoOf(next.slot.startsAt),
      endsAt: isoOf(next.slot.endsAt),
      bays: next.place.bays,
      claimId: uuidV7(clock()),
      contractId: row.contract_id,
      personId: row.person_id,
      kind: row.kind,
      heldUntil: new Date(clock() + OFFER_HOURS * 3_600_000).toISOString(),
      appointmentId: row.appointment_id,
    };
    const kept = await claimSlot(tx, claim, new Date(clock()).toISOString());
    if (kept !== null) return kept;
  }
  return null;
}
