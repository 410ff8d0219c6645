import { DISPUTE_OUTCOMES, DISPUTE_REASONS } from '@roadbook/domain/contract/give-back';
import { GIVE_BACK_PROMISES, PROMISE_STATES } from '@roadbook/domain/lease-end/case/kept-promises';
import { z } from 'zod';
import { Cents, Day, EntryId } from './basic.ts';
import { WearLine } from './give-back.ts';

/** What the desk knows of a car that comes back besides what the customer sees. */
export const GiveBackFile = z
  .object({
    /** The customer's own walk around the car, priced by the guide in force; null without one. */
    walk: z.object({ takenOn: Day, lines: z.array(WearLine), wearCents: Cents }).nullable(),
    /** The newest odometer that is known, and who read it. */
    reading: z.object({ miles: z.int(), on: Day, source: z.string() }).nullable(),
    /** Decisions that a second person has yet to agree with. */
    proposals: z.array(
      z.object({
        disputeId: EntryId,
        outcome: z.enum(DISPUTE_OUTCOMES),
        toCents: Cents,
        reason: z.enum(DISPUTE_REASONS),
        by: z.string(),
        isMine: z.boolean(),
      }),
    ),
    promises: z.array(
      z.object({
        promise: z.enum(GIVE_BACK_PROMISES),
        /** The line in dispute; null for what is promised of the whole. */
        lineId: z.string().nullable(),
        promisedOn: Day,
        doneOn: Day.nullable(),
        state: z.enum(PROMISE_STATES),
      }),
    ),
    /** Taking more than this off one line needs two people. */
    fourEyesCents: Cents,
    /** What can be paid back now. */
    refundCents: Cents,
    carSoldOn: Day.nullable(),
  })
  .meta({ id: 'GiveBackFile' });

const Count = z.int().min(0);

export const PromisesOfMonth = z
  .object({
    month: z.string().regex(/^\d{4}-\d{2}$/, 'a month, written YYYY-MM'),
    promise: z.enum(GIVE_BACK_PROMISES),
    kept: Count,
    broken: Count,
    open: Count,
  })
  .meta({ id: 'PromisesOfMonth' });
