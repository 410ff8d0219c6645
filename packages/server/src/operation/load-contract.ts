import type { Contract } from '@roadbook/domain/contract/contract';
import type { StoredContract } from '../book/read/contract-row.ts';
import { isParty } from '../book/read/read-account.ts';
import { readContract } from '../book/read/read-contract.ts';
import { readOverview, type StoredOverview } from '../book/read/read-overview.ts';
import type { Queryable, Store } from '../platform/database/store.ts';
import { ProblemError } from './problem-error.ts';

/** A contract that somebody may see; a foreign one is as absent as one that does not exist. */
export async function contractFor(
  store: Queryable,
  contractId: string,
  personId: string | null,
): Promise<StoredContract> {
  const [isAllowed, stored] = await Promise.all([
    personId === null || isParty(store, contractId, personId),
    readContract(store, contractId),
  ]);
  if (!isAllowed || stored === null) throw new ProblemError('contract-not-found');
  return stored;
}

/** The same with what screens show beside its state. */
export async function overviewFor(
  store: Store,
  contractId: string,
  personId: string | null,
): Promise<StoredOverview> {
  const found = await readOverview(store, { contractId, personId });
  if (found === null) throw new ProblemError('contract-not-found');
  return found;
}

/** The day on which each payment that the bank may still take back is cleared, by its number. */
export function clearsOnBySeq(contract: Contract) {
  return new Map(contract.facts.clearing.map(({ seq, clearsOn }) => [seq, clearsOn]));
}
