import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { DatabaseAway } from '../platform/database/database-away.ts';

/** The shell of one call, and whether the writer has written a command of it. */
export function watchWrites(shell: Shell): {
  readonly watched: Shell;
  readonly hasWritten: () => boolean;
} {
  let isWritten = false;
  const run: Shell['writer']['run'] = async (command) => {
    const result = await shell.writer.run(command);
    isWritten ||= result.outcome === 'done';
    return result;
  };
  const watched = { ...shell, writer: { ...shell.writer, run } };
  return { watched, hasWritten: () => isWritten };
}

/**
 * A database that is away, as the problem that tells no more than is known: what was written, or
 * may have been, is never called not recorded. Any other error comes back as it is.
 */
export function awayProblem(error: unknown, isQuestion: boolean, hasWritten: boolean): unknown {
  if (!(error instanceof DatabaseAway)) return error;
  const isDoubtful = !isQuestion && (hasWritten || error.mayBeWritten);
  const problem = new ProblemError(isDoubtful ? 'not-confirmed' : 'database-away');
  problem.cause = error;
  return problem;
}
