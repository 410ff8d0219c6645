import { readOverview } from '../book/read/read-overview.ts';
import { methodLabels } from '../money/methods/payment-methods.sql.ts';
import type { Store } from '../platform/database/store.ts';
import { presentContract } from './contract-overview.ts';

/**
 * Overviews of the contracts that a person may see, in the order of the ids given. It takes one
 * statement for any number of contracts, and one more when a payment is promised from a bank
 * account. With `personId` null every contract may be seen: that is an integrator's view.
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
