import { parseDate } from '@roadbook/domain/time/calendar';
import { z } from 'zod';

const Terms = z.strictObject({
  version: z.string().min(1).max(60),
  effectiveFrom: z.string().refine((text) => parseDate(text) !== null, 'a date such as 2026-01-31'),
  paragraphs: z.array(z.string().min(1)).min(1),
});

/** The part of a lender file about opening an account; without it no terms are agreed to. */
export const RegistrationFile = z
  .strictObject({
    ssn: z.enum(['last-four', 'full']).default('last-four'),
    terms: z
      .array(Terms)
      .refine(
        (list) =>
          new Set(list.map(({ version }) => version)).size === list.length &&
          new Set(list.map(({ effectiveFrom }) => effectiveFrom)).size === list.length,
        'each has a version and a day of its own',
      )
      .default([]),
  })
  .prefault({});
