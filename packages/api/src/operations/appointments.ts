import { z } from 'zod';
import { operation } from '../operation.ts';
import {
  Appointment,
  AppointmentDays,
  AppointmentKind,
  At,
  FreeDay,
  HeldSlot,
  HomeAddress,
  NearPlace,
  PlaceId,
  Zip,
} from '../schema/appointment.ts';
import { ContractId, Day } from '../schema/basic.ts';

const params = z.object({ contractId: ContractId });
const one = params.extend({ appointmentId: z.uuid().toLowerCase() });
const path = '/api/v1/contracts/:contractId/lease-end';

const ofLease = [
  'contract-not-found',
  'lease-end-not-for-a-loan',
  'lease-has-ended',
  'contract-charged-off',
] as const;

export const listAppointments = operation({
  id: 'listAppointments',
  audience: 'customer',
  method: 'GET',
  path: `${path}/appointments`,
  summary: 'The appointments of a lease’s end, and the days on which one may be booked.',
  params,
  status: 200,
  response: z.object({
    appointments: z.array(Appointment),
    /** Empty where the lease has ended. */
    days: z.array(AppointmentDays),
    /** The ZIP code on file, to begin with. */
    zip: z.string().nullable(),
  }),
  problems: ['contract-not-found', 'lease-end-not-for-a-loan'],
});

export const listPlaces = operation({
  id: 'listPlaces',
  audience: 'customer',
  method: 'GET',
  path: `${path}/places`,
  summary: 'Places near a ZIP code that take this car, nearest first.',
  params,
  query: z.strictObject({ zip: Zip, kind: AppointmentKind }),
  status: 200,
  response: z.object({ places: z.array(NearPlace) }),
  problems: ofLease,
});

export const listSlots = operation({
  id: 'listSlots',
  audience: 'customer',
  method: 'GET',
  path: `${path}/places/:placeId/slots`,
  summary: 'Free times at a place, for two weeks from a day on.',
  params: params.extend({ placeId: PlaceId }),
  query: z.strictObject({ kind: AppointmentKind, from: Day.optional() }),
  status: 200,
  response: z.object({
    days: z.array(FreeDay),
    /** From which day to go on; null where the days are over. */
    next: Day.nullable(),
  }),
  problems: [...ofLease, 'place-not-found'],
});

export const holdSlot = operation({
  id: 'holdSlot',
  audience: 'customer',
  method: 'POST',
  path: `${path}/holds`,
  summary: 'Keep a time for ten minutes while the customer decides.',
  description: 'A customer keeps one time for each kind of appointment; a new one frees the last.',
  params,
  body: z.strictObject({ kind: AppointmentKind, placeId: PlaceId, startsAt: At }),
  status: 201,
  response: HeldSlot,
  problems: [
    ...ofLease,
    'place-not-found',
    'slot-past',
    'slot-not-offered',
    'slot-outside-window',
    'slot-taken',
    'too-many-attempts',
  ],
});

const decided = z.strictObject({
  claimId: z.uuid().toLowerCase(),
  home: HomeAddress.nullable().default(null),
});

const notTaken = ['hold-lapsed', 'home-address-needed', 'home-not-served'] as const;

export const bookAppointment = operation({
  id: 'bookAppointment',
  audience: 'customer',
  method: 'POST',
  path: `${path}/appointments`,
  summary: 'Book the time that is kept. Sent twice, it is booked once.',
  params,
  body: decided,
  status: 201,
  response: Appointment,
  problems: [...ofLease, ...notTaken, 'appointment-exists'],
});

export const moveAppointment = operation({
  id: 'moveAppointment',
  audience: 'customer',
  method: 'POST',
  path: `${path}/appointments/:appointmentId/move`,
  summary: 'Move an appointment to the time that is kept. The old one is free only then.',
  params: one,
  body: decided,
  status: 200,
  response: Appointment,
  problems: [
    ...ofLease,
    ...notTaken,
    'appointment-not-found',
    'appointment-past',
    'appointment-ended',
  ],
});

export const cancelAppointment = operation({
  id: 'cancelAppointment',
  audience: 'customer',
  method: 'POST',
  path: `${path}/appointments/:appointmentId/cancel`,
  summary: 'Cancel an appointment, until its start.',
  params: one,
  status: 200,
  response: Appointment,
  problems: [
    'contract-not-found',
    'appointment-not-found',
    'appointment-past',
    'appointment-ended',
  ],
});

export const getAppointmentCalendar = operation({
  id: 'getAppointmentCalendar',
  audience: 'customer',
  method: 'GET',
  path: `${path}/appointments/:appointmentId/calendar.ics`,
  summary: 'The appointment as a calendar file (RFC 5545). Read again, it moves the entry.',
  params: one,
  status: 200,
  produces: 'text/calendar',
  response: z.string(),
  problems: ['contract-not-found', 'appointment-not-found'],
});
