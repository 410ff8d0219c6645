/** Lease-end cases for tests: two leases of the servicing rules, and a lender without surprises. */
import type { OpenLeasePayment } from '../../src/contract/contract.ts';
import { NO_HOLDOVER } from '../../src/contract/contract.ts';
import type { LeaseAgreement } from '../../src/contract/lease-terms.ts';
import type { OdometerReading } from '../../src/contract/reading.ts';
import { leasePaymentsDueBy } from '../../src/lease/lease-calendar.ts';
import { implicitRate } from '../../src/lease/pricing.ts';
import type { LeaseEndPolicy } from '../../src/lease-end/lease-end-policy.ts';
import type { PlanAnswers } from '../../src/lease-end/planner/plan-answers.ts';
import type {
  CarValue,
  LeaseEndAccount,
  LeaseEndTelling,
} from '../../src/lease-end/ways-out/lease-end-telling.ts';
import { toCount } from '../../src/money/count.ts';
import { date } from '../../src/time/calendar.ts';

const COMMON = {
  betweenDueDates: 'pro-rata',
  timing: 'advance',
  tax: { method: 'none', jurisdiction: 'Somewhere', ratePpb: 0n, taxable: [] },
  mileage: {
    deliveryOdometer: 12,
    allowanceMiles: 36_000,
    boughtMiles: 0,
    excessMileCents: 20n,
  },
  endFees: {
    dispositionCents: 400_00n,
    purchaseOptionCents: 300_00n,
    earlyTerminationCents: 200_00n,
  },
  securityDepositCents: 0n,
  capitalizedCostReductionCents: 0n,
  assumed: [],
} as const satisfies Partial<LeaseAgreement>;

/** The leases of the servicing rules by their cost: 2026-01-10 to 2029, 2026-01-15 to 2030. */
export const LEASES = {
  '32145.50': withRate({
    ...COMMON,
    startsOn: date('2026-01-10'),
    termMonths: 36,
    dueDay: 10,
    adjustedCapitalizedCostCents: 32_145_50n,
    residualValueCents: 19_890_00n,
    basePaymentCents: 443_46n,
    implicitRateE18: 0n,
  }),
  '18800.00': withRate({
    ...COMMON,
    startsOn: date('2026-01-15'),
    termMonths: 48,
    dueDay: 15,
    adjustedCapitalizedCostCents: 18_800_00n,
    residualValueCents: 12_350_00n,
    basePaymentCents: 244_69n,
    implicitRateE18: 0n,
  }),
} as const;

export function leaseNamed(name: string): LeaseAgreement {
  const found = Object.entries(LEASES).find(([each]) => each === name)?.[1];
  if (found === undefined) throw new RangeError(`no lease of ${name}`);
  return found;
}

/** The terms with the rate that belongs to their amounts. */
export function withRate(terms: LeaseAgreement): LeaseAgreement {
  const rate = implicitRate(
    terms.adjustedCapitalizedCostCents,
    terms.basePaymentCents,
    terms.residualValueCents,
    terms.termMonths,
    terms.timing,
  );
  if (rate === null) throw new RangeError('no rate makes these payments worth the cost');
  return { ...terms, implicitRateE18: rate };
}

export const PLAIN_POLICY: LeaseEndPolicy = {
  version: 'plain',
  effectiveFrom: date('2026-01-01'),
  windows: {
    opens: 150,
    decide: 90,
    inspection: { fromDays: 90, toDays: 15 },
    turnIn: { fromDays: 45, toDays: 0 },
  },
  buyers: ['lessee', 'dealer'],
  officialFeesCents: 0n,
  extension: { maxMonths: 6, milesProRata: true },
  holdoverMilesProRata: false,
  earlyEnd: { milesProRata: true, cappedAtRemainingPayments: false, feeOnPurchase: false },
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
};

type Changes = Partial<Omit<LeaseEndTelling, 'account'>> & {
  readonly account?: Partial<LeaseEndAccount>;
};

/** The lease of 32,145.50 on 2028-06-01, paid to the day, nothing known of its miles or worth. */
export function sampleCase(changes: Changes = {}): LeaseEndTelling {
  const terms = changes.terms ?? LEASES['32145.50'];
  const asOf = changes.asOf ?? date('2028-06-01');
  return {
    policy: PLAIN_POLICY,
    readings: [],
    futureMilesPerMille: 1_000,
    wearCents: 0n,
    valueOn: () => null,
    offer: null,
    servicemember: false,
    ...changes,
    asOf,
    terms,
    account: {
      open: [],
      dueSoFar: leasePaymentsDueBy(terms, asOf),
      feesCents: 0n,
      prepaidCents: 0n,
      depositCents: terms.securityDepositCents,
      holdover: NO_HOLDOVER,
      extendedMonths: 0,
      ...changes.account,
    },
  };
}

/** The three answers that a first plan needs, told on 2028-06-01. */
export const THREE_ANSWERS: PlanAnswers = {
  maturityDate: date('2029-01-10'),
  paymentCents: 443_46n,
  odometer: { miles: 30_000, on: date('2028-06-01') },
};

/** A lease payment of which so much is open. */
export function openPayment(cents: bigint): OpenLeasePayment {
  return { number: 1, dueDate: date('2026-01-10'), baseCents: cents, taxCents: 0n };
}

/** A car that is worth the same on any day. */
export function worth(cents: bigint): () => CarValue {
  return () => ({ cents, source: 'offers' });
}

/** Readings as a table writes them: `2026-07-10 6000`. */
export function readingsOf(cells: readonly string[]): OdometerReading[] {
  return cells.map((cell) => {
    const [on = '', miles = ''] = cell.split(/\s+/);
    return { on: date(on), miles: toCount(BigInt(miles)) };
  });
}
