import type { ProblemRow } from './problem-row.ts';

/** Why the server cannot do anything just now: the same may be sent again in a moment. */
export type AwayProblem =
  | 'day-is-closing'
  | 'starting'
  | 'stopping'
  | 'database-away'
  | 'not-confirmed';

/** What is said while the server or its database is away. */
export const AWAY_PROBLEMS: Readonly<Record<AwayProblem, ProblemRow>> = {
  'day-is-closing': {
    status: 503,
    title: 'The business day is just being closed',
    cause: 'For a moment nothing can be recorded. Nothing was lost.',
    next: 'Send the same again in a few seconds, with the same key.',
  },
  starting: {
    status: 503,
    title: 'Roadbook is starting',
    cause: 'The server is opening its database.',
    next: 'Try again in a few seconds.',
  },
  stopping: {
    status: 503,
    title: 'Roadbook is being restarted',
    cause:
      'The server is stopping and takes nothing new. Nothing was recorded, and nothing is lost.',
    next: 'Send the same again in a few seconds, with the same key.',
  },
  'database-away': {
    status: 503,
    title: 'We cannot reach our records just now',
    cause: 'The database is away, full or slow. Nothing was recorded, and nothing is lost.',
    next: 'Send the same again in a few seconds, with the same key.',
  },
  'not-confirmed': {
    status: 503,
    title: 'We could not confirm that it was recorded',
    cause:
      'The database stopped answering while this was being recorded, so it may be done or not. ' +
      'Nothing is lost.',
    next: 'Send the same again in a few seconds, with the same key. It is never done twice.',
  },
};
