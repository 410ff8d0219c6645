import type { AppointmentKind, Place } from './place.ts';
import { serves, servesZip } from './place.ts';

/** The middle of a ZIP code's area, in ten-thousandths of a degree. */
export type Centroid = { readonly latitudeE4: number; readonly longitudeE4: number };

/** The earth's mean radius (IUGG 1980), in miles. */
const EARTH_MILES = 3_958.76;
const RADIANS_PER_E4 = Math.PI / 180 / 10_000;
/** Farther than this nobody drives to hand a car over. */
export const FARTHEST_MILES = 150;

/** Whole miles as the crow flies, by the haversine formula; a road is longer. */
export function milesBetween(a: Centroid, b: Centroid): number {
  const [latA, latB] = [a.latitudeE4 * RADIANS_PER_E4, b.latitudeE4 * RADIANS_PER_E4];
  const dLat = latB - latA;
  const dLon = (b.longitudeE4 - a.longitudeE4) * RADIANS_PER_E4;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin(dLon / 2) ** 2;
  return Math.round(2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** A place that somebody can go to; miles are null where only its own list says that it is near. */
export type NearPlace = { readonly place: Place; readonly miles: number | null };

/**
 * The places that serve a ZIP code, nearest first: those within `FARTHEST_MILES` of its middle, and
 * those that name it themselves. Where nobody knows the middle, only the latter. Inspectors come
 * home only where their own list says so.
 */
export function placesNear(
  places: readonly Place[],
  asked: {
    readonly zip: string;
    readonly centroid: Centroid | null;
    readonly kind: AppointmentKind;
    readonly make: string | null;
  },
): readonly NearPlace[] {
  const { zip, centroid, kind, make } = asked;
  return places
    .filter((place) => serves(place, kind, make))
    .map((place) => ({ place, miles: centroid === null ? null : milesBetween(centroid, place) }))
    .filter(({ place, miles }) => {
      const isNear = kind !== 'home-inspection' && miles !== null && miles <= FARTHEST_MILES;
      return isNear || servesZip(place, zip);
    })
    .toSorted((a, b) => {
      const [milesA, milesB] = [a.miles ?? 0, b.miles ?? 0];
      return milesA === milesB ? (a.place.name < b.place.name ? -1 : 1) : milesA - milesB;
    });
}
