import { APPOINTMENT_STATES } from '@roadbook/domain/lease-end/appointment/appointment';
import { APPOINTMENT_KINDS, WEEKDAYS } from '@roadbook/domain/place/place';
import { z } from 'zod';
import { ContractId, Day, plainText } from './basic.ts';

export const AppointmentKind = z.enum(APPOINTMENT_KINDS);

export const PlaceId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'the code of a place, such as north-side')
  .max(60, 'the code of a place, such as north-side');

export const Zip = z.string().regex(/^\d{5}$/, 'a ZIP code of five digits');

/** A point in time with its zone, to the minute. */
export const At = z.iso
  .datetime({ error: 'a time such as 2026-12-04T15:00:00Z' })
  .refine((text) => Date.parse(text) % 60_000 === 0, 'a time on the minute')
  .meta({ id: 'At', format: 'date-time', examples: ['2026-12-04T15:00:00.000Z'] });

/** From when to when, as clocks of the place show it: "08:00". */
const Open = z.object({ from: z.string(), to: z.string() });

/** Where somebody goes, and how to reach it. */
export const PlaceCard = z
  .object({
    placeId: PlaceId,
    name: z.string(),
    street: z.string(),
    city: z.string(),
    state: z.string(),
    zip: z.string(),
    phone: z.string().nullable(),
    timeZone: z.string(),
  })
  .meta({ id: 'PlaceCard' });

/** A place near somebody; miles as the crow flies, or null where only its own list is known. */
export const NearPlace = PlaceCard.extend({
  miles: z.int().nullable(),
  week: z.array(z.object({ day: z.enum(WEEKDAYS), open: z.array(Open) })),
}).meta({ id: 'NearPlace' });

export const FreeDay = z
  .object({ on: Day, slots: z.array(z.object({ startsAt: At, endsAt: At })) })
  .meta({ id: 'FreeDay' });

/** The days on which something may be booked; no day while `to` is before `from`. */
export const AppointmentDays = z
  .object({ kind: AppointmentKind, opensOn: Day, from: Day, to: Day })
  .meta({ id: 'AppointmentDays' });

export const HomeAddress = z
  .strictObject({
    street: plainText(100).trim(),
    city: plainText(100).trim(),
    state: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
    zip: Zip,
  })
  .meta({ id: 'HomeAddress' });

/** A time that is kept for somebody until they decide. */
export const HeldSlot = z
  .object({
    claimId: z.uuid(),
    kind: AppointmentKind,
    place: PlaceCard,
    startsAt: At,
    endsAt: At,
    heldUntil: z.string(),
  })
  .meta({ id: 'HeldSlot' });

export const Appointment = z
  .object({
    appointmentId: z.uuid(),
    /** The short code a person can read out. */
    reference: z.string(),
    contractId: ContractId,
    kind: AppointmentKind,
    state: z.enum(APPOINTMENT_STATES),
    place: PlaceCard,
    startsAt: At,
    endsAt: At,
    /** Grows with each change, as in the calendar file. */
    sequence: z.int(),
    home: HomeAddress.nullable(),
    /** Until its start it can be moved and cancelled. */
    canChange: z.boolean(),
    /** Where the place closed: another time that is kept for this person first. */
    offered: HeldSlot.nullable(),
  })
  .meta({ id: 'Appointment' });

/** An appointment as the place sees it: nothing of the account but the car. */
export const PlaceAppointment = z
  .object({
    appointmentId: z.uuid(),
    reference: z.string(),
    kind: AppointmentKind,
    state: z.enum(APPOINTMENT_STATES),
    startsAt: At,
    endsAt: At,
    on: Day,
    vin: z.string().nullable(),
    modelYear: z.int().nullable(),
    make: z.string().nullable(),
    model: z.string().nullable(),
    /** Where an inspector comes to. */
    home: HomeAddress.nullable(),
    hasBegun: z.boolean(),
  })
  .meta({ id: 'PlaceAppointment' });

/** A place with all that its hours are made of, as the desk keeps it. */
export const DeskPlace = PlaceCard.extend({
  effectiveFrom: Day,
  /** As they are typed: "mon-fri 08:00-17:00; sat 09:00-13:00". */
  hours: z.string(),
  slotMinutes: z.int(),
  bays: z.int(),
  kinds: z.array(AppointmentKind),
  brands: z.array(z.string()),
  exceptions: z.array(z.object({ on: Day, hours: z.string() })),
  /** Versions that begin later. */
  ahead: z.array(z.object({ effectiveFrom: Day, hours: z.string() })),
  /** Appointments that are booked from now on. */
  booked: z.int(),
}).meta({ id: 'DeskPlace' });

/** Those who lost their time by a change, and how many of them have another one kept. */
export const Displaced = z
  .object({ displaced: z.int(), offered: z.int() })
  .meta({ id: 'Displaced' });

export const HoursOfDay = plainText(80)
  .trim()
  .meta({ description: 'Hours of one day, such as 08:00-12:00 13:00-17:00, or closed.' });
