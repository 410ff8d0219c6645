import type { Contract } from '@roadbook/domain/contract/contract';
import { presentContract } from '../../present/contract-overview.ts';
import { methodLabels } from '../../store/payment-methods.ts';
import { isParty, readAccounts, readPoints } from '../../store/read-account.ts';
import { readContract, readContracts, type StoredContract } from '../../store/read-contract.ts';
import type { Queryable } from '../../store/store.ts';
import { ProblemError } from '../problem-reply.ts';

/** A contract that somebody may see; a foreign one is as absent as one that does not exist. */
export async function contractFor(
  store: Queryable,
  contractId: string,
  personId: string | null,
): Promise<StoredContract> {
  if (personId !== null && !(await isParty(store, contractId, personId))) {
    throw new ProblemError('contract-not-found');
  }
  const stored = await readContract(store, contractId);
  if (stored === null) throw new ProblemError('contract-not-found');
  return stored;
}

/**
 * Overviews of the contracts that somebody may see, in the order of their ids: three statements
 * however many there are, and one more when a payment is promised from a named account.
 */
export async function presentContracts(
  store: Queryable,
  contractIds: readonly string[],
  personId: string | null,
) {
  if (contractIds.length === 0) return [];
  const [stored, accounts, points] = await Promise.all([
    readContracts(
      store,
      contractIds.map((contractId) => ({ contractId, key: '' })),
    ),
    readAccounts(store, contractIds, personId),
    readPoints(store, contractIds),
  ]);
  const isPromised = [...stored.values()].some(
    ({ contract }) => contract.facts.scheduled.length > 0,
  );
  const methods =
    personId === null || !isPromised
      ? new Map<string, string>()
      : await methodLabels(store, personId);
  return contractIds.flatMap((contractId) => {
    const found = stored.get(contractId);
    const account = accounts.get(contractId);
    if (found === undefined || account === undefined) return [];
    const own = points.filter((point) => point.contract_id === contractId);
    return [
      presentContract(found.contract, { today: found.openDay, account, points: own, methods }),
    ];
  });
}

/** The label of the method a payment was made from, if the person still has it on record. */
export function clearsOnBySeq(contract: Contract) {
  return new Map(contract.facts.uncleared.map(({ seq, clearsOn }) => [seq, clearsOn]));
}
