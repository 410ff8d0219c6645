import { z } from 'zod';
import { operation } from '../operation.ts';
import {
  DeskPlace,
  Displaced,
  HoursOfDay,
  PlaceAppointment,
  PlaceCard,
  PlaceId,
} from '../schema/appointment.ts';
import { Day, plainText } from '../schema/basic.ts';

const params = z.object({ placeId: PlaceId });
const oneAppointment = z.object({ appointmentId: z.uuid().toLowerCase() });

export const listPlaceAppointments = operation({
  id: 'listPlaceAppointments',
  audience: 'staff',
  permission: 'own-appointments',
  method: 'GET',
  path: '/api/v1/desk/appointments',
  summary: 'The appointments of the caller’s own place: yesterday, today and the coming two weeks.',
  description: 'It names the car, the time and where to come. Inspectors see inspections only.',
  status: 200,
  response: z.object({ place: PlaceCard, today: Day, appointments: z.array(PlaceAppointment) }),
  problems: ['no-place-of-yours'],
});

export const markAppointmentMissed = operation({
  id: 'markAppointmentMissed',
  audience: 'staff',
  permission: 'own-appointments',
  method: 'POST',
  path: '/api/v1/desk/appointments/:appointmentId/missed',
  summary: 'Say that nobody came. The customer is told how to book again.',
  params: oneAppointment,
  status: 200,
  response: PlaceAppointment,
  problems: [
    'no-place-of-yours',
    'appointment-not-found',
    'appointment-not-begun',
    'appointment-ended',
  ],
});

export const listDeskPlaces = operation({
  id: 'listDeskPlaces',
  audience: 'staff',
  permission: 'manage-places',
  method: 'GET',
  path: '/api/v1/desk/places',
  summary: 'Every place with its hours, the days that differ and what is booked.',
  status: 200,
  response: z.object({ places: z.array(DeskPlace) }),
  problems: [],
});

export const setPlaceHours = operation({
  id: 'setPlaceHours',
  audience: 'staff',
  permission: 'manage-places',
  method: 'POST',
  path: '/api/v1/desk/places/:placeId/hours',
  summary: 'Give a place other hours from a day on.',
  description: 'Who is booked outside them is told and has another time kept before others see it.',
  params,
  body: z.strictObject({
    effectiveFrom: Day,
    hours: plainText(300).trim(),
    slotMinutes: z.int().min(10).max(480),
    bays: z.int().min(1).max(50),
  }),
  status: 200,
  response: Displaced,
  problems: ['place-not-found'],
});

export const setPlaceDay = operation({
  id: 'setPlaceDay',
  audience: 'staff',
  permission: 'manage-places',
  method: 'POST',
  path: '/api/v1/desk/places/:placeId/days',
  summary: 'Close a place on a day, or give it other hours for that day.',
  description: 'Who is booked outside them is told and has another time kept before others see it.',
  params,
  body: z.strictObject({ on: Day, hours: HoursOfDay.nullable() }),
  status: 200,
  response: Displaced,
  problems: ['place-not-found'],
});
