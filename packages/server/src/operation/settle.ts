import type { ProblemCode } from '@roadbook/api/problem';
import type { Refusal } from '@roadbook/domain/contract/refusal';
import type { Result } from '../book/write/writer.ts';
import { ProblemError } from './problem-error.ts';

export type Done = Extract<Result, { readonly outcome: 'done' }>;

/** The result of a command that was done, or the problem it came to. */
export function settle(result: Result): Done {
  if (result.outcome === 'done') return result;
  if (result.outcome === 'not-found') throw new ProblemError('contract-not-found');
  if (result.outcome === 'key-used') throw new ProblemError('key-used-for-other-input');
  throw refusalProblem(result);
}

export function refusalProblem({ code, facts }: Refusal): ProblemError {
  return new ProblemError(code satisfies ProblemCode, facts);
}
