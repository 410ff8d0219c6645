/** Cars and offers as people might describe them, for the properties of values. */
import fc from 'fast-check';
import { addDays, date } from '../../src/time/calendar.ts';
import {
  OFFER_SOURCES,
  type ValueOffer,
  VEHICLE_SEGMENTS,
} from '../../src/vehicle/value/car-value.ts';

export const anyCents = fc.bigInt({ min: 0n, max: 20_000_000n });
export const anyDay = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays(date('2025-01-01'), n));
export const fullFacts = fc.record({
  segment: fc.constantFrom(...VEHICLE_SEGMENTS),
  modelYear: fc.integer({ min: 1995, max: 2029 }),
  priceWhenNewCents: fc.bigInt({ min: 0n, max: 30_000_000n }),
  miles: fc.integer({ min: 0, max: 300_000 }),
});
export const partialFacts = fc.record({
  segment: fc.constantFrom(...VEHICLE_SEGMENTS),
  modelYear: fc.option(fc.integer({ min: 1995, max: 2029 })),
  priceWhenNewCents: fc.option(anyCents),
  miles: fc.option(fc.integer({ min: 0, max: 300_000 })),
});
export const anyOffers = fc.array(
  fc
    .record({
      source: fc.constantFrom(...OFFER_SOURCES),
      cents: anyCents,
      on: anyDay,
      goodFor: fc.option(fc.nat(60)),
    })
    .map(
      ({ goodFor, ...offer }): ValueOffer => ({
        ...offer,
        goodThrough: goodFor === null ? null : addDays(offer.on, goodFor),
      }),
    ),
  { maxLength: 5 },
);
