import type { Breakdown } from '../../money/breakdown.ts';
import type { Cents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';

/** Who named a price for the car. */
export const OFFER_SOURCES = ['dealer', 'online-buyer', 'private', 'lender', 'other'] as const;
export type OfferSource = (typeof OFFER_SOURCES)[number];

/**
 * A price somebody named for the car. It is firm when it says through which day it holds; without
 * that day it is a price that was named and nothing more.
 */
export type ValueOffer = {
  readonly source: OfferSource;
  readonly cents: Cents;
  readonly on: BusinessDate;
  readonly goodThrough: BusinessDate | null;
  /** What the person calls it, for the screen only. */
  readonly label?: string;
};

export const VEHICLE_SEGMENTS = ['car', 'suv', 'truck'] as const;
export type VehicleSegment = (typeof VEHICLE_SEGMENTS)[number];

/** What is known of the car; null is what nobody has said. */
export type VehicleFacts = {
  readonly segment: VehicleSegment;
  readonly modelYear: number | null;
  /** The maker's list price with options (MSRP), not what was paid. */
  readonly priceWhenNewCents: Cents | null;
  /** The odometer on the day of the valuation, in whole miles. */
  readonly miles: number | null;
};

/** What would make an estimate possible; `offer` would do alone. */
export const MISSING_FACTS = ['offer', 'price-when-new', 'model-year', 'miles'] as const;
export type MissingFact = (typeof MISSING_FACTS)[number];

/** A value with its honest range: never negative, low ≤ likely ≤ high, total = likely. */
export type KnownMarketValue = {
  readonly source: 'offers' | 'estimate';
  readonly lowCents: Cents;
  readonly likelyCents: Cents;
  readonly highCents: Cents;
  /** The newest offer that counted, or the month of the price index, as its first day. */
  readonly asOf: BusinessDate;
  /** Calendar months from `asOf` to the day of the valuation. */
  readonly monthsOld: number;
  readonly breakdown: Breakdown;
};

/** No value can be named, and what would help, in the order in which to ask for it. */
export type NoMarketValue = {
  readonly source: 'none';
  readonly missing: readonly MissingFact[];
};

export type MarketValue = KnownMarketValue | NoMarketValue;
