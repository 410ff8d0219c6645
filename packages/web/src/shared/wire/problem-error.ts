import type { Problem } from '@roadbook/api/problem';

/** Faults that the browser finds itself; their words stand in the copy catalogue. */
export type LocalProblem = 'unreachable' | 'unreadable';

/** A problem as the screens show it: the server's own, or one found on this side. */
export type ShownProblem = Omit<Problem, 'code' | 'type'> & {
  readonly code: Problem['code'] | LocalProblem;
};

/** A lawful "no", or a fault, of a call: carries everything a screen has to say about it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ShownProblem;

  constructor(problem: ShownProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

const local = (code: LocalProblem, status: number): ProblemError =>
  new ProblemError({
    code,
    status,
    title: '',
    detail: '',
    next: '',
    reference: '',
    facts: {},
    errors: [],
  });

/** No answer came: the phone is offline, or the server is. */
export function unreachable(): ProblemError {
  return local('unreachable', 0);
}

/** An answer came that is not ours: a proxy's page, half a body. */
export function unreadable(status: number): ProblemError {
  return local('unreadable', status);
}

/** Whether the customer has to sign in again. */
export function isSessionEnded(fault: unknown): boolean {
  return fault instanceof ProblemError && fault.problem.code === 'not-signed-in';
}

/** Whether sending the same again may help: never after a considered "no". */
export function mayRetry(fault: unknown): boolean {
  if (!(fault instanceof ProblemError)) return false;
  const { status } = fault.problem;
  return status === 0 || status >= 500;
}
