import { breakdown, type Line, line } from '../../money/breakdown.ts';
import { type Cents, maxCents, minCents } from '../../money/cents.ts';
import { type Ppb, shareOf } from '../../money/rate.ts';
import { roundHalfUp } from '../../money/round.ts';
import { addDays, type BusinessDate, laterOf, monthsBetween } from '../../time/calendar.ts';
import type { KnownMarketValue, ValueOffer, VehicleFacts } from './car-value.ts';
import { indexRatio, type PriceIndex } from './price-index.ts';
import { ageMonths, leftAfterMiles, leftAfterMonths, SHARE_ONE } from './retention.ts';
import type { ValueParameters } from './value-parameters.ts';

/** An offer as it counts on a day: a promise at its price, anything else with room around it. */
type CountedOffer = {
  readonly offer: ValueOffer;
  readonly isFirm: boolean;
  readonly holds: boolean;
  /** Calendar months since its last good day; 0 while it holds. */
  readonly monthsOld: number;
  readonly cents: Cents;
  readonly lowCents: Cents;
  readonly highCents: Cents;
};

/**
 * The value by what people have offered. Offers that still hold come before all others. A person
 * sells to the best buyer, so the likely value is the highest firm offer, and the highest named
 * price only where none is firm; the range runs from the lowest to the highest, with room below and
 * above a price that is not promised. When none holds any more, those that ran out last are carried
 * forward by age, typical miles and the price index, with room that grows by the month. Null when
 * nobody has offered anything that recent.
 */
export function valueByOffers(
  facts: VehicleFacts,
  offers: readonly ValueOffer[],
  on: BusinessDate,
  index: PriceIndex,
  parameters: ValueParameters,
): KnownMarketValue | null {
  const counted = newestOf(
    offers
      .filter((offer) => offer.on <= on)
      .map((offer) => count(facts, offer, on, index, parameters))
      .filter(({ monthsOld }) => monthsOld <= parameters.carriedMonths),
  );
  const firm = counted.filter(({ isFirm }) => isFirm);
  const best = highest(firm.length > 0 ? firm : counted);
  if (best === null) return null;
  return {
    source: 'offers',
    lowCents: counted.map(({ lowCents }) => lowCents).reduce(minCents),
    likelyCents: best.cents,
    highCents: counted.map(({ highCents }) => highCents).reduce(maxCents),
    asOf: counted.map(({ offer }) => offer.on).reduce(laterOf),
    monthsOld: best.monthsOld,
    breakdown: breakdown(linesOf(best, counted.length)),
  };
}

function count(
  facts: VehicleFacts,
  offer: ValueOffer,
  on: BusinessDate,
  index: PriceIndex,
  parameters: ValueParameters,
): CountedOffer {
  if (offer.cents < 0n) throw new RangeError('an offer is never negative');
  const isFirm = offer.goodThrough !== null;
  const lastDay = offer.goodThrough ?? addDays(offer.on, parameters.namedGoodDays);
  const holds = on <= lastDay;
  const monthsOld = holds ? 0 : monthsBetween(lastDay, on);
  const cents = holds ? offer.cents : carried(facts, offer.cents, lastDay, on, index, parameters);
  const roomPpb = holds && isFirm ? 0n : spreadPpb(parameters, monthsOld);
  const room = shareOf(cents, roomPpb);
  return {
    offer,
    isFirm,
    holds,
    monthsOld,
    cents,
    lowCents: cents - room,
    highCents: cents + room,
  };
}

/** What a price of one day is on a later one, for a car that is driven as cars are. */
function carried(
  facts: VehicleFacts,
  cents: Cents,
  from: BusinessDate,
  to: BusinessDate,
  index: PriceIndex,
  parameters: ValueParameters,
): Cents {
  const months = monthsBetween(from, to);
  // A car of unknown age is taken to be past its first, steeper months.
  const year = facts.modelYear;
  const age = year === null ? parameters.earlyMonths : ageMonths(parameters, year, from);
  const market = indexRatio(index, from, to);
  return roundHalfUp(
    cents *
      leftAfterMonths(parameters, age, age + months) *
      leftAfterMiles(parameters, months * parameters.typicalMonthMiles) *
      market.numerator,
    SHARE_ONE * SHARE_ONE * market.denominator,
  );
}

function spreadPpb(parameters: ValueParameters, monthsOld: number): Ppb {
  return parameters.namedSpreadPpb + parameters.namedSpreadPerMonthPpb * BigInt(monthsOld);
}

/** Those that hold, or else those that ran out last. */
function newestOf(counted: readonly CountedOffer[]): readonly CountedOffer[] {
  const holding = counted.filter(({ holds }) => holds);
  if (holding.length > 0) return holding;
  const newest = counted.reduce((least, { monthsOld }) => Math.min(least, monthsOld), Infinity);
  return counted.filter(({ monthsOld }) => monthsOld === newest);
}

/** The first of the highest. */
function highest(counted: readonly CountedOffer[]): CountedOffer | null {
  return counted.reduce<CountedOffer | null>(
    (best, each) => (best !== null && best.cents >= each.cents ? best : each),
    null,
  );
}

function linesOf({ offer, isFirm, holds, monthsOld, cents }: CountedOffer, of: number): Line[] {
  const given = line(...nameOf(isFirm, holds), offer.cents, {
    from: offer.source,
    on: offer.on,
    ...(offer.goodThrough === null ? {} : { goodThrough: offer.goodThrough }),
    offers: of.toString(),
  });
  if (cents === offer.cents) return [given];
  const since = { months: monthsOld.toString() };
  return [given, line('since-the-offer', 'offer-carried-forward', cents - offer.cents, since)];
}

/** Label and rule: what is promised, what was promised, and what was named. */
function nameOf(isFirm: boolean, holds: boolean): [label: string, rule: string] {
  if (!isFirm) return ['named-price', 'best-named-price'];
  return holds ? ['best-offer', 'best-firm-offer'] : ['expired-offer', 'best-expired-offer'];
}
