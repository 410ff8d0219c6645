import { knownPersons } from '../../book/write/board-contracts.ts';
import type { BoardFile } from '../boarding-job.ts';
import type { BoardingSummary } from '../boarding-summary.ts';
import type { Ready } from '../write-batch.ts';
import { amendParties, isFirstToState } from './amend-parties.ts';
import type { AmendJob, ContractToAmend } from './amendment.ts';
import { reportAmendment } from './count-parties.ts';

/**
 * The new contracts whose people the book has already, or an earlier row of this file: boarding
 * makes them parties and leaves the person as it was, so what their rows say is still to be taken.
 */
export async function contractsOfKnownPeople(
  run: AmendJob,
  ready: readonly Ready[],
): Promise<ContractToAmend[]> {
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
  run: AmendJob,
  job: Pick<BoardFile, 'onReject'>,
  summary: BoardingSummary,
  contracts: readonly ContractToAmend[],
): Promise<void> {
  for (const each of await amendParties(run, contracts)) reportAmendment(job, summary, each);
}
