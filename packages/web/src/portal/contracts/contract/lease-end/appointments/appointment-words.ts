import type { Response } from '../../../../../shared/wire/client.ts';

export type Told = Response<'listAppointments'>;
export type Appointment = Told['appointments'][number];
export type Kind = Appointment['kind'];
export type Place = Response<'listPlaces'>['places'][number];
export type Held = Response<'holdSlot'>;
export type Days = Told['days'][number];
export type Home = NonNullable<Appointment['home']>;

/** A return, or an inspection wherever it is: one of each is ahead at a time. */
export const purposeOf = (kind: Kind): 'return' | 'inspection' =>
  kind === 'return' ? 'return' : 'inspection';

/** Whether somebody still expects the car; what is over is history. */
export const isAhead = ({ state }: Appointment): boolean =>
  state === 'booked' || state === 'displaced';

/** Whether any day can be booked now. */
export const isOpen = ({ from, to }: Days): boolean => from <= to;

/** Where the calendar file is. */
export const calendarHref = ({ contractId, appointmentId }: Appointment): string =>
  `/api/v1/contracts/${contractId}/lease-end/appointments/${appointmentId}/calendar.ics`;

/** An address on one line. */
export const addressLine = ({ street, city, state, zip }: Home): string =>
  `${street}, ${city}, ${state} ${zip}`;
