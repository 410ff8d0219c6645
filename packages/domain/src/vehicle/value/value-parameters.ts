import type { Ppb } from '../../money/rate.ts';
import { type BusinessDate, date } from '../../time/calendar.ts';
import { inForceOrFirst } from '../../time/in-force.ts';
import type { VehicleSegment } from './car-value.ts';

/** What the estimate of a car's value rests on, from a date on. Shares and rates per billion. */
export type ValueParameters = {
  readonly effectiveFrom: BusinessDate;
  readonly source: string;
  /** The share of the list price that a car keeps on its first day. */
  readonly firstDayPpb: Readonly<Record<VehicleSegment, Ppb>>;
  /** What a month leaves of the value, apart from miles, in the first months and after them. */
  readonly earlyMonthPpb: Ppb;
  readonly earlyMonths: number;
  readonly laterMonthPpb: Ppb;
  /** What one mile leaves of the value. */
  readonly milePpb: Ppb;
  /** The miles that cars of this market are driven in a month. */
  readonly typicalMonthMiles: number;
  /** The month of its own year in which a model year is taken to be new. */
  readonly newInMonth: number;
  /** The month whose used-car prices the shares above describe. */
  readonly indexMonth: BusinessDate;
  /** List prices by model year against those of the first one; years beyond take the nearest. */
  readonly listPriceFromYear: number;
  readonly listPricePpb: readonly Ppb[];
  /** Half the width of an estimate's range: at once, per month of age, per month unpublished. */
  readonly spreadPpb: Ppb;
  readonly spreadPerAgeMonthPpb: Ppb;
  readonly spreadPerMonthBeyondPpb: Ppb;
  readonly spreadMaxPpb: Ppb;
  /** The same around a price that is not, or no longer, promised: at once, per month since then. */
  readonly namedSpreadPpb: Ppb;
  readonly namedSpreadPerMonthPpb: Ppb;
  /** How long a price without a last day counts as good. */
  readonly namedGoodDays: number;
  /** For how many months an offer that has run out is carried forward. */
  readonly carriedMonths: number;
};

/**
 * What a buyer in the trade pays for a car in ordinary condition; a private buyer may pay more.
 *
 * - The mile, and the later months: fitted to the asking prices of 1,286 used cars of ten models
 *   (model years 2000 to 2013, offered about 2014), the logarithm of price on age and miles with a
 *   constant per model and trim, robust to outliers: −7.28 % a year, −0.372 % per thousand miles.
 *   The later month is set a little steeper, −0.71 % in place of −0.61 %, because asking prices
 *   know only the cars that lasted and the prices that sellers hope for.
 * - The first day: set so that 36 months at typical miles leave 46.3 % of a car, 50.7 % of an SUV
 *   and 56.4 % of a truck, the residual values of 224,307 leases of 2017 (mean term 36.8 months;
 *   nearly half of them luxury makes). Over all of them 24 months give 0.556 against 0.539 there,
 *   48 months 0.429 against 0.469: leases of other lengths are of other cars and were not fitted.
 * - The first two years' month, the typical miles and the list prices (rounded to whole per cents)
 *   are judgement from general knowledge of the market, not fitted.
 * - The spread: cars of one model and trim scatter by 10.8 % around the fit, residual values of
 *   makes by 7 %, models within a make taken as 6 %: together 14 %, so that 18 % on either side at
 *   three years should hold four cars of five. Of the fitted prices, with the model known, the trim
 *   not, and the level taken from the other half, it held 86 % of the cars up to five years old and
 *   77 % of the older ones. Old cars scatter more (13 % against 8 %). In a year the price index
 *   itself moved by 8 % (root mean square, 2000 to 2026).
 * - The prices that are not promised: judgement; buyers look at the car before they pay.
 */
export const VALUE_PARAMETERS: readonly ValueParameters[] = [
  {
    effectiveFrom: date('2026-01-01'),
    source: 'Own fit to used-car prices and lease residual values, with judgement; see above.',
    firstDayPpb: { car: 755_000_000n, suv: 827_000_000n, truck: 920_000_000n },
    earlyMonthPpb: 988_760_000n,
    earlyMonths: 24,
    laterMonthPpb: 992_930_000n,
    milePpb: 999_996_300n,
    typicalMonthMiles: 1_000,
    newInMonth: 4,
    indexMonth: date('2019-12-01'),
    listPriceFromYear: 2020,
    listPricePpb: [
      1_000_000_000n,
      1_040_000_000n,
      1_120_000_000n,
      1_190_000_000n,
      1_200_000_000n,
      1_210_000_000n,
      1_220_000_000n,
    ],
    spreadPpb: 160_000_000n,
    spreadPerAgeMonthPpb: 600_000n,
    spreadPerMonthBeyondPpb: 3_000_000n,
    spreadMaxPpb: 500_000_000n,
    namedSpreadPpb: 50_000_000n,
    namedSpreadPerMonthPpb: 10_000_000n,
    namedGoodDays: 30,
    carriedMonths: 12,
  },
];

/** The parameters in force on a day; the first ones for any day before them. */
export function valueParametersOn(on: BusinessDate): ValueParameters {
  return inForceOrFirst(VALUE_PARAMETERS, on);
}
