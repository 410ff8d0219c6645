import { parseDate } from '@roadbook/domain/time/calendar';
import { z } from 'zod';

const Digits = z.string().regex(/^\d{1,16}$/, 'whole cents or parts per billion as digits');
const Day = z.string().refine((text) => parseDate(text) !== null, 'a date such as 2026-01-31');
const Code = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a code such as larkspur-demo');
const days = z.int().min(0).max(400);

/** Counted back from maturity; a negative end lies after it. */
const Window = z
  .strictObject({ fromDays: days, toDays: z.int().min(-400).max(400) })
  .refine(({ fromDays, toDays }) => fromDays >= toDays, 'fromDays comes first: at least toDays');

/** What people call an offer to which its lender gives no name. */
const USUAL_NAMES = { loyalty: 'Loyalty offer', 'pull-ahead': 'Pull-ahead offer' } as const;

const Offer = z
  .strictObject({
    id: Code,
    name: z.string().min(1).max(60).optional(),
    kind: z.enum(['loyalty', 'pull-ahead']),
    waivesPayments: z.int().min(0).max(12),
    waivesDisposition: z.boolean(),
    from: Day,
    until: Day,
    withinDays: days,
  })
  .refine(({ from, until }) => from <= until, 'until is not before from')
  .transform(({ name, ...offer }) => ({ ...offer, name: name ?? USUAL_NAMES[offer.kind] }));

const Policy = z.strictObject({
  version: Code,
  effectiveFrom: Day,
  windows: z.strictObject({ opens: days, decide: days, inspection: Window, turnIn: Window }),
  buyers: z.array(z.enum(['lessee', 'dealer', 'third-party'])),
  officialFeesCents: Digits,
  extension: z.strictObject({ maxMonths: z.int().min(0).max(6), milesProRata: z.boolean() }),
  holdoverMilesProRata: z.boolean(),
  earlyEnd: z.strictObject({
    milesProRata: z.boolean(),
    cappedAtRemainingPayments: z.boolean(),
    feeOnPurchase: z.boolean(),
  }),
  miles: z.strictObject({
    boughtMileCents: Digits,
    buyUntilDays: days,
    refundsUnused: z.boolean(),
  }),
  offers: z.array(Offer),
  finalBillDays: days,
  giveBack: z.strictObject({
    toleranceMiles: z.int().min(0).max(10_000),
    goodForDays: days,
    disputeDays: days,
    refundDays: days,
    fourEyesCents: Digits,
    thirdParty: z.strictObject({ withinDays: days, mostCents: Digits }),
  }),
});

/** The part of a lender file about the end of leases. */
export const LeaseEndFile = z.strictObject({
  policies: z
    .array(Policy)
    .min(1)
    .refine(
      (list) => new Set(list.map(({ effectiveFrom }) => effectiveFrom)).size === list.length,
      'each policy begins on a day of its own',
    ),
  guideId: Code,
  chargeTableId: Code,
});
