import type { BusinessDate } from '../../time/calendar.ts';
import type { MarketValue, ValueOffer, VehicleFacts } from './car-value.ts';
import { type PriceIndex, USED_CAR_PRICES } from './price-index.ts';
import { missingForEstimate, valueByEstimate } from './value-by-estimate.ts';
import { valueByOffers } from './value-by-offers.ts';
import { type ValueParameters, valueParametersOn } from './value-parameters.ts';

export type {
  KnownMarketValue,
  MarketValue,
  MissingFact,
  NoMarketValue,
  OfferSource,
  ValueOffer,
  VehicleFacts,
  VehicleSegment,
} from './car-value.ts';

/**
 * What the car may fetch on a day, in cents, with an honest range: by the person's own offers where
 * there are any, else by an estimate, else a "no" that names what is missing. An offer made after
 * the day does not count. The value is what a buyer in the trade pays, not what a dealer asks.
 */
export function marketValue(
  facts: VehicleFacts,
  offers: readonly ValueOffer[],
  on: BusinessDate,
  index: PriceIndex = USED_CAR_PRICES,
  parameters: ValueParameters = valueParametersOn(on),
): MarketValue {
  return (
    valueByOffers(facts, offers, on, index, parameters) ??
    valueByEstimate(facts, on, index, parameters) ?? {
      source: 'none',
      missing: ['offer', ...missingForEstimate(facts)],
    }
  );
}

/** Every label a value's lines carry, for the copy catalogue. */
export const VALUE_LABELS = [
  'best-offer',
  'expired-offer',
  'named-price',
  'since-the-offer',
  'price-when-new',
  'value-lost-to-age',
  'value-of-miles',
  'used-car-market',
] as const;

/** Every rule a value's lines come from, for the copy catalogue. */
export const VALUE_RULES = [
  'best-firm-offer',
  'best-expired-offer',
  'best-named-price',
  'offer-carried-forward',
  'list-price',
  'age-of-model-year',
  'miles-against-typical',
  'used-car-price-index',
] as const;
