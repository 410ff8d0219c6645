import { type BusinessDate, dayOfWeek } from '../time/calendar.ts';
import { laterBy, type Moment } from '../time/moment.ts';
import { momentFrom, momentTo, wallTime } from '../time/time-zone.ts';
import { type Place, type Span, WEEKDAYS } from './place.ts';

/** A stretch of time at a place that one car can have. */
export type Slot = { readonly startsAt: Moment; readonly endsAt: Moment };

/** When a place is open on a day: an exception counts, and else its week. */
export function spansOn({ hours, exceptions }: Place, on: BusinessDate): readonly Span[] {
  const exception = exceptions.find((each) => each.on === on);
  const weekday = WEEKDAYS[dayOfWeek(on)];
  return exception?.spans ?? (weekday === undefined ? [] : hours[weekday]);
}

/**
 * The slots of a day at a place. Each is as long as the place says by the watch in one's pocket, so
 * on a day that changes the clocks a place that is open through the change has fewer or more.
 */
export function slotsOn(place: Place, on: BusinessDate): readonly Slot[] {
  return openTimes(place, on).flatMap(({ startsAt, endsAt }) => {
    const count = Math.max(0, Math.floor((endsAt - startsAt) / place.slotMinutes));
    return Array.from({ length: count }, (_, index) => {
      const from = laterBy(startsAt, index * place.slotMinutes);
      return { startsAt: from, endsAt: laterBy(from, place.slotMinutes) };
    });
  });
}

/** The slot of a place that starts at a moment, or null where none does. */
export function slotAt(place: Place, startsAt: Moment): Slot | null {
  const { on } = wallTime(place.timeZone, startsAt);
  return slotsOn(place, on).find((slot) => slot.startsAt === startsAt) ?? null;
}

/** Whether a place is open all through a slot, be it one of its own or of earlier hours. */
export function isOpenThrough(place: Place, { startsAt, endsAt }: Slot): boolean {
  const { on } = wallTime(place.timeZone, startsAt);
  return openTimes(place, on).some((open) => open.startsAt <= startsAt && endsAt <= open.endsAt);
}

function openTimes(place: Place, on: BusinessDate): readonly Slot[] {
  return spansOn(place, on).map(({ from, to }) => ({
    startsAt: momentFrom(place.timeZone, on, from),
    endsAt: momentTo(place.timeZone, on, to),
  }));
}
