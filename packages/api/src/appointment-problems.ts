import type { ProblemRow } from './problem-row.ts';

/** What can stand in the way of an appointment for an inspection or a return. */
export type AppointmentProblem =
  | 'place-not-found'
  | 'slot-past'
  | 'slot-not-offered'
  | 'slot-outside-window'
  | 'slot-taken'
  | 'hold-lapsed'
  | 'appointment-exists'
  | 'appointment-not-found'
  | 'appointment-past'
  | 'appointment-ended'
  | 'appointment-not-begun'
  | 'home-address-needed'
  | 'home-not-served'
  | 'no-place-of-yours';

export const APPOINTMENT_PROBLEMS: Readonly<Record<AppointmentProblem, ProblemRow>> = {
  'place-not-found': {
    status: 404,
    title: 'We cannot find that place',
    cause: 'It does not belong to our network, or it does not do this for your car.',
    next: 'Choose a place from the list for your ZIP code.',
  },
  'slot-past': {
    status: 422,
    title: 'That time is over',
    cause: 'You chose {at}, and that is in the past.',
    next: 'Choose a later time.',
  },
  'slot-not-offered': {
    status: 422,
    title: 'The place does not offer that time',
    cause: 'No appointment begins at {at} at {place}.',
    next: 'Load the free times again and choose one of them.',
  },
  'slot-outside-window': {
    status: 422,
    title: 'That day is outside your dates',
    cause: 'You chose {on}. It can be booked from {from} to {to}.',
    next: 'Choose a day between the two, or call us if none of them is possible for you.',
  },
  'slot-taken': {
    status: 409,
    title: 'Somebody was faster',
    cause: '{at} at {place} was taken a moment ago.',
    next: 'The next free time is {nextAt}. Choose it or another one.',
  },
  'hold-lapsed': {
    status: 409,
    title: 'The time is no longer kept for you',
    cause: 'We keep a time for ten minutes while you decide, and they are over.',
    next: 'Choose a time again. If nobody has taken it, it is still there.',
  },
  'appointment-exists': {
    status: 409,
    title: 'You have an appointment already',
    cause: 'There is one for this car, on {at}.',
    next: 'Move that one, or cancel it first.',
  },
  'appointment-not-found': {
    status: 404,
    title: 'We cannot find that appointment',
    cause: 'There is no such appointment among those you may see.',
    next: 'Load the list again.',
  },
  'appointment-past': {
    status: 422,
    title: 'Its time has come already',
    cause: 'The appointment was for {at}. From then on it cannot be moved or cancelled.',
    next: 'Book a new one. If you could not come, call us: we will find a way.',
  },
  'appointment-ended': {
    status: 409,
    title: 'This appointment is over',
    cause: 'It was done, missed or cancelled before, so this is no longer possible.',
    next: 'Load the list again. A new appointment can be booked.',
  },
  'appointment-not-begun': {
    status: 422,
    title: 'It is too early for that',
    cause: 'The appointment is for {at}. Nobody has missed it before.',
    next: 'Wait for its time. If the customer cancels, you see it here.',
  },
  'home-address-needed': {
    status: 422,
    title: 'Where should the inspector come?',
    cause: 'An inspection at home needs the address where the car stands.',
    next: 'Enter street, city, state and ZIP code.',
  },
  'home-not-served': {
    status: 422,
    title: 'Our inspectors do not come there',
    cause: 'The ZIP code {zip} is outside the area of {place}.',
    next: 'Choose another address, or book an inspection at a place.',
  },
  'no-place-of-yours': {
    status: 422,
    title: 'Your account has no place yet',
    cause: 'You see the appointments of your own place, and none is set for your account.',
    next: 'Ask the lender to set it: roadbook staff place <email> <place>.',
  },
};
