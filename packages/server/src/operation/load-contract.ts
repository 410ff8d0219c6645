import type { Contract } from '@roadbook/domain/contract/contract';
import type { StoredContract } from '../book/read/contract-row.ts';
import { isParty } from '../book/read/read-account.ts';
import { readContract } from '../book/read/read-contract.ts';
import { readOverview, type StoredOverview } from '../book/read/read-overview.ts';
import { presentContract } from '../contracts/contract-overview.ts';
import { methodLabels } from '../money/methods/payment-methods.sql.ts';
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

/**
 * Overviews of the contracts that somebody may see, in the order of their ids: one statement
 * however many there are, and one more when a payment is promised from a named account.
 */
export async function presentContracts(
  store: Store,
  contractIds: readonly string[],
  personId: string | null,
) {
  const found = await Promise.all(
    contractIds.map((contractId) => readOverview(store, { contractId, personId })),
  );
  const overviews = found.filter((each) => each !== null);
  const isPromised = overviews.some(({ stored }) => stored.contract.facts.promises.length > 0);
  const methods =
    personId === null || !isPromised
      ? new Map<string, string>()
      : await methodLabels(store, personId);
  return overviews.map(({ stored, account, points }) =>
    presentContract(stored.contract, { today: stored.openDay, account, points, methods }),
  );
}

/** The day on which each payment that the bank may still take back is cleared, by its number. */
export function clearsOnBySeq(contract: Contract) {
  return new Map(contract.facts.clearing.map(({ seq, clearsOn }) => [seq, clearsOn]));
}
