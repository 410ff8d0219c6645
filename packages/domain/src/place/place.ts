import type { BusinessDate } from '../time/calendar.ts';
import type { TimeZone } from '../time/time-zone.ts';

/** The days of a week as `dayOfWeek` counts them. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From when to when a place is open, in minutes past midnight by its own clock; the end is not. */
export type Span = { readonly from: number; readonly to: number };

/** The spans of each day of a week, in order and apart; a day without one is closed. */
export type WeekHours = Readonly<Record<Weekday, readonly Span[]>>;

/** A day on which a place does not keep its usual hours; without a span it is closed. */
export type HoursException = { readonly on: BusinessDate; readonly spans: readonly Span[] };

/** What somebody can come for. */
export const APPOINTMENT_KINDS = ['return', 'inspection', 'home-inspection'] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];

/** Where a leased car can be brought, or where inspectors start from, as it is from a day on. */
export type Place = {
  /** A code that stays: a later version of the place has the same. */
  readonly id: string;
  readonly effectiveFrom: BusinessDate;
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly phone: string | null;
  /** Ten-thousandths of a degree, north and east positive: 38.5816 is 385816. */
  readonly latitudeE4: number;
  readonly longitudeE4: number;
  readonly timeZone: TimeZone;
  readonly hours: WeekHours;
  readonly exceptions: readonly HoursException[];
  /** How long one car takes. */
  readonly slotMinutes: number;
  /** How many cars at once. */
  readonly bays: number;
  /** Makes of cars; none means all of them. */
  readonly brands: readonly string[];
  /** ZIP codes it serves, or their first three digits. */
  readonly zips: readonly string[];
  readonly kinds: readonly AppointmentKind[];
};

/** Whether a place takes cars of a make for something. A make that is not known is taken. */
export function serves(place: Place, kind: AppointmentKind, make: string | null): boolean {
  const brand = make?.toLowerCase();
  const takes = place.brands.length === 0 || place.brands.some((b) => b.toLowerCase() === brand);
  // Who inspects looks at any car; only who receives one for a maker asks for the maker.
  return place.kinds.includes(kind) && (kind !== 'return' || brand === undefined || takes);
}

/** Whether a place names a ZIP code among those it serves. */
export function servesZip(place: Place, zip: string): boolean {
  return place.zip === zip || place.zips.some((each) => zip.startsWith(each));
}
