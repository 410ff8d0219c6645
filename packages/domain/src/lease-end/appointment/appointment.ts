/** Where an appointment stands. A hold is a slot that somebody keeps while they decide. */
export const APPOINTMENT_STATES = [
  'held',
  'booked',
  'displaced',
  'missed',
  'done',
  'refused',
  'cancelled',
  'lapsed',
] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

export type AppointmentEvent =
  | 'book'
  | 'lapse'
  | 'move'
  | 'cancel'
  /** The place does not keep the time: it closed, or no longer does this. */
  | 'displace'
  | 'miss'
  | 'finish'
  /** The dealer did not take the car; the hand-over keeps the reason and the evidence. */
  | 'refuse';

type Edge = {
  readonly from: AppointmentState;
  readonly event: AppointmentEvent;
  readonly to: AppointmentState;
};

/** A hold lasts so long and then lapses by itself. */
export const HOLD_MINUTES = 10;
/** Whoever lost a booked time keeps another one for so long, before others may have it. */
export const OFFER_HOURS = 48;

export const APPOINTMENT_EDGES: readonly Edge[] = [
  { from: 'held', event: 'book', to: 'booked' },
  { from: 'held', event: 'lapse', to: 'lapsed' },
  { from: 'booked', event: 'move', to: 'booked' },
  { from: 'booked', event: 'cancel', to: 'cancelled' },
  { from: 'booked', event: 'displace', to: 'displaced' },
  { from: 'booked', event: 'miss', to: 'missed' },
  { from: 'booked', event: 'finish', to: 'done' },
  { from: 'booked', event: 'refuse', to: 'refused' },
  { from: 'displaced', event: 'move', to: 'booked' },
  { from: 'displaced', event: 'cancel', to: 'cancelled' },
  // Somebody who comes late, or to a place that said it was closed, may still be served.
  { from: 'displaced', event: 'finish', to: 'done' },
  { from: 'displaced', event: 'refuse', to: 'refused' },
  { from: 'missed', event: 'finish', to: 'done' },
  { from: 'missed', event: 'refuse', to: 'refused' },
];

/** The state after an event, or null where the event is not possible. */
export function nextAppointmentState(
  from: AppointmentState,
  event: AppointmentEvent,
): AppointmentState | null {
  return APPOINTMENT_EDGES.find((edge) => edge.from === from && edge.event === event)?.to ?? null;
}

/** Whether somebody still expects the car. */
export function isAhead(state: AppointmentState): boolean {
  return state === 'booked' || state === 'displaced';
}

/** Whether an act comes too late: from its start on nobody moves or cancels an appointment. */
export function isTooLate(
  event: AppointmentEvent,
  { startsAt }: { readonly startsAt: number },
  now: number,
): boolean {
  return (event === 'move' || event === 'cancel') && startsAt <= now;
}

/** Whether an act comes too early: nobody has missed what has not begun. */
export function isTooEarly(
  event: AppointmentEvent,
  { startsAt }: { readonly startsAt: number },
  now: number,
): boolean {
  return event === 'miss' && now < startsAt;
}
