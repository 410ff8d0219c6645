import { READING_REASONS, READING_SOURCES } from '@roadbook/domain/contract/reading';
import { z } from 'zod';
import { Day } from './basic.ts';

/** Who read an odometer, and why a reading that did not fit was taken. */
const origin = {
  source: z.enum(READING_SOURCES),
  reason: z.enum(READING_REASONS).nullable(),
};

/** A reading of the odometer on record. */
export const LeaseReading = z
  .object({ miles: z.int(), on: Day, ...origin })
  .meta({ id: 'LeaseReading' });

/** A reading that a lessee tells. */
export const TellReading = z
  .strictObject({
    miles: z.int().min(0).max(999_999),
    /** The day on which it was read. */
    on: Day,
    /** Only where the answer asked for it. */
    reason: z.enum(READING_REASONS).nullable().default(null),
  })
  .meta({ id: 'TellReading' });

/** A reading as it was recorded. */
export const ToldReading = z
  .object({
    readingId: z.string(),
    reference: z.string(),
    miles: z.int(),
    on: Day,
    ...origin,
    /** False where it contradicts readings that agree with each other: then it is asked about. */
    isCounted: z.boolean(),
    recordedAt: z.string(),
  })
  .meta({ id: 'ToldReading' });
