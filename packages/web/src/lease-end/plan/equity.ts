import { isRefused } from '@roadbook/domain/lease-end/lease-end-refusal';
import {
  type CentsRange,
  type LeaseEndOutlook,
  rangeOf,
} from '@roadbook/domain/lease-end/planner/outlook';
import { buyout } from '@roadbook/domain/lease-end/ways-out/buyout';
import { odometerOn } from '@roadbook/domain/lease-end/ways-out/end-miles';
import type {
  CarValue,
  LeaseEndTelling,
} from '@roadbook/domain/lease-end/ways-out/lease-end-telling';
import type { Breakdown } from '@roadbook/domain/money/breakdown';
import type { BusinessDate } from '@roadbook/domain/time/calendar';

/** What the car is worth on a day beside what it costs to buy it then. */
export type Equity = {
  readonly price: Breakdown;
  readonly priceRange: CentsRange;
  readonly value: CentsRange;
  readonly source: CarValue['source'];
  /** Value less price, each telling by itself. */
  readonly equity: CentsRange;
};

/** Null when the car cannot be bought on that day, or nothing is known of its worth. */
export function equityOf(
  { likely, best, worst }: LeaseEndOutlook,
  on: BusinessDate,
): Equity | null {
  const told = [likely, best, worst].map((each) => priceAndValue(each, on));
  const [first] = told;
  const known = told.filter((each) => each !== null);
  if (first === undefined || first === null || known.length < told.length) return null;
  return {
    price: first.price,
    priceRange: rangeOf(known.map(({ price }) => price.totalCents)),
    value: rangeOf(known.map(({ value }) => value.cents)),
    source: first.value.source,
    equity: rangeOf(known.map(({ price, value }) => value.cents - price.totalCents)),
  };
}

function priceAndValue(
  c: LeaseEndTelling,
  on: BusinessDate,
): { readonly price: Breakdown; readonly value: CarValue } | null {
  const price = buyout(c, on);
  const value = c.valueOn(on, odometerOn(c, on));
  return isRefused(price) || value === null ? null : { price, value };
}
