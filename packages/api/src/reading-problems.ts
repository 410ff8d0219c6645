import type { ReadingRefusal } from '@roadbook/domain/contract/refusal';
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
