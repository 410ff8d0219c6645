import type { RefusalCode } from '@roadbook/domain/contract/refusal';
import type { ProblemRow } from './problem-row.ts';

/** Limits that the shell keeps. */
export type LimitProblem =
  | 'address-too-long'
  | 'request-too-slow'
  | 'wrong-host'
  | 'too-much-at-once'
  | 'busy';

/** What a customer may not ask for however much they want to. */
type LimitRefusal = Extract<
  RefusalCode,
  'payment-over-lease' | 'payment-over-debit-limit' | 'too-many-promises'
>;

/** Too much, too often, too slowly, or at the wrong door. */
export const LIMIT_PROBLEMS: Readonly<Record<LimitProblem | LimitRefusal, ProblemRow>> = {
  'address-too-long': {
    status: 414,
    title: 'That address is too long',
    cause: 'An address can have at most {most} characters here.',
    next: 'Use a shorter address.',
  },
  'request-too-slow': {
    status: 408,
    title: 'The request took too long to arrive',
    cause: 'We wait {seconds} seconds for a request. Nothing of it was done.',
    next: 'Send it again over a better connection.',
  },
  'wrong-host': {
    status: 421,
    title: 'This server has another address',
    cause: 'It answers under its public address only, not under the host that was asked for.',
    next: 'Open the portal by its own address.',
  },
  'too-much-at-once': {
    status: 429,
    title: 'That is more than we do at once',
    cause: 'You asked for a lot of work in a short time, and others should not have to wait.',
    next: 'Wait {seconds} seconds and try again. Nothing was changed.',
  },
  busy: {
    status: 503,
    title: 'We are very busy just now',
    cause: 'Many people are signing in at this moment. Your password was not looked at.',
    next: 'Try again in a few seconds.',
  },
  'payment-over-lease': {
    status: 422,
    title: 'That is more than this lease can take',
    cause: 'All that is open and all that can still fall due comes to {mostCents}.',
    next: 'Pay that amount or a smaller one.',
  },
  'payment-over-debit-limit': {
    status: 422,
    title: 'That is more than we draw at once',
    cause: 'One payment from a bank account can be at most {maximumCents}.',
    next: 'Pay in several parts, or send a wire or a check. Call us if you would like help.',
  },
  'too-many-promises': {
    status: 422,
    title: 'There are as many promised payments as we keep',
    cause: 'A contract can have at most {most} promised payments at a time.',
    next: 'Cancel one that you no longer need, or wait until one has been drawn.',
  },
};
