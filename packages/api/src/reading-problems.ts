import type { ReadingRefusal, RefusalCode } from '@roadbook/domain/contract/refusal';
import type { FieldError } from './problem.ts';
import type { ProblemRow } from './problem-row.ts';

/** What is said of a reading of the odometer that is not taken, or is asked about first. */
export const READING_PROBLEMS: Readonly<Record<ReadingRefusal, ProblemRow>> = {
  'reading-not-for-this-contract': {
    status: 422,
    title: 'A loan has no allowance of miles',
    cause: 'This contract is a loan, so what the car has driven changes nothing about it.',
    next: 'Tell us the reading of a leased car instead.',
  },
  'reading-in-future': {
    status: 422,
    title: 'That day is still to come',
    cause: 'You told us a reading of {on}, and today is {businessDate}.',
    next: 'Enter the day on which you read the odometer.',
  },
  'reading-before-lease': {
    status: 422,
    title: 'That day is before you had the car',
    cause: 'You told us a reading of {on}, and your lease began on {startsOn}.',
    next: 'Enter a reading of a later day.',
  },
  'reading-impossible': {
    status: 422,
    title: 'No car can have driven that far',
    cause: 'On {beforeOn} it showed {beforeMiles} miles. By {on} it can show {mostMiles} at most.',
    next: 'Read the odometer again: maybe there is a figure too many. If it is right, call us.',
  },
  'reading-known': {
    status: 422,
    title: 'We have this reading already',
    cause: '{miles} miles on {on} are on record.',
    next: 'Enter another reading, or leave it as it is.',
  },
  'too-many-readings': {
    status: 422,
    title: 'There are as many readings as we keep',
    cause: 'We keep at most {most} readings of a lease.',
    next: 'Call us with the reading and the reference below.',
  },
  'reading-below-delivery': {
    status: 422,
    title: 'That is less than when you got the car',
    cause: 'You told us {miles} miles. When you got the car it showed {deliveryMiles}.',
    next: 'Check the figure. If it is right, tell us why it is lower and send it again.',
  },
  'reading-contradicts': {
    status: 422,
    title: 'This does not fit another reading',
    cause: 'You told us {miles} miles on {on}. Our reading of {otherOn} is {otherMiles} miles.',
    next: 'Check the figure. If it is right, tell us why they differ and send it again.',
  },
  'reading-far-ahead': {
    status: 422,
    title: 'That is very many miles',
    cause: 'Since {beforeOn} the car would have driven {dailyMiles} miles each day.',
    next: 'Check the figure. If it is right, say so and send it again.',
  },
};

/** The field that is wrong and the rule that it breaks, in plain words. */
const FIELD_RULES: Partial<Record<RefusalCode, readonly ['miles' | 'on', string]>> = {
  'reading-in-future': ['on', 'a day that is not after {businessDate}'],
  'reading-before-lease': ['on', 'a day after the start of the lease, {startsOn}'],
  'reading-impossible': ['miles', 'at most {mostMiles}, as far as a car can drive'],
  'reading-known': ['miles', 'a reading that is not on record yet'],
  'reading-below-delivery': ['miles', 'at least {deliveryMiles}, or a reason'],
  'reading-contradicts': ['miles', 'miles that fit {otherMiles} on {otherOn}, or a reason'],
  'reading-far-ahead': ['miles', 'a usual number of miles each day, or a reason'],
};

/** A refused reading by field, value and rule; empty where no field is to blame. */
export function readingFaults(
  code: RefusalCode,
  facts: Readonly<Record<string, string>>,
): FieldError[] {
  const [field, rule] = FIELD_RULES[code] ?? [];
  if (field === undefined || rule === undefined) return [];
  const filled = rule.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
  return [{ field: `body.${field}`, value: facts[field] ?? '', rule: filled }];
}
