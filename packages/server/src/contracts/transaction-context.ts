import type { StoredContract } from '../book/read/contract-row.ts';
import { reversalsOf } from '../book/read/read-entries.ts';
import { paymentEntries } from '../book/read/read-payment-entries.ts';
import { methodLabels } from '../money/methods/payment-methods.sql.ts';
import { clearsOnBySeq } from '../operation/load-contract.ts';
import type { TransactionContext } from '../operation/transaction.ts';
import type { Queryable } from '../platform/database/store.ts';

/** What rows of a history need to know of the rest of the contract. */
export async function transactionContext(
  store: Queryable,
  { contract, openDay }: StoredContract,
  personId: string | null,
): Promise<TransactionContext> {
  const { contractId } = contract;
  const [reversals, methods, payments] = await Promise.all([
    reversalsOf(store, contractId),
    personId === null ? new Map<string, string>() : methodLabels(store, personId),
    paymentEntries(store, contractId),
  ]);
  return {
    today: openDay,
    reversals,
    methods,
    clearsOn: clearsOnBySeq(contract),
    paymentIds: new Map(payments.map(({ seq, entry_id }) => [seq, entry_id])),
  };
}
