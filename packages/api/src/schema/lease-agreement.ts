import { z } from 'zod';
import { Assumption, Cents, Day, Digits } from './basic.ts';
import { LeaseReading } from './reading.ts';

/** What the lessee signed, whole: every lease-end amount can be computed from it. */
export const LeaseAgreement = z
  .object({
    startsOn: Day,
    termMonths: z.int(),
    dueDay: z.int(),
    timing: z.enum(['advance', 'arrears', 'single-payment']),
    adjustedCapitalizedCostCents: Cents,
    residualValueCents: Cents,
    basePaymentCents: Cents,
    implicitRateE18: Digits,
    betweenDueDates: z.enum(['pro-rata', 'period']),
    tax: z.object({
      method: z.enum(['each-payment', 'payments-upfront', 'price-upfront', 'none']),
      jurisdiction: z.string(),
      ratePpb: Digits,
      taxable: z.array(z.string()),
    }),
    mileage: z.object({
      deliveryOdometer: z.int(),
      allowanceMiles: z.int(),
      boughtMiles: z.int(),
      excessMileCents: Cents,
    }),
    endFees: z.object({
      dispositionCents: Cents,
      purchaseOptionCents: Cents,
      earlyTerminationCents: Cents,
    }),
    securityDepositCents: Cents,
    capitalizedCostReductionCents: Cents,
    assumed: z.array(Assumption),
  })
  .meta({ id: 'LeaseAgreement' });

/** Where the account of a lease stands. */
export const LeaseEndAccount = z
  .object({
    open: z.array(z.object({ number: z.int(), dueDate: Day, baseCents: Cents, taxCents: Cents })),
    dueSoFar: z.int(),
    feesCents: Cents,
    prepaidCents: Cents,
    depositCents: Cents,
    holdover: z.object({ through: Day.nullable(), billedCents: Cents }),
    extendedMonths: z.int(),
  })
  .meta({ id: 'LeaseEndAccount' });

const Window = z.object({ fromDays: z.int(), toDays: z.int() });

/** The lender's rules for the end of a lease, as they hold today. */
export const LeaseEndPolicy = z
  .object({
    version: z.string(),
    effectiveFrom: Day,
    windows: z.object({ opens: z.int(), decide: z.int(), inspection: Window, turnIn: Window }),
    buyers: z.array(z.enum(['lessee', 'dealer', 'third-party'])),
    officialFeesCents: Cents,
    extension: z.object({ maxMonths: z.int(), milesProRata: z.boolean() }),
    holdoverMilesProRata: z.boolean(),
    earlyEnd: z.object({
      milesProRata: z.boolean(),
      cappedAtRemainingPayments: z.boolean(),
      feeOnPurchase: z.boolean(),
    }),
    miles: z.object({
      boughtMileCents: Cents,
      buyUntilDays: z.int(),
      refundsUnused: z.boolean(),
    }),
    offers: z.array(
      z.object({
        id: z.string(),
        /** The lender's own name for it. */
        name: z.string(),
        kind: z.enum(['loyalty', 'pull-ahead']),
        waivesPayments: z.int(),
        waivesDisposition: z.boolean(),
        from: Day,
        until: Day,
        withinDays: z.int(),
      }),
    ),
    finalBillDays: z.int(),
    giveBack: z.object({
      toleranceMiles: z.int(),
      goodForDays: z.int(),
      disputeDays: z.int(),
      refundDays: z.int(),
      fourEyesCents: Cents,
      thirdParty: z.object({ withinDays: z.int(), mostCents: Cents }),
    }),
  })
  .meta({ id: 'LeaseEndPolicy' });

/** What is on record of a lease as it nears its end. */
export const LeaseEndFacts = z
  .object({
    /** The open business day: every figure is as of it. */
    asOf: Day,
    agreement: LeaseAgreement,
    policy: LeaseEndPolicy,
    account: LeaseEndAccount,
    readings: z.array(LeaseReading),
    vehicle: z.object({
      segment: z.enum(['car', 'suv', 'truck']).nullable(),
      modelYear: z.int().nullable(),
      make: z.string().nullable(),
      model: z.string().nullable(),
      priceWhenNewCents: Cents.nullable(),
    }),
    servicemember: z.boolean(),
  })
  .meta({ id: 'LeaseEndFacts' });
