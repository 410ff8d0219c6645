import { leaseMaturityDate } from '@roadbook/domain/lease/lease-calendar';
import { allowedMiles } from '@roadbook/domain/lease/mileage';
import { knownReadings } from '@roadbook/domain/lease/odometer';
import type { LeaseEndOutlook } from '@roadbook/domain/lease-end/planner/outlook';
import { odometerOn } from '@roadbook/domain/lease-end/ways-out/end-miles';
import { type BusinessDate, daysBetween, laterOf } from '@roadbook/domain/time/calendar';

type Point = { readonly x: number; readonly y: number };

/** The miles of a lease: what is allowed, what was read, and what is to come. */
export type MilesPicture = {
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  readonly allowedOdometer: number;
  readonly likelyOdometer: number;
  readonly lowOdometer: number;
  readonly highOdometer: number;
  readonly overMiles: number;
  readonly topMiles: number;
  readonly allowance: string;
  readonly driven: string;
  readonly projection: string;
  readonly band: string;
  readonly readings: readonly Point[];
  /** Where the allowance and the projection end, to be labeled. */
  readonly allowanceEnd: Point;
  readonly projectionEnd: Point;
};

type Size = { readonly width: number; readonly height: number };

export function milesPicture(outlook: LeaseEndOutlook, { width, height }: Size): MilesPicture {
  const { likely, best, worst } = outlook;
  const { terms, readings, asOf } = likely;
  const startsOn = terms.startsOn;
  const endsOn = laterOf(leaseMaturityDate(terms), asOf);
  const known = knownReadings(terms, readings);
  const last = known.at(-1) ?? { miles: 0, on: startsOn };
  const [low, mid, high] = [best, likely, worst].map((each) => odometerOn(each, endsOn));
  const [lowOdometer = 0, likelyOdometer = 0, highOdometer = 0] = [low, mid, high];
  const { deliveryOdometer } = terms.mileage;
  const allowedOdometer = deliveryOdometer + allowedMiles(terms);
  const topMiles = Math.max(1, allowedOdometer, highOdometer);
  const days = Math.max(1, daysBetween(startsOn, endsOn));
  const at = (on: BusinessDate, miles: number): Point => ({
    x: Math.round((Math.max(0, daysBetween(startsOn, on)) * width) / days),
    y: height - Math.round((Math.min(miles, topMiles) * height) / topMiles),
  });
  const path = (...points: readonly Point[]) =>
    `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`;
  const lastPoint = at(last.on, last.miles);
  const allowanceEnd = at(endsOn, allowedOdometer);
  const projectionEnd = at(endsOn, likelyOdometer);
  return {
    startsOn,
    endsOn,
    allowedOdometer,
    likelyOdometer,
    lowOdometer,
    highOdometer,
    overMiles: likelyOdometer - allowedOdometer,
    topMiles,
    allowance: path(at(startsOn, deliveryOdometer), allowanceEnd),
    driven: path(...known.map(({ on, miles }) => at(on, miles))),
    projection: path(lastPoint, projectionEnd),
    band: `${path(lastPoint, at(endsOn, highOdometer), at(endsOn, lowOdometer))}Z`,
    readings: known.slice(1).map(({ on, miles }) => at(on, miles)),
    allowanceEnd,
    projectionEnd,
  };
}
