import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { plainRule } from './plain-rule.ts';

const rulesOf = (schema: z.ZodType, value: unknown): string[] => {
  const parsed = schema.safeParse(value, { error: plainRule });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

describe('a rule in plain words', () => {
  test.each([
    [z.string(), 5, 'text, in quotation marks'],
    [z.string(), undefined, 'text, in quotation marks; it is missing'],
    [z.number(), 'x', 'a number'],
    [z.int(), 1.5, 'a whole number'],
    [z.boolean(), 'x', 'true or false'],
    [z.array(z.string()), {}, 'a list'],
    [z.object({}), [], 'an object with named fields'],
    [z.enum(['a', 'b']), 'c', 'one of a, b'],
    [z.enum(['a', 'b']), undefined, 'one of a, b; it is missing'],
    [z.literal('a'), 'c', 'a'],
    [z.string().max(3), 'long', 'at most 3 characters'],
    [z.string().min(2), 'a', 'at least 2 characters'],
    [z.array(z.string()).min(2), [], 'at least 2 items'],
    [z.number().max(3), 4, 'at most 3'],
    [z.uuid(), 'x', 'a UUID'],
    [z.email(), 'x', 'an email address'],
    [z.iso.date(), 'x', 'a date'],
    [z.base64(), '%', 'text of the documented form'],
    [z.strictObject({}), { a: 1 }, 'no such field is read here; leave it out'],
    [z.union([z.string(), z.number()]), true, 'a value of the documented form'],
  ])('%#', (schema, value, rule) => {
    expect(rulesOf(schema, value)).toEqual([rule]);
  });

  test('gives way to the schema’s own words', () => {
    expect(rulesOf(z.string().min(2, 'the name on the account'), '')).toEqual([
      'the name on the account',
    ]);
  });
});
