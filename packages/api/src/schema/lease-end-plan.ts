import { LEASE_END_REFUSALS } from '@roadbook/domain/lease-end/lease-end-refusal';
import { LEAVE_ACTIONS } from '@roadbook/domain/lease-end/ways-out/leave-plan';
import { WAYS_OUT } from '@roadbook/domain/lease-end/ways-out/ways-out';
import { OFFER_SOURCES, VEHICLE_SEGMENTS } from '@roadbook/domain/vehicle/value/car-value';
import { z } from 'zod';
import { Breakdown, Cents, Day, Digits } from './basic.ts';
import { DataVersion, Walk, WearFigures } from './wear.ts';

const Reading = z.strictObject({ miles: z.int(), on: Day });

/** What a lessee answered; what the contract says itself goes before it. */
const Answers = z.strictObject({
  maturityDate: Day.optional(),
  paymentCents: Cents.optional(),
  odometer: Reading.optional(),
  earlierReadings: z.array(Reading).max(400).optional(),
  termMonths: z.int().nullish(),
  allowanceMiles: z.int().nullish(),
  boughtMiles: z.int().nullish(),
  excessMileCents: Cents.nullish(),
  deliveryOdometer: z.int().nullish(),
  residualCents: Cents.nullish(),
  adjustedCapitalizedCostCents: Cents.nullish(),
  dispositionCents: Cents.nullish(),
  purchaseOptionCents: Cents.nullish(),
  earlyTerminationCents: Cents.nullish(),
  taxRatePpb: Digits.nullish(),
  pastDueCents: Cents.nullish(),
  depositCents: Cents.nullish(),
  segment: z.enum(VEHICLE_SEGMENTS).nullish(),
  modelYear: z.int().min(1980).max(2100).nullish(),
  priceWhenNewCents: Cents.nullish(),
  valueOffers: z
    .array(
      z.strictObject({
        source: z.enum(OFFER_SOURCES),
        cents: Cents,
        on: Day,
        goodThrough: Day.nullish(),
      }),
    )
    .max(20)
    .optional(),
  servicemember: z.boolean().optional(),
});

const ACTION = new RegExp(`^(?:${LEAVE_ACTIONS.join('|')}|repair:[A-Za-z0-9_-]{1,60})$`);

/** A plan for the end of a lease, made before or after signing in. */
export const LeaseEndPlan = z
  .strictObject({
    leaveOn: Day,
    chosen: z
      .array(z.string().regex(ACTION, `one of ${LEAVE_ACTIONS.join(', ')}, or repair:<finding>`))
      .max(150),
    answers: Answers,
  })
  .meta({ id: 'LeaseEndPlan' });

const range = { lowCents: Cents, likelyCents: Cents, highCents: Cents };
const Range = z.object(range).meta({ id: 'CentsRange' });

const facts = z.record(z.string(), z.string());

/** One way out: its figures with their lines, or why it is closed on that day. */
export const WayOutFigure = z
  .discriminatedUnion('isOpen', [
    z.object({
      door: z.enum(WAYS_OUT),
      isOpen: z.literal(true),
      endsOn: Day,
      cash: Breakdown,
      cashRange: Range,
      keeps: z.object({ ...range, source: z.enum(['offers', 'estimate']) }).nullable(),
      net: Range,
    }),
    z.object({
      door: z.enum(WAYS_OUT),
      isOpen: z.literal(false),
      refusal: z.object({
        outcome: z.literal('refused'),
        code: z.enum(LEASE_END_REFUSALS),
        facts,
      }),
    }),
  ])
  .meta({ id: 'WayOutFigure' });

/** What a plan comes to. */
export const PlanFigures = z
  .object({
    leaveOn: Day,
    doors: z.array(WayOutFigure),
    leave: z.object({
      leavesOn: Day,
      cost: Breakdown,
      range: Range,
      actions: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(LEAVE_ACTIONS),
          saves: Range,
          until: Day,
          facts,
        }),
      ),
    }),
    assumed: z.array(
      z.object({ term: z.string(), best: z.string(), likely: z.string(), worst: z.string() }),
    ),
  })
  .meta({ id: 'PlanFigures' });

/** When a save was computed, and by what. */
const save = {
  savedAt: z.string(),
  /** The business day that its figures are as of. */
  businessDate: Day,
  policyVersion: z.string(),
};

export const SavedPlan = z
  .object({
    ...save,
    /** The walk that its wear came from; null when none was saved. */
    guide: DataVersion.nullable(),
    charges: DataVersion.nullable(),
    plan: LeaseEndPlan,
    figures: PlanFigures,
  })
  .meta({ id: 'SavedPlan' });

export const SavedWalk = z
  .object({ ...save, walk: Walk, figures: WearFigures })
  .meta({ id: 'SavedWalk' });
