import { knownPersons } from '../../book/write/board-contracts.ts';
import type { BoardFile } from '../boarding-job.ts';
import type { BoardingSummary } from '../boarding-summary.ts';
import type { Ready } from '../write-batch.ts';
import { reportMending } from './count-parties.ts';
import { isFirstToState, mendParties } from './mend-parties.ts';
import type { ContractToMend, MendJob } from './mending.ts';

/**
 * The new contracts whose people the book has already, or an earlier row of this file: boarding
 * makes them parties and leaves the person as it was, so what their rows say is still to be taken.
 */
export async function contractsOfKnownPeople(
  run: MendJob,
  ready: readonly Ready[],
): Promise<ContractToMend[]> {
  const hashes = ready.flatMap(({ boarded }) =>
    boarded.toBoard.parties.flatMap(({ identityHash }) => identityHash ?? []),
  );
  const known = await knownPersons(run.store, hashes);
  return ready.flatMap(({ record, boarded }) => {
    const { contractId, parties } = boarded.toBoard;
    // Every row is noted, so none may be left out of this loop.
    const isFirst = record.parties.map((party) => isFirstToState(run, contractId, party));
    const isKnown = parties.some(
      ({ identityHash }) => identityHash !== null && known.has(identityHash.toString('hex')),
    );
    return isKnown || isFirst.includes(false) ? [{ contractId, parties: record.parties }] : [];
  });
}

/** Takes what rows say of people whom the book had before their contract. */
export async function takeKnownPeople(
  run: MendJob,
  job: Pick<BoardFile, 'onReject'>,
  summary: BoardingSummary,
  contracts: readonly ContractToMend[],
): Promise<void> {
  for (const each of await mendParties(run, contracts)) reportMending(job, summary, each);
}
