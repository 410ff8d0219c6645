import type { Cents } from '../../money/cents.ts';
import { type BusinessDate, date } from '../../time/calendar.ts';
import { inForceOrFirst } from '../../time/in-force.ts';

/** What a term is taken to be while nobody has read it from the contract: three tellings. */
export type Assumed<T> = { readonly best: T; readonly likely: T; readonly worst: T };

/**
 * A typical lease, from a date on. What the lessee has not told is taken from here, marked as
 * assumed, and makes the answer a range.
 */
export type TypicalLease = {
  readonly effectiveFrom: BusinessDate;
  readonly source: string;
  readonly termMonths: number;
  readonly allowanceMilesPerYear: Assumed<number>;
  readonly excessMileCents: Assumed<Cents>;
  readonly dispositionCents: Assumed<Cents>;
  readonly purchaseOptionCents: Assumed<Cents>;
  readonly earlyTerminationCents: Assumed<Cents>;
  readonly officialFeesCents: Assumed<Cents>;
  /** Wear and use as long as nobody has walked around the car. */
  readonly wearCents: Assumed<Cents>;
  /** The residual value as a share of the adjusted capitalized cost, per billion. */
  readonly residualPpb: Assumed<bigint>;
  /** The implicit rate of one month × 10^18. */
  readonly monthlyRateE18: Assumed<bigint>;
  /** The list price of the car as a share of the adjusted capitalized cost, per billion. */
  readonly listPricePpb: Assumed<bigint>;
  /** Tax on the charges of the lease end; the payment as it is billed has its own in it. */
  readonly taxRatePpb: Assumed<bigint>;
  /** Miles still to come, in thousandths of the projection. */
  readonly futureMilesPerMille: Assumed<number>;
  readonly deliveryOdometer: number;
};

/**
 * The ranges seen at lenders, with the middle of the field as the likely telling. Wear is likely
 * nothing until somebody looks, and 1,500.00 at worst: a set of tires and two panels.
 */
export const TYPICAL_LEASES: readonly TypicalLease[] = [
  {
    effectiveFrom: date('2026-01-01'),
    source: 'Ranges of published lease-end terms; judgement for the middle.',
    termMonths: 36,
    allowanceMilesPerYear: { best: 15_000, likely: 12_000, worst: 10_000 },
    excessMileCents: { best: 15n, likely: 20n, worst: 25n },
    dispositionCents: { best: 0n, likely: 400_00n, worst: 595_00n },
    purchaseOptionCents: { best: 0n, likely: 300_00n, worst: 350_00n },
    earlyTerminationCents: { best: 0n, likely: 200_00n, worst: 500_00n },
    officialFeesCents: { best: 0n, likely: 100_00n, worst: 300_00n },
    wearCents: { best: 0n, likely: 0n, worst: 1_500_00n },
    residualPpb: { best: 550_000_000n, likely: 600_000_000n, worst: 650_000_000n },
    monthlyRateE18: {
      best: 2_500_000_000_000_000n,
      likely: 5_000_000_000_000_000n,
      worst: 7_500_000_000_000_000n,
    },
    listPricePpb: { best: 1_200_000_000n, likely: 1_080_000_000n, worst: 1_000_000_000n },
    taxRatePpb: { best: 0n, likely: 60_000_000n, worst: 100_000_000n },
    futureMilesPerMille: { best: 900, likely: 1_000, worst: 1_100 },
    deliveryOdometer: 10,
  },
];

/** The typical lease in force on a day; the first one for any day before it. */
export function typicalLeaseOn(on: BusinessDate): TypicalLease {
  return inForceOrFirst(TYPICAL_LEASES, on);
}
