import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { personHolds } from '../proofs/proofs-on-file.sql.ts';

/** Somebody said "this was not me", or we keep the person out: only we can let them in now. */
export async function demandNotStopped(
  { store, clock }: Pick<Shell, 'store' | 'clock'>,
  personId: string,
): Promise<void> {
  const holds = await personHolds(store, personId, clock());
  if (holds.some(({ kind }) => kind === 'frozen')) throw new ProblemError('recovery-stopped');
  if (holds.some(({ kind }) => kind === 'closed' || kind === 'access')) {
    throw new ProblemError('access-closed');
  }
}
