import type { AppointmentKind } from '@roadbook/domain/place/place';
import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { contractIdOf } from '../../boarding/board-record.ts';
import { setStaffPlace, staffOfEmail } from '../../desk/staff/staff.sql.ts';
import { staffEmailHash } from '../../desk/staff/staff.ts';
import { bookKept } from '../../lease-end/appointments/book-kept.ts';
import { freeDays } from '../../lease-end/appointments/free-slots.ts';
import { isoOf, momentNow } from '../../lease-end/appointments/moments.ts';
import { putCentroids } from '../../lease-end/appointments/places.sql.ts';
import { readPlaces, storePlace } from '../../lease-end/appointments/places.ts';
import { claimOf, claimSlot } from '../../lease-end/appointments/slots.sql.ts';
import type { Store } from '../../platform/database/store.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import type { KeyRing } from '../../platform/keys/key-ring.ts';
import { DEMO_STAFF } from '../customers/demo-staff.ts';
import type { KnownPeople } from '../customers/register-customers.ts';
import type { Portfolio } from '../portfolio.ts';
import { DEMO_PLACES, DEMO_ZIPS } from './demo-places.ts';

type Booking = {
  readonly story: string;
  readonly kind: AppointmentKind;
  readonly placeId: string;
  /** The first free time so many days from today on. */
  readonly inDays: number;
};

/** Who has booked already when a visitor comes. */
const BOOKINGS: readonly Booking[] = [
  { story: 'matured-yesterday', kind: 'return', placeId: 'harbor-point', inDays: 3 },
  { story: 'lease-end-20', kind: 'return', placeId: 'lakeport-falls', inDays: 8 },
  { story: 'lease-end-80', kind: 'inspection', placeId: 'plumb-line', inDays: 2 },
];

type Job = { readonly store: Store; readonly ring: KeyRing; readonly clock: () => number };

/** Makes the places with their ZIP codes, says who of the staff works where, and books. */
export async function makeAppointments(
  { store, ring, clock }: Job,
  { leases, calendar }: Portfolio,
  people: KnownPeople,
): Promise<void> {
  for (const place of DEMO_PLACES) await storePlace(store, place, 'demonstration', clock());
  await putCentroids(store, DEMO_ZIPS);
  for (const { email, placeId } of DEMO_STAFF) {
    const row = await staffOfEmail(store, staffEmailHash(ring, email));
    if (row !== undefined && placeId !== null) await setStaffPlace(store, row.staff_id, placeId);
  }
  for (const booking of BOOKINGS) {
    const held = leases.find(({ contract }) => contract.story?.name === booking.story);
    const owner = people.find(({ person }) => person === held?.people[0]);
    if (held === undefined || owner === undefined) throw new RangeError(`nobody: ${booking.story}`);
    const contractId = contractIdOf(held.contract.deal, held.contract.assetNumber);
    const { make } = held.contract.car;
    const first = addDays(calendar.today, booking.inDays);
    const { personId } = owner;
    await book({ store, ring, clock }, { ...booking, contractId, personId, make, first });
  }
}

type ToBook = Booking & {
  readonly contractId: string;
  readonly personId: string;
  readonly make: string;
  readonly first: BusinessDate;
};

/** Books as a customer would: once, however often the demonstration is made. */
async function book({ store, ring, clock }: Job, given: ToBook): Promise<void> {
  const { contractId, personId, placeId, kind, make, first } = given;
  const places = await readPlaces(store);
  const search = { placeId, kind, make, from: first, to: addDays(first, 7) };
  const [day] = await freeDays(store, places, { ...search, now: momentNow(clock()) });
  // Not the first time of a day: nobody wants to come that early.
  const slot = day?.slots[2] ?? day?.slots[0];
  if (day === undefined || slot === undefined) throw new RangeError(`${placeId} is never open`);
  const claimId = namedUuid('demo-appointment', contractId, kind);
  const now = new Date(clock()).toISOString();
  if ((await claimOf(store, contractId, claimId, now)) !== null) return;
  const claim = await claimSlot(
    store,
    {
      placeId,
      startsAt: isoOf(slot.startsAt),
      endsAt: isoOf(slot.endsAt),
      bays: day.place.bays,
      claimId,
      contractId,
      personId,
      kind,
      heldUntil: new Date(clock() + 600_000).toISOString(),
      appointmentId: null,
    },
    now,
  );
  if (claim === null) return;
  await store.transaction((tx) => bookKept(tx, { ring, clock }, places, claim, null));
}
