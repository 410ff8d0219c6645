import type * as operations from '@roadbook/api/operations/give-back';
import { readContract } from '../../book/read/read-contract.ts';
import type { Handler } from '../../operation/handler.ts';
import { contractFor } from '../../operation/load-contract.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import type { CustomerSession } from '../../people/session.ts';
import { unseal } from '../../platform/keys/key-ring.ts';
import { identityOf } from '../../platform/keys/sealed-columns.ts';
import { documentOf } from './lease-document.sql.ts';

/** The form that the receipt of a lease names, as it was signed. */
export async function signedForm(
  { store, ring }: Pick<Shell, 'store' | 'ring'>,
  contractId: string,
): Promise<string> {
  const stored = await readContract(store, contractId);
  const handOver =
    stored?.contract.product === 'lease' ? stored.contract.facts.giveBack.handOver : null;
  const row = handOver === null ? null : await documentOf(store, contractId, handOver.handOverId);
  if (row === null) throw new ProblemError('document-not-found');
  const { hand_over_id: handOverId, key_id: keyId, sealed } = row;
  return unseal(ring, identityOf.leaseDocument(handOverId), { keyId, sealed });
}

/** The same for a party of the contract. */
export const getReturnForm: Handler<typeof operations.getReturnForm, CustomerSession> = async ({
  shell,
  caller,
  params,
}) => {
  await contractFor(shell.store, params.contractId, caller.personId);
  return signedForm(shell, params.contractId);
};
