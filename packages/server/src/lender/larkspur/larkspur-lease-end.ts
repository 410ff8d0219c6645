import type { LeaseEndPolicy } from '@roadbook/domain/lease-end/lease-end-policy';
import { addDays, addMonths, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import type { LenderLeaseEnd } from '../lender.ts';
import { LARKSPUR_CHARGES } from './wear-charges.ts';
import { LARKSPUR_GUIDE } from './wear-guides.ts';

const FIRST_HALF_YEAR = date('2024-01-01');
const HALF_YEARS = 40;
/** The loyalty offer outlasts the leases that end in the planner's sight; a pull-ahead is short. */
const LOYALTY_MONTHS = 18;
const PULL_AHEAD_MONTHS = 9;

/**
 * The demonstration's policy from a day on. A new half-year brings a new version with its own
 * offers, as a lender's campaigns would, so that the demonstration has some whenever it is made.
 */
function policyFrom(effectiveFrom: BusinessDate): LeaseEndPolicy {
  const version = `larkspur-${effectiveFrom.slice(0, 'YYYY-MM'.length)}`;
  const until = (months: number) => addDays(addMonths(effectiveFrom, months), -1);
  const offer = { waivesDisposition: true, from: effectiveFrom, withinDays: 60 } as const;
  return {
    version,
    effectiveFrom,
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
    offers: [
      {
        ...offer,
        id: `${version}-loyalty`,
        name: 'Larkspur Loyalty',
        kind: 'loyalty',
        waivesPayments: 0,
        until: until(LOYALTY_MONTHS),
      },
      {
        ...offer,
        id: `${version}-pull-ahead`,
        name: 'Larkspur Early Start',
        kind: 'pull-ahead',
        waivesPayments: 3,
        until: until(PULL_AHEAD_MONTHS),
      },
    ],
    finalBillDays: 30,
    giveBack: {
      toleranceMiles: 500,
      goodForDays: 30,
      disputeDays: 15,
      refundDays: 10,
      fourEyesCents: 250_00n,
      thirdParty: { withinDays: 180, mostCents: 2_500_00n },
    },
  };
}

/** How the demonstration's lender ends leases. */
export const LARKSPUR_LEASE_END: LenderLeaseEnd = {
  policies: Array.from({ length: HALF_YEARS }, (_, index) =>
    policyFrom(addMonths(FIRST_HALF_YEAR, index * 6)),
  ),
  guideId: LARKSPUR_GUIDE.id,
  chargeTableId: LARKSPUR_CHARGES.id,
};
