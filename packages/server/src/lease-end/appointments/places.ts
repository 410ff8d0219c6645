import { readDaySpans } from '@roadbook/domain/place/hours-text';
import type { HoursException, Place } from '@roadbook/domain/place/place';
import {
  PLACE_COLUMNS,
  type PlaceColumn,
  placeCells,
  readPlace,
} from '@roadbook/domain/place/places-csv';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { inForceOrFirst } from '@roadbook/domain/time/in-force';
import type { Moment } from '@roadbook/domain/time/moment';
import { wallTime } from '@roadbook/domain/time/time-zone';
import type { Queryable } from '../../platform/database/store.ts';
import { placeDayRows, placeRows, putPlace } from './places.sql.ts';

/** Every version of each place, by its id. */
export type Places = ReadonlyMap<string, readonly Place[]>;

/** All places. Days that operations changed count before what the lender's file says of them. */
export async function readPlaces(store: Queryable): Promise<Places> {
  const [rows, days] = await Promise.all([placeRows(store), placeDayRows(store)]);
  const exceptions = new Map<string, HoursException[]>();
  for (const { place_id, on_day: on, hours } of days) {
    const spans = readDaySpans(hours) ?? [];
    exceptions.set(place_id, [...(exceptions.get(place_id) ?? []), { on, spans }]);
  }
  const places = new Map<string, Place[]>();
  for (const { place_id: id, cells } of rows) {
    const place = placeOf(cells);
    const own = exceptions.get(id) ?? [];
    const others = place.exceptions.filter(({ on }) => !own.some((each) => each.on === on));
    const version = { ...place, exceptions: [...own, ...others] };
    places.set(id, [...(places.get(id) ?? []), version]);
  }
  return places;
}

/** A place as it is on a day, or as it first will be; null for one that nobody knows. */
export function placeOn(places: Places, id: string, on: BusinessDate): Place | null {
  const versions = places.get(id);
  return versions === undefined ? null : inForceOrFirst(versions, on);
}

/** A place as it is at a moment, by its own clock; null for one that nobody knows. */
export function placeAt(places: Places, id: string, at: Moment): Place | null {
  const zone = places.get(id)?.[0]?.timeZone;
  return zone === undefined ? null : placeOn(places, id, wallTime(zone, at).on);
}

/** Every place as it is on a day. Those that begin later are not there yet. */
export function placesOn(places: Places, on: BusinessDate): readonly Place[] {
  return [...places.values()]
    .map((versions) => inForceOrFirst(versions, on))
    .filter(({ effectiveFrom }) => effectiveFrom <= on);
}

/** Stores a version of a place; false where it was just so before. */
export function storePlace(
  store: Queryable,
  place: Place,
  by: string,
  nowMs: number,
): Promise<boolean> {
  const values = placeCells(place);
  const cells = Object.fromEntries(PLACE_COLUMNS.map((column, index) => [column, values[index]]));
  const { id: place_id, effectiveFrom: effective_from } = place;
  return putPlace(store, { place_id, effective_from, cells: JSON.stringify(cells), by }, nowMs);
}

/** What was stored was read before, so a row that cannot be read is a defect. */
function placeOf(cells: string): Place {
  const byColumn = JSON.parse(cells) as Partial<Record<PlaceColumn, string>>;
  const read = readPlace((column) => byColumn[column] ?? '');
  if (read.outcome === 'read') return read.place;
  throw new Error(`a stored place is broken: ${read.defects.map(({ field }) => field).join(', ')}`);
}
