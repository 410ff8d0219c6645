import { type BusinessDate, date } from '../time/calendar.ts';
import { inForceOrFirst } from '../time/in-force.ts';
import type { LeaseEndPolicy } from './lease-end-policy.ts';

/**
 * How lenders usually handle a lease's end, from a date on: for a lessee whose lender has not told
 * us its own policy. Offers are left out: nobody can promise another lender's.
 */
export const TYPICAL_POLICIES: readonly LeaseEndPolicy[] = [
  {
    version: 'typical-2026-01',
    effectiveFrom: date('2026-01-01'),
    windows: {
      opens: 150,
      decide: 90,
      inspection: { fromDays: 90, toDays: 15 },
      turnIn: { fromDays: 45, toDays: 0 },
    },
    buyers: ['lessee', 'dealer'],
    officialFeesCents: 100_00n,
    extension: { maxMonths: 6, milesProRata: true },
    holdoverMilesProRata: false,
    earlyEnd: { milesProRata: true, cappedAtRemainingPayments: true, feeOnPurchase: false },
    miles: { boughtMileCents: 15n, buyUntilDays: 60, refundsUnused: false },
    offers: [],
    finalBillDays: 30,
    giveBack: {
      toleranceMiles: 500,
      goodForDays: 30,
      disputeDays: 15,
      refundDays: 10,
      fourEyesCents: 250_00n,
      thirdParty: { withinDays: 180, mostCents: 2_500_00n },
    },
  },
];

/** The usual policy in force on a day; the first one for any day before it. */
export function typicalPolicyOn(on: BusinessDate): LeaseEndPolicy {
  return inForceOrFirst(TYPICAL_POLICIES, on);
}
