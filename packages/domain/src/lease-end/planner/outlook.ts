import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import type { Breakdown } from '../../money/breakdown.ts';
import { type Cents, maxCents, minCents } from '../../money/cents.ts';
import { addMonths, type BusinessDate } from '../../time/calendar.ts';
import { isRefused, type LeaseEndRefusal } from '../lease-end-refusal.ts';
import type { CarValue, LeaseEndTelling } from '../ways-out/lease-end-telling.ts';
import { WAYS_OUT, type WayOut, type WayOutCost, wayOutCost } from '../ways-out/ways-out.ts';

/**
 * Three tellings of one lease's end. What is known is the same in each; what is not known is best,
 * likely and worst for the lessee, so that an answer always comes with an honest range.
 */
export type LeaseEndOutlook = {
  readonly best: LeaseEndTelling;
  readonly likely: LeaseEndTelling;
  readonly worst: LeaseEndTelling;
};

/** An amount that is not known to the cent yet. */
export type CentsRange = {
  readonly lowCents: Cents;
  readonly likelyCents: Cents;
  readonly highCents: Cents;
};

/** One door as it is shown: the likely figures with their lines, and how far they may be off. */
export type WayOutFigure =
  | {
      readonly door: WayOut;
      readonly isOpen: true;
      readonly endsOn: BusinessDate;
      readonly cash: Breakdown;
      readonly cashRange: CentsRange;
      /** What is left in the lessee's hands at the horizon; null when nothing is, or not known. */
      readonly keeps: (CentsRange & { readonly source: CarValue['source'] }) | null;
      readonly net: CentsRange;
    }
  | { readonly door: WayOut; readonly isOpen: false; readonly refusal: LeaseEndRefusal };

/** All doors for one day. */
export function waysOutOn(outlook: LeaseEndOutlook, on: BusinessDate): readonly WayOutFigure[] {
  return WAYS_OUT.map((door) => wayOutOn(outlook, door, on));
}

export function wayOutOn(outlook: LeaseEndOutlook, door: WayOut, on: BusinessDate): WayOutFigure {
  const likely = wayOutCost(outlook.likely, door, on);
  if (isRefused(likely)) return { door, isOpen: false, refusal: likely };
  const others = [wayOutCost(outlook.best, door, on), wayOutCost(outlook.worst, door, on)];
  const open: WayOutCost[] = [likely];
  for (const each of others) if (!isRefused(each)) open.push(each);
  const keeps = likely.keeps;
  return {
    door,
    isOpen: true,
    endsOn: likely.endsOn,
    cash: likely.cash,
    cashRange: rangeOf(open.map(({ cash }) => cash.totalCents)),
    keeps:
      keeps === null
        ? null
        : { ...rangeOf(open.map((each) => each.keeps?.cents ?? 0n)), source: keeps.source },
    net: rangeOf(open.map(({ netCents }) => netCents)),
  };
}

/** The range of amounts of which the first is the likely one. */
export function rangeOf(amounts: readonly Cents[]): CentsRange {
  const [likelyCents = 0n] = amounts;
  return {
    lowCents: amounts.reduce(minCents, likelyCents),
    likelyCents,
    highCents: amounts.reduce(maxCents, likelyCents),
  };
}

/**
 * The door whose net is lower than every other's whatever turns out to be true, or null while
 * ranges overlap: cash alone would always favour returning, so there is no winner by cash. Nor is
 * there one while the car could be bought and nobody knows its worth.
 */
export function clearlyCheapest(figures: readonly WayOutFigure[]): WayOut | null {
  const open = figures.filter((each) => each.isOpen);
  if (open.some(({ door, keeps }) => door === 'buy' && keeps === null)) return null;
  const found = open.find((each) =>
    open.every((other) => other === each || each.net.highCents < other.net.lowCents),
  );
  return open.length > 1 ? (found?.door ?? null) : null;
}

/** What ending the lease on one day of a month costs, with its range. */
export type CurvePoint = CentsRange & { readonly on: BusinessDate };

/**
 * What an early end costs from today to maturity, month by month: the picture of what waiting
 * saves. Empty when the lease has matured or the car's value is not known.
 */
export function earlyEndCurve(outlook: LeaseEndOutlook): readonly CurvePoint[] {
  const { asOf, terms } = outlook.likely;
  const maturity = leaseMaturityDate(terms);
  const points: CurvePoint[] = [];
  for (let month = 0; addMonths(asOf, month) < maturity; month += 1) {
    const on = addMonths(asOf, month);
    const figure = wayOutOn(outlook, 'early-end', on);
    if (figure.isOpen) points.push({ on, ...figure.cashRange });
  }
  return points;
}
