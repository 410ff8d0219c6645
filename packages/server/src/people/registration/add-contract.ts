import type { BodyOf } from '@roadbook/api/operation';
import type * as operations from '@roadbook/api/operations/registration';
import { isSamePerson } from '@roadbook/domain/person/names';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { fileOf } from '../proofs/proofs-on-file.ts';
import type { CustomerSession } from '../session.ts';
import { demandNoHold } from '../sessions/step-up.ts';
import { whoIs } from './begin-registration.ts';
import { recordRefusal } from './candidate.ts';
import { joinTo } from './recognize.ts';

/**
 * Adds a contract to the account of somebody signed in, by the facts of that contract. It has to be
 * their own: the contract of somebody else with other facts is refused like an unknown one.
 */
export async function addContract(
  shell: Shell,
  { personId }: Pick<CustomerSession, 'personId'>,
  network: string,
  typed: BodyOf<typeof operations.addContract>,
): Promise<{ readonly contractId: string }> {
  // Whoever froze the account may have seen somebody else in it.
  await demandNoHold(shell, personId, 'contact-data');
  const found = await whoIs(shell, { network }, typed);
  const owner = await fileOf(shell, personId);
  const isOwn = found !== null && owner.person !== null && isSamePerson(owner.person, found.person);
  const moved = isOwn ? await shell.store.transaction((tx) => joinTo(tx, shell, found, owner)) : [];
  const [contractId] = moved;
  if (contractId === undefined) {
    await recordRefusal(shell, { network });
    throw new ProblemError('registration-refused');
  }
  return { contractId };
}
