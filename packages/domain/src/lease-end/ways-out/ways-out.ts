import {
  leaseMaturityDate,
  leasePaymentCount,
  leasePaymentsDueBy,
} from '../../lease/lease-calendar.ts';
import { leasePaymentOf, totalOf } from '../../lease/lease-charge.ts';
import { type Breakdown, breakdown, type Line, line } from '../../money/breakdown.ts';
import type { Cents } from '../../money/cents.ts';
import { addDays, addMonths, type BusinessDate, laterOf } from '../../time/calendar.ts';
import type { LeaseEndOffer } from '../lease-end-policy.ts';
import { closed, isRefused, type LeaseEndRefusal } from '../lease-end-refusal.ts';
import { buyout } from './buyout.ts';
import { earlyEnd } from './early-end.ts';
import {
  conditionLines,
  creditLines,
  dispositionLines,
  holdoverLines,
  owedLines,
  paymentLines,
  remainingLines,
} from './end-lines.ts';
import { odometerOn, returnKind } from './end-miles.ts';
import { extension } from './extension.ts';
import type { CarValue, LeaseEndTelling } from './lease-end-telling.ts';

/** The ways a lease can end, in the order in which they are shown. */
export const WAYS_OUT = ['return', 'buy', 'extend', 'next-vehicle', 'early-end'] as const;

export type WayOut = (typeof WAYS_OUT)[number];

/**
 * One way out in one telling: everything that leaves the lessee's pocket from today to the common
 * horizon, and what is left in the lessee's hands then.
 */
export type WayOutCost = {
  /** The day the car leaves, or becomes the lessee's own. */
  readonly endsOn: BusinessDate;
  readonly cash: Breakdown;
  /** The car itself, or its equity in a trade; null when the car is gone or its worth unknown. */
  readonly keeps: CarValue | null;
  /** Cash less what is kept. */
  readonly netCents: Cents;
};

/** The last day that figures speak of: one common horizon, so that doors can be compared. */
export function horizonOf(c: LeaseEndTelling, on: BusinessDate): BusinessDate {
  return laterOf(laterOf(leaseMaturityDate(c.terms), on), extendedTo(c, on));
}

/** What one door costs when the car is to be used until a day. */
export function wayOutCost(
  c: LeaseEndTelling,
  door: WayOut,
  on: BusinessDate,
): WayOutCost | LeaseEndRefusal {
  if (on < c.asOf) return closed('date-before-today', { on, today: c.asOf });
  switch (door) {
    case 'return':
      return turnIn(c, on);
    case 'buy':
      return purchase(c, on);
    case 'extend':
      return extended(c, on);
    case 'next-vehicle':
      return nextVehicle(c, on);
    case 'early-end':
      return endedEarly(c, on);
  }
}

/** The first day on which a car may simply be returned. */
export function firstTurnInDay(c: LeaseEndTelling): BusinessDate {
  const from = addDays(leaseMaturityDate(c.terms), -c.policy.windows.turnIn.fromDays);
  return laterOf(from, c.asOf);
}

function turnIn(c: LeaseEndTelling, on: BusinessDate): WayOutCost {
  const endsOn = laterOf(on, firstTurnInDay(c));
  return gone(endsOn, turnInLines(c, endsOn));
}

/** Everything a returned car costs: payments, holdover, fee, miles, wear, less what is held. */
function turnInLines(c: LeaseEndTelling, endsOn: BusinessDate): Line[] {
  return [
    ...owedLines(c),
    ...paymentLines(c, endsOn),
    ...remainingLines(c, endsOn),
    ...holdoverLines(c, endsOn),
    ...dispositionLines(c),
    ...conditionLines(c, endsOn, returnKind(c.terms, endsOn)),
    ...creditLines(c),
    ...waivedPayments(c, endsOn),
  ];
}

function purchase(c: LeaseEndTelling, on: BusinessDate): WayOutCost | LeaseEndRefusal {
  const price = buyout(c, on);
  if (isRefused(price)) return price;
  const until = horizonOf(c, on);
  const cash = breakdown([...paymentLines(c, on), ...price.lines]);
  return kept(on, cash, c.valueOn(until, odometerOn(c, until)));
}

