import type { z } from 'zod';

/**
 * What would be accepted, in plain words, for a value that broke its schema's rule. Schemas that
 * say it in their own words keep them; this speaks for all others. Pass it as `error` when parsing.
 */
export function plainRule(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined && issue.code !== 'custom')
    return `${expected(issue)}; it is missing`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'no such field is read here; leave it out';
    case 'too_big':
      return size(issue.origin, 'at most', issue.maximum);
    case 'too_small':
      return size(issue.origin, 'at least', issue.minimum);
    default:
      return expected(issue);
  }
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text, in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with named fields',
  record: 'an object with named fields',
  date: 'a date',
  null: 'null',
  uuid: 'a UUID',
  url: 'an address such as https://portal.larkspur.example',
  email: 'an email address',
};

/** What kind of value was expected. */
function expected(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return NOUNS[issue.expected ?? ''] ?? 'another kind of value';
    case 'invalid_value':
      return oneOf((issue.values ?? []).map(String));
    case 'invalid_format':
      return NOUNS[issue.format ?? ''] ?? 'text of the documented form';
    default:
      return 'a value of the documented form';
  }
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`;
}

const COUNTED: Readonly<Record<string, string>> = {
  string: ' characters',
  array: ' items',
  set: ' items',
};

function size(origin: string | undefined, word: string, limit: unknown): string {
  return `${word} ${String(limit)}${COUNTED[origin ?? ''] ?? ''}`;
}
