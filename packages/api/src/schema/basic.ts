import { CENTS_MAX } from '@roadbook/domain/money/cents';
import { parseDate } from '@roadbook/domain/time/calendar';
import { z } from 'zod';

/** An amount in cents as a string of digits. */
export const Cents = z
  .string()
  .regex(/^-?\d{1,16}$/, 'an amount is whole cents as a string of digits, such as "44660"')
  .meta({ id: 'Cents', description: 'Whole cents as a string of digits.', examples: ['44660'] });

/** An amount somebody asks for: more than nothing, less than ten trillion dollars. */
export const PositiveCents = z
  .string()
  .regex(/^\d{1,16}$/, 'an amount is whole cents as a string of digits, such as "44660"')
  .refine((text) => /^\d{1,16}$/.test(text) && BigInt(text) > 0n, 'the amount must be more than 0')
  .refine(
    (text) => !/^\d{1,16}$/.test(text) || BigInt(text) <= CENTS_MAX,
    `the amount must be at most ${CENTS_MAX}`,
  )
  .meta({ id: 'PositiveCents', description: 'Whole cents, more than 0.', examples: ['44660'] });

/** A day that exists. */
export const Day = z
  .string()
  .refine((text) => parseDate(text) !== null, 'a date that exists, written YYYY-MM-DD')
  .meta({ id: 'Day', format: 'date', examples: ['2026-12-04'] });

export const Digits = z.string().regex(/^-?\d{1,40}$/, 'a string of digits');

/** Ids are stored in small letters; either case is understood. */
export const ContractId = z.uuid('a contract id is a UUID').toLowerCase();

export const EntryId = z.uuid('an id is a UUID').toLowerCase();

/** Text on one line. Databases take no zero character, and no name has a control character. */
export function plainText(longest: number) {
  return z
    .string()
    .min(1, `text of 1 to ${longest} characters`)
    .max(longest, `text of 1 to ${longest} characters`)
    .regex(/^\P{Cc}*$/u, 'text on one line, without control characters');
}

/** A place in the sequence of a contract's entries, as it stands in an address. */
export const Place = z.coerce
  .number('a whole number')
  .int('a whole number')
  .min(0)
  .max(2 ** 31 - 1);

/** The key under which a command may be repeated: 8 to 200 visible characters. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,200}$/, '8 to 200 visible ASCII characters, such as a UUID');

/** One line of an amount: label and rule are keys of the copy catalogue. */
export const Line = z
  .object({
    label: z.string(),
    rule: z.string(),
    inputs: z.record(z.string(), z.string()),
    cents: Cents,
  })
  .meta({ id: 'Line' });

/** An amount that explains itself: the total is the sum of its lines. */
export const Breakdown = z
  .object({ lines: z.array(Line), totalCents: Cents })
  .meta({ id: 'Breakdown' });

export const Assumption = z
  .object({ term: z.string(), value: z.string(), reason: z.string() })
  .meta({ id: 'Assumption' });

export const NoContent = z.object({}).meta({ id: 'NoContent' });
