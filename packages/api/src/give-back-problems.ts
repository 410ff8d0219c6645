import type { GiveBackRefusal } from '@roadbook/domain/contract/refusal';
import type { ProblemRow } from './problem-row.ts';

/** What is said where a car is given back, billed or disputed and the answer is no. */
export const GIVE_BACK_PROBLEMS: Readonly<Record<GiveBackRefusal, ProblemRow>> = {
  'give-back-not-for-a-loan': {
    status: 422,
    title: 'A loan has no car to give back',
    cause: 'This contract is a loan: when it is paid off the car is simply yours.',
    next: 'See what paying off the loan takes.',
  },
  'hand-over-in-future': {
    status: 422,
    title: 'That day is still to come',
    cause: 'The car is said to be back on {on}, and today is {businessDate}.',
    next: 'Enter the day on which the car was handed over.',
  },
  'hand-over-before-lease': {
    status: 422,
    title: 'That day is before the lease began',
    cause: 'The car is said to be back on {on}, and the lease began on {startsOn}.',
    next: 'Check that this is the right car, and enter the day of the hand-over.',
  },
  'hand-over-too-early': {
    status: 422,
    title: 'It is too early to simply give the car back',
    cause: 'This lease can be returned from {firstDay} on. On {on} it would be an early end.',
    next: 'Book a day from {firstDay} on, or ask what ending the lease early costs.',
  },
  'car-already-received': {
    status: 409,
    title: 'This car is back already',
    cause: 'Its receipt is of {on}. A car is given back once.',
    next: 'Look at the receipt. If it is of another car, have it taken back first.',
  },
  'car-not-received': {
    status: 409,
    title: 'This car is not back yet',
    cause: 'There is no receipt for it, so there is nothing to bill.',
    next: 'Record the hand-over first.',
  },
  'car-already-sold': {
    status: 409,
    title: 'This car is sold already',
    cause: 'It was sold on {on}, and what was recorded before stays.',
    next: 'Call operations with the reference below.',
  },
  'return-quote-not-found': {
    status: 404,
    title: 'There is no such return quote',
    cause: 'It is not the quote that counts for this lease: maybe a newer one took its place.',
    next: 'Look at the lease’s newest quote.',
  },
  'return-quote-day-past': {
    status: 422,
    title: 'That day is over',
    cause: 'The quote would be good through {goodThrough}, and today is {businessDate}.',
    next: 'Choose today or a later day.',
  },
  'return-quote-too-long': {
    status: 422,
    title: 'The quote would be good for too long',
    cause: 'It would be good through {goodThrough}. The last day allowed is {lastDay}.',
    next: 'Choose a day up to {lastDay}.',
  },
  'bill-already-complete': {
    status: 409,
    title: 'The last bill is out',
    cause: 'After it only charges of third parties from before the return may be added.',
    next: 'Leave it: everything else is no longer charged.',
  },
  'bill-without-lines': {
    status: 422,
    title: 'A bill needs a line',
    cause: 'There is nothing on this bill.',
    next: 'Add what is charged, or mark the bill as the last one.',
  },
  'bill-line-not-allowed': {
    status: 422,
    title: 'This may not be charged',
    cause:
      'Line {lineId} is billed already, is too late or too high, or is not from before the return.',
    next: 'Take the line off and send the bill again.',
  },
  'bill-line-not-found': {
    status: 404,
    title: 'There is no such line',
    cause: 'The bill has no line {lineId} that asks for money.',
    next: 'Choose a line of the bill.',
  },
  'bill-line-already-disputed': {
    status: 409,
    title: 'You have disputed this line already',
    cause: 'The line {lineId} was disputed before, and one dispute is decided once.',
    next: 'See the decision on the page of the bill, or call us.',
  },
  'dispute-not-found': {
    status: 404,
    title: 'There is no such dispute',
    cause: 'No line of this bill is disputed under {disputeId}.',
    next: 'Look at the disputes of this lease.',
  },
  'dispute-already-decided': {
    status: 409,
    title: 'This dispute is decided',
    cause: 'A decision was told to the customer and stays.',
    next: 'If it was wrong, lower the line as goodwill.',
  },
  'credit-over-line': {
    status: 422,
    title: 'That is not less than what is charged',
    cause: '{leftCents} are still charged on this line.',
    next: 'Enter an amount from zero up to less than that.',
  },
  'refund-over-owed': {
    status: 422,
    title: 'That is more than is owed back',
    cause: '{owedCents} are owed back to the customer.',
    next: 'Enter that amount or less.',
  },
  'later-act-first': {
    status: 409,
    title: 'Something later stands on this',
    cause: 'A refund went out after it, so it cannot be taken back any more.',
    next: 'Call operations with the reference below.',
  },
};
