import type { AppointmentWindow } from '@roadbook/domain/lease-end/appointment/appointment-window';
import { type AppointmentKind, type Place, serves } from '@roadbook/domain/place/place';
import { type Slot, slotsOn } from '@roadbook/domain/place/slots';
import { addDays, type BusinessDate, earlierOf, laterOf } from '@roadbook/domain/time/calendar';
import { DAY_MINUTES, laterBy, type Moment, utcMoment } from '@roadbook/domain/time/moment';
import type { Queryable } from '../../platform/database/store.ts';
import { isoOf, momentOf } from './moments.ts';
import { type Places, placeOn } from './places.ts';
import { takenAt } from './slots.sql.ts';

export type FreeDay = { readonly on: BusinessDate; readonly place: Place; readonly slots: Slot[] };

/** What is looked for: where, for what, on which days, and from which moment on. */
export type Search = {
  readonly placeId: string;
  readonly kind: AppointmentKind;
  readonly make: string | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly now: Moment;
};

/** The free slots of a place by day, as the place is on each of the days. */
export async function freeDays(
  store: Queryable,
  places: Places,
  { placeId, kind, make, from, to, now }: Search,
): Promise<FreeDay[]> {
  if (to < from) return [];
  // A day of the farthest zone begins and ends less than a day from UTC's.
  const taken = await takenAt(store, placeId, {
    from: isoOf(laterBy(utcMoment(from, 0), -DAY_MINUTES)),
    to: isoOf(laterBy(utcMoment(to, 0), 2 * DAY_MINUTES)),
    now: isoOf(now),
  });
  const claims = taken.map(({ starts_at, ends_at, bay }) => ({
    bay,
    startsAt: momentOf(starts_at),
    endsAt: momentOf(ends_at),
  }));
  const isFree = ({ startsAt, endsAt }: Slot, bays: number): boolean => {
    const over = claims.filter((each) => each.startsAt < endsAt && each.endsAt > startsAt);
    return startsAt > now && new Set(over.map(({ bay }) => bay)).size < bays;
  };
  const days: FreeDay[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const place = placeOn(places, placeId, on);
    if (place === null || place.effectiveFrom > on || !serves(place, kind, make)) continue;
    const slots = slotsOn(place, on).filter((slot) => isFree(slot, place.bays));
    if (slots.length > 0) days.push({ on, place, slots });
  }
  return days;
}

/** How far the next free slot is looked for. */
const NEXT_DAYS = 21;

/** The first free slot of a place after a moment, within somebody's days. */
export async function nextFreeSlot(
  store: Queryable,
  places: Places,
  search: Omit<Search, 'from' | 'to'>,
  window: AppointmentWindow,
  after: BusinessDate,
  afterMoment: Moment,
): Promise<{ readonly place: Place; readonly slot: Slot } | null> {
  const from = laterOf(window.from, after);
  const to = earlierOf(window.to, addDays(from, NEXT_DAYS));
  for (const { place, slots } of await freeDays(store, places, { ...search, from, to })) {
    const slot = slots.find(({ startsAt }) => startsAt > afterMoment);
    if (slot !== undefined) return { place, slot };
  }
  return null;
}
