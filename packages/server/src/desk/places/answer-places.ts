import type * as operations from '@roadbook/api/operations/desk-places';
import {
  hoursWritten,
  readDaySpans,
  readHours,
  spansWritten,
} from '@roadbook/domain/place/hours-text';
import { type BusinessDate, date } from '@roadbook/domain/time/calendar';
import { openDayOf, servicingDayAt } from '../../book/day/business-day.ts';
import { bookedCounts } from '../../lease-end/appointments/appointment.sql.ts';
import { displaceClosed } from '../../lease-end/appointments/displace.ts';
import { putPlaceDay } from '../../lease-end/appointments/places.sql.ts';
import { placeOn, readPlaces, storePlace } from '../../lease-end/appointments/places.ts';
import { placeCard } from '../../lease-end/appointments/present.ts';
import type { Handler } from '../../operation/handler.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { StaffCaller } from '../staff/staff-session.ts';

type Staff<O extends (typeof operations)[keyof typeof operations]> = Handler<O, StaffCaller>;

export const listDeskPlaces: Staff<typeof operations.listDeskPlaces> = async ({ shell }) => {
  const { store, clock } = shell;
  const [places, counts, today] = await Promise.all([
    readPlaces(store),
    bookedCounts(store, new Date(clock()).toISOString()),
    todayOf(shell),
  ]);
  const listed = [...places].flatMap(([id, versions]) => {
    const place = placeOn(places, id, today);
    if (place === null) return [];
    return {
      ...placeCard(place),
      effectiveFrom: place.effectiveFrom as string,
      hours: hoursWritten(place.hours),
      slotMinutes: place.slotMinutes,
      bays: place.bays,
      kinds: [...place.kinds],
      brands: [...place.brands],
      exceptions: place.exceptions
        .filter(({ on }) => on >= today)
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))
        .map(({ on, spans }) => ({ on: on as string, hours: spansWritten(spans) })),
      ahead: versions
        .filter(({ effectiveFrom }) => effectiveFrom > today && effectiveFrom > place.effectiveFrom)
        .map(({ effectiveFrom, hours }) => ({
          effectiveFrom: effectiveFrom as string,
          hours: hoursWritten(hours),
        })),
      booked: counts.find(({ place_id }) => place_id === id)?.booked ?? 0,
    };
  });
  return { places: listed };
};

/** Gives a place other hours from today or a later day on; who loses a time by it is told. */
export const setPlaceHours: Staff<typeof operations.setPlaceHours> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const hours = readHours(body.hours);
  if (hours === null) throw hoursProblem(body.hours, 'mon-fri 08:00-17:00; sat 09:00-13:00');
  const effectiveFrom = await notPast(shell, 'effectiveFrom', body.effectiveFrom);
  const { slotMinutes, bays } = body;
  return shell.store.transaction(async (tx) => {
    const places = await readPlaces(tx);
    const place = placeOn(places, params.placeId, effectiveFrom);
    if (place === null) throw new ProblemError('place-not-found');
    const changed = { ...place, effectiveFrom, hours, slotMinutes, bays };
    await storePlace(tx, changed, byWhom(caller), shell.clock());
    return displaceClosed(tx, shell, params.placeId);
  });
};

/** Closes a place on a day, gives it other hours for it, or brings its usual ones back. */
export const setPlaceDay: Staff<typeof operations.setPlaceDay> = async ({
  shell,
  caller,
  params,
  body,
}) => {
  const spans = body.hours === null ? null : readDaySpans(body.hours);
  if (body.hours !== null && spans === null) {
    throw hoursProblem(body.hours, '08:00-12:00 13:00-17:00, or closed');
  }
  const on = await notPast(shell, 'on', body.on);
  return shell.store.transaction(async (tx) => {
    const places = await readPlaces(tx);
    if (!places.has(params.placeId)) throw new ProblemError('place-not-found');
    const hours = spans === null ? null : spansWritten(spans);
    const day = { placeId: params.placeId, on, hours, by: byWhom(caller) };
    await putPlaceDay(tx, day, shell.clock());
    return displaceClosed(tx, shell, params.placeId);
  });
};

const byWhom = ({ staffId }: StaffCaller): string => `staff:${staffId}`;

function hoursProblem(value: string, example: string): ProblemError {
  return new ProblemError('invalid-input', {}, [
    { field: 'body.hours', value, rule: `hours such as ${example}` },
  ]);
}

async function notPast(shell: Shell, field: string, value: string): Promise<BusinessDate> {
  const today = await todayOf(shell);
  const on = date(value);
  if (on >= today) return on;
  const rule = `a day that is not before ${today}`;
  throw new ProblemError('invalid-input', {}, [{ field: `body.${field}`, value, rule }]);
}

async function todayOf({ store, lender, clock }: Shell): Promise<BusinessDate> {
  return (await openDayOf(store)) ?? servicingDayAt(lender, clock());
}