/** At least a month beyond maturity, or as long as the car is wanted. */
function extendedTo(c: LeaseEndTelling, on: BusinessDate): BusinessDate {
  return laterOf(on, addMonths(leaseMaturityDate(c.terms), 1, c.terms.dueDay));
}

function extended(c: LeaseEndTelling, on: BusinessDate): WayOutCost | LeaseEndRefusal {
  const longer = extension(c, extendedTo(c, on));
  if (isRefused(longer)) return longer;
  return gone(longer.until, [
    ...owedLines(c),
    ...paymentLines(c, leaseMaturityDate(c.terms)),
    ...longer.rent.lines,
    ...dispositionLines(c),
    ...conditionLines(c, longer.until, 'extended'),
    ...creditLines(c),
  ]);
}

/**
 * A new contract with the same lender: the car is handed back under the offer of the day, or traded
 * in where it is worth more than its price; whichever leaves the lessee better off. Only a
 * pull-ahead takes a car back before the first turn-in day.
 */
function nextVehicle(c: LeaseEndTelling, on: BusinessDate): WayOutCost | LeaseEndRefusal {
  const isPulledAhead = offerOn(c, on)?.kind === 'pull-ahead';
  const endsOn = isPulledAhead ? on : laterOf(on, firstTurnInDay(c));
  const handedBack = gone(endsOn, turnInLines({ ...c, offer: offerOn(c, endsOn) }, endsOn));
  const traded = tradeIn(c, on);
  return traded !== null && traded.netCents < handedBack.netCents ? traded : handedBack;
}

/** The offer that takes most off the cost of a car handed back on a day, or none. */
export function offerOn(c: LeaseEndTelling, on: BusinessDate): LeaseEndOffer | null {
  const good = c.policy.offers.filter((each) => each.from <= on && on <= each.until);
  const costs = (offer: LeaseEndOffer): Cents => {
    const taken = { ...c, offer };
    return breakdown([...dispositionLines(taken), ...waivedPayments(taken, on)]).totalCents;
  };
  return good.reduce<LeaseEndOffer | null>(
    (best, each) => (best !== null && costs(best) <= costs(each) ? best : each),
    null,
  );
}

/** The payments not yet due that the offer taken up waives. */
function waivedPayments(c: LeaseEndTelling, on: BusinessDate): Line[] {
  const { offer } = c;
  if (offer === null) return [];
  const paid = Math.max(c.account.dueSoFar, leasePaymentsDueBy(c.terms, on));
  const count = Math.min(offer.waivesPayments, leasePaymentCount(c.terms) - paid);
  if (count < 1) return [];
  const each = totalOf(leasePaymentOf(c.terms, 1));
  const inputs = { offer: offer.name, count: count.toString(), eachCents: each.toString() };
  return [line('offer', 'payments-waived', -(BigInt(count) * each), inputs)];
}

function tradeIn(c: LeaseEndTelling, on: BusinessDate): WayOutCost | null {
  const value = c.valueOn(on, odometerOn(c, on));
  const price = buyout(c, on, 'dealer');
  if (value === null || isRefused(price) || value.cents <= price.totalCents) return null;
  const cash = breakdown(paymentLines(c, on));
  return kept(on, cash, { cents: value.cents - price.totalCents, source: value.source });
}

function endedEarly(c: LeaseEndTelling, on: BusinessDate): WayOutCost | LeaseEndRefusal {
  const value = c.valueOn(on, odometerOn(c, on));
  if (value === null && !c.servicemember) return closed('value-unknown');
  const liability = earlyEnd(c, on, value?.cents ?? 0n);
  if (isRefused(liability)) return liability;
  return gone(on, [...paymentLines(c, on), ...liability.lines]);
}

function gone(endsOn: BusinessDate, lines: readonly Line[]): WayOutCost {
  const cash = breakdown(lines);
  return { endsOn, cash, keeps: null, netCents: cash.totalCents };
}

function kept(endsOn: BusinessDate, cash: Breakdown, keeps: CarValue | null): WayOutCost {
  return { endsOn, cash, keeps, netCents: cash.totalCents - (keeps?.cents ?? 0n) };
}
