import { identityHash } from '../../people/person.ts';
import { isRetryable } from '../../platform/database/store.ts';
import type { Party } from '../read/party/party.ts';
import { decideMendings } from './decide-mendings.ts';
import {
  type ContractToMend,
  changesSomething,
  type Mending,
  type MendJob,
  statedKey,
} from './mending.ts';
import { personOf } from './party-person.ts';
import { writeMendings } from './write-mendings.ts';

const ATTEMPTS_MAX = 20;

/**
 * Takes what rows of a parties file say of contracts that are boarded already: people are added or
 * changed, a contract gets its number or its VIN, and each change is written down with the day, the
 * file and what was there before. Rows that say what the book says change nothing.
 */
export async function mendParties(
  job: MendJob,
  contracts: readonly ContractToMend[],
): Promise<readonly Mending[]> {
  const wanted = contracts.filter(({ parties }) => parties.length > 0);
  if (wanted.length === 0) return [];
  const looked = await decideMendings(job, job.store, wanted, false);
  const done = looked.some(changesSomething) ? await decideAndWrite(job, wanted) : looked;
  for (const { contractId, people, faults } of done) {
    if (faults.length > 0) job.numbersRefused.add(contractId);
    for (const { identity } of people) remember(job, identity, contractId);
  }
  return done;
}

async function decideAndWrite(
  job: MendJob,
  wanted: readonly ContractToMend[],
): Promise<readonly Mending[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await job.store.transaction(async (tx) => {
        const decided = await decideMendings(job, tx, wanted, true);
        await writeMendings(job, tx, decided);
        return decided;
      });
    } catch (error) {
      if (!isRetryable(error) || attempt >= ATTEMPTS_MAX) throw error;
    }
  }
}

/** Notes that a row of a contract was first to say something of a person, or that it was not. */
export function isFirstToState(
  job: Pick<MendJob, 'ring' | 'stated'>,
  contractId: string,
  party: Party,
): boolean {
  const identity = identityHash(job.ring, personOf(party))?.toString('hex') ?? null;
  return remember(job, identity, contractId);
}

function remember(
  { stated }: Pick<MendJob, 'stated'>,
  identity: string | null,
  contractId: string,
): boolean {
  if (identity === null) return true;
  const key = statedKey(identity);
  if (!stated.has(key)) stated.set(key, contractId);
  return stated.get(key) === contractId;
}
