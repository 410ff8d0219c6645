import type { ProblemRow } from './problem-row.ts';

/** What can stand in the way of somebody who pays without signing in. */
export type GuestProblem =
  | 'guest-not-found'
  | 'guest-pass-over'
  | 'guest-cannot-pay'
  | 'guest-too-much'
  | 'guest-receipt-not-found';

/** None of them says which part was wrong, whose contract it is, or what it owes. */
export const GUEST_PROBLEMS: Readonly<Record<GuestProblem, ProblemRow>> = {
  'guest-not-found': {
    status: 404,
    title: 'We cannot find that contract',
    cause: 'The contract number and the ZIP code do not belong together.',
    next: 'Check both on a bill or letter from us. You can also pay by mail or phone.',
  },
  'guest-pass-over': {
    status: 401,
    title: 'Please enter the contract again',
    cause:
      'It has been more than {minutes} minutes since you entered contract number and ZIP code.',
    next: 'Enter both again. Nothing was paid.',
  },
  'guest-cannot-pay': {
    status: 422,
    title: 'We cannot take a payment here for this contract',
    cause: 'A person has to look at payments for this contract. Nothing was paid.',
    next: 'Call us, or sign in to see more.',
  },
  'guest-too-much': {
    status: 422,
    title: 'That is more than we can take here',
    cause: 'The amount is more than this contract can take from somebody who has not signed in.',
    next: 'Enter a smaller amount, sign in, or call us. Nothing was paid.',
  },
  'guest-receipt-not-found': {
    status: 404,
    title: 'We cannot find a receipt under that reference',
    cause: 'No payment has this reference.',
    next: 'Check the reference on your receipt, or call us.',
  },
};
