import type { BusinessDate } from '../../time/calendar.ts';
import {
  marketValue,
  type ValueOffer,
  type VehicleFacts,
} from '../../vehicle/value/market-value.ts';
import type { CarValue } from '../ways-out/lease-end-telling.ts';
import type { Telling } from './plan-terms.ts';

/** The value of a car on any day in one telling: high when all goes well, low when it does not. */
export function valueTelling(
  car: Omit<VehicleFacts, 'miles'>,
  offers: readonly ValueOffer[],
  telling: Telling,
): (on: BusinessDate, miles: number) => CarValue | null {
  return (on, miles) => {
    const value = marketValue({ ...car, miles }, offers, on);
    if (value.source === 'none') return null;
    const cents = {
      best: value.highCents,
      likely: value.likelyCents,
      worst: value.lowCents,
    }[telling];
    return { cents, source: value.source };
  };
}
