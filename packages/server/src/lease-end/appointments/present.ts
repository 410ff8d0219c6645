import type { Appointment, HeldSlot, PlaceCard } from '@roadbook/api/schema/appointment';
import { decode, encode } from '@roadbook/api/wire';
import { isAhead } from '@roadbook/domain/lease-end/appointment/appointment';
import type { Place } from '@roadbook/domain/place/place';
import type { z } from 'zod';
import { referenceOf } from '../../money/pay/receipts.ts';
import { type KeyRing, seal, unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import type { AppointmentRow } from './appointment.sql.ts';
import { momentOf } from './moments.ts';
import { type Places, placeAt } from './places.ts';
import type { ClaimRow } from './slots.sql.ts';

export type WireAppointment = z.output<typeof Appointment>;
export type WireHeld = z.output<typeof HeldSlot>;
export type Home = NonNullable<WireAppointment['home']>;

/** Where the car stands, sealed with its appointment. */
export function sealHome(ring: KeyRing, appointmentId: string, home: Home | null) {
  if (home === null) return { key_id: null, sealed: null };
  const { keyId, sealed } = seal(ring, identityOf.appointment(appointmentId), encode(home));
  return { key_id: keyId, sealed };
}

/** Where the car stands, of an inspection at home. */
export function openHome(
  ring: KeyRing,
  row: Pick<AppointmentRow, 'appointment_id' | 'key_id' | 'sealed'>,
): Home | null {
  const { key_id: keyId, sealed, appointment_id: id } = row;
  if (keyId === null || sealed === null) return null;
  return decode<Home>(unseal(ring, identityOf.appointment(id), { keyId, sealed }));
}

export function placeCard(place: Place): z.output<typeof PlaceCard> {
  const { id: placeId, name, street, city, state, zip, phone, timeZone } = place;
  return { placeId, name, street, city, state, zip, phone, timeZone };
}

/** The place of a row as it is on the day of it. */
export function placeOfRow(
  places: Places,
  { place_id, starts_at }: Pick<AppointmentRow, 'place_id' | 'starts_at'>,
): Place {
  const place = placeAt(places, place_id, momentOf(starts_at));
  if (place === null) throw new Error(`an appointment is at no place: ${place_id}`);
  return place;
}

export function presentClaim(places: Places, row: ClaimRow): WireHeld {
  return {
    claimId: row.claim_id,
    kind: row.kind,
    place: placeCard(placeOfRow(places, row)),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    heldUntil: row.held_until ?? row.ends_at,
  };
}

export function presentAppointment(
  { ring, places, nowMs }: { ring: KeyRing; places: Places; nowMs: number },
  row: AppointmentRow,
  offer: ClaimRow | undefined,
): WireAppointment {
  const isTooLate = row.state === 'booked' && Date.parse(row.starts_at) <= nowMs;
  return {
    appointmentId: row.appointment_id,
    reference: referenceOf(row.appointment_id),
    contractId: row.contract_id,
    kind: row.kind,
    state: row.state,
    place: placeCard(placeOfRow(places, row)),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    sequence: row.sequence,
    home: openHome(ring, row),
    canChange: isAhead(row.state) && !isTooLate,
    offered: offer === undefined ? null : presentClaim(places, offer),
  };
}
