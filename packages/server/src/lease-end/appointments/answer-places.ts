import type * as operations from '@roadbook/api/operations/appointments';
import { placesNear } from '@roadbook/domain/place/distance';
import { spansWritten } from '@roadbook/domain/place/hours-text';
import { APPOINTMENT_KINDS, type Place, serves, WEEKDAYS } from '@roadbook/domain/place/place';
import { addDays, date, earlierOf, laterOf } from '@roadbook/domain/time/calendar';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { personOf } from '../../people/answer-details.ts';
import type { CustomerSession } from '../../people/session.ts';
import { openLease } from '../lease-end-facts.ts';
import { appointmentsOf } from './appointment.sql.ts';
import { freeDays } from './free-slots.ts';
import { leaseAtEnd, windowOf } from './lease-at-end.ts';
import { isoOf, momentNow } from './moments.ts';
import { centroidOf } from './places.sql.ts';
import { placeOn, placesOn, readPlaces } from './places.ts';
import { placeCard, presentAppointment } from './present.ts';
import { offersOf } from './slots.sql.ts';

type Customer<O extends (typeof operations)[keyof typeof operations]> = Handler<O, CustomerSession>;

/** So many days of free times in one answer. */
const DAYS_SHOWN = 14;

export const listAppointments: Customer<typeof operations.listAppointments> = async ({
  shell,
  caller,
  params,
}) => {
  const { store, ring, lender, clock } = shell;
  const { contractId } = params;
  const { contract, openDay: today } = await contractFor(store, contractId, caller.personId);
  if (contract.product === 'loan') throw new ProblemError('lease-end-not-for-a-loan');
  const nowMs = clock();
  const [rows, places, offers, { person }] = await Promise.all([
    appointmentsOf(store, contractId),
    readPlaces(store),
    offersOf(store, contractId, new Date(nowMs).toISOString()),
    personOf(shell, caller.personId),
  ]);
  const lease = openLease(contract);
  const days =
    typeof lease === 'string'
      ? []
      : APPOINTMENT_KINDS.map((kind) => ({ kind, ...windowOf({ lease, today }, kind, lender) }));
  const appointments = rows.map((row) => {
    const offer = offers.find(({ appointment_id: id }) => id === row.appointment_id);
    return presentAppointment({ ring, places, nowMs }, row, offer);
  });
  return { appointments, days, zip: person.zip?.slice(0, 5) ?? null };
};

export const listPlaces: Customer<typeof operations.listPlaces> = async ({
  shell,
  caller,
  params,
  query,
}) => {
  const { today, make } = await leaseAtEnd(shell, params.contractId, caller.personId);
  const [places, centroid] = await Promise.all([
    readPlaces(shell.store),
    centroidOf(shell.store, query.zip),
  ]);
  const middle =
    centroid === null
      ? null
      : { latitudeE4: centroid.latitude_e4, longitudeE4: centroid.longitude_e4 };
  const near = placesNear(placesOn(places, today), { ...query, centroid: middle, make });
  return {
    places: near.map(({ place, miles }) => ({ ...placeCard(place), miles, week: weekOf(place) })),
  };
};

function weekOf({ hours }: Place) {
  return WEEKDAYS.map((day) => ({
    day,
    open: hours[day].map((span) => {
      const [from = '', to = ''] = spansWritten([span]).split('-');
      return { from, to };
    }),
  }));
}

export const listSlots: Customer<typeof operations.listSlots> = async ({
  shell,
  caller,
  params,
  query,
}) => {
  const { store, lender, clock } = shell;
  const found = await leaseAtEnd(shell, params.contractId, caller.personId);
  const { kind } = query;
  const window = windowOf(found, kind, lender);
  const places = await readPlaces(store);
  const place = placeOn(places, params.placeId, found.today);
  if (place === null || !serves(place, kind, found.make)) throw new ProblemError('place-not-found');
  const from = laterOf(window.from, date(query.from ?? window.from));
  const to = earlierOf(window.to, addDays(from, DAYS_SHOWN - 1));
  const search = { placeId: params.placeId, kind, make: found.make, from, to };
  const days = await freeDays(store, places, { ...search, now: momentNow(clock()) });
  return {
    days: days.map(({ on, slots }) => ({
      on: on as string,
      slots: slots.map(({ startsAt, endsAt }) => ({
        startsAt: isoOf(startsAt),
        endsAt: isoOf(endsAt),
      })),
    })),
    next: to < window.to ? (addDays(to, 1) as string) : null,
  };
};
