import { type Breakdown, breakdown, line } from '../../money/breakdown.ts';
import type { Cents } from '../../money/cents.ts';
import { PPB_ONE, type Ppb, shareOf } from '../../money/rate.ts';
import { roundHalfUp } from '../../money/round.ts';
import { type BusinessDate, partsOf } from '../../time/calendar.ts';
import type { KnownMarketValue, MissingFact, VehicleFacts, VehicleSegment } from './car-value.ts';
import { type IndexRatio, indexRatio, indexRatioPpb, type PriceIndex } from './price-index.ts';
import { ageMonths, leftAfterMiles, leftAfterMonths, SHARE_ONE } from './retention.ts';
import type { ValueParameters } from './value-parameters.ts';

/** The facts that an estimate cannot do without. */
type FullFacts = {
  readonly segment: VehicleSegment;
  readonly modelYear: number;
  readonly priceWhenNewCents: Cents;
  readonly miles: number;
};

/** Which of the facts for an estimate nobody has said, in the order in which to ask for them. */
export function missingForEstimate(facts: VehicleFacts): MissingFact[] {
  const missing: MissingFact[] = [];
  if (facts.priceWhenNewCents === null) missing.push('price-when-new');
  if (facts.modelYear === null) missing.push('model-year');
  if (facts.miles === null) missing.push('miles');
  return missing;
}

/**
 * The value by age, miles and list price: what the first day, each month and each mile leave of the
 * list price, moved by what used cars cost in the month of `on` against the month the shares
 * describe, and against what list prices rose by until the car's model year. Every line is the
 * difference of two amounts that are each rounded once, so the lines add up to the value. Null when
 * a fact is missing.
 */
export function valueByEstimate(
  facts: VehicleFacts,
  on: BusinessDate,
  index: PriceIndex,
  parameters: ValueParameters,
): KnownMarketValue | null {
  const { segment, modelYear, priceWhenNewCents, miles } = facts;
  if (modelYear === null || priceWhenNewCents === null || miles === null) return null;
  if (priceWhenNewCents < 0n || miles < 0) throw new RangeError('price and miles start at zero');
  const market = indexRatio(index, parameters.indexMonth, on);
  const full = { segment, modelYear, priceWhenNewCents, miles };
  const explained = explain(full, on, market, parameters);
  const months = ageMonths(parameters, modelYear, on);
  const spread = spreadPpb(parameters, months, market.monthsBeyond);
  const likelyCents = explained.totalCents;
  const halfCents = shareOf(likelyCents, spread);
  return {
    source: 'estimate',
    lowCents: likelyCents - halfCents,
    likelyCents,
    highCents: likelyCents + halfCents,
    asOf: market.toMonth,
    monthsOld: market.monthsBeyond,
    breakdown: explained,
  };
}

function explain(
  { segment, modelYear, priceWhenNewCents, miles }: FullFacts,
  on: BusinessDate,
  market: IndexRatio,
  parameters: ValueParameters,
): Breakdown {
  const months = ageMonths(parameters, modelYear, on);
  const typicalMiles = months * parameters.typicalMonthMiles;
  const listPrice = listPricePpb(parameters, modelYear, on);
  // The exact value before miles, over `whole`.
  const aged =
    priceWhenNewCents * parameters.firstDayPpb[segment] * leftAfterMonths(parameters, 0, months);
  const whole = PPB_ONE * SHARE_ONE * SHARE_ONE;
  const driven = aged * leftAfterMiles(parameters, miles);
  const agedCents = roundHalfUp(aged * leftAfterMiles(parameters, typicalMiles), whole);
  const drivenCents = roundHalfUp(driven, whole);
  const likelyCents = roundHalfUp(
    driven * market.numerator * PPB_ONE,
    whole * market.denominator * listPrice,
  );
  return breakdown([
    line('price-when-new', 'list-price', priceWhenNewCents),
    line('value-lost-to-age', 'age-of-model-year', agedCents - priceWhenNewCents, {
      segment,
      modelYear: modelYear.toString(),
      months: months.toString(),
      typicalMiles: typicalMiles.toString(),
    }),
    line('value-of-miles', 'miles-against-typical', drivenCents - agedCents, {
      miles: miles.toString(),
      typicalMiles: typicalMiles.toString(),
    }),
    line('used-car-market', 'used-car-price-index', likelyCents - drivenCents, {
      fromMonth: market.fromMonth,
      toMonth: market.toMonth,
      monthsBeyond: market.monthsBeyond.toString(),
      usedPricesPpb: indexRatioPpb(market).toString(),
      listPricesPpb: listPrice.toString(),
    }),
  ]);
}

/** Half the width of the range: it grows with age and with the months nobody has prices for. */
function spreadPpb(parameters: ValueParameters, months: number, beyond: number): Ppb {
  const spread =
    parameters.spreadPpb +
    parameters.spreadPerAgeMonthPpb * BigInt(months) +
    parameters.spreadPerMonthBeyondPpb * BigInt(beyond);
  return spread < parameters.spreadMaxPpb ? spread : parameters.spreadMaxPpb;
}

/**
 * What list prices had risen to. A year that is not new yet takes the newest one's level, or two
 * cars without an age would differ by their list prices, the older one worth more.
 */
function listPricePpb(parameters: ValueParameters, modelYear: number, on: BusinessDate): Ppb {
  const { listPricePpb: levels, listPriceFromYear, newInMonth } = parameters;
  const { year, month } = partsOf(on);
  const newest = month < newInMonth ? year - 1 : year;
  const at = Math.min(modelYear, newest) - listPriceFromYear;
  const level = levels[Math.min(Math.max(at, 0), levels.length - 1)];
  if (level === undefined || level <= 0n) throw new RangeError('no level of list prices');
  return level;
}
