import { decode } from '@roadbook/api/wire';
import type { ServicingPolicy } from '@roadbook/domain/contract/servicing-policy';
import type { Queryable } from '../../platform/database/store.ts';
import { type PolicyRow, policyIdOf } from '../read/servicing-policy.ts';
import { inTodaysWords } from '../read/stored-words.ts';
import type { Note } from './ledger-fault.ts';

/**
 * Reads every policy and answers those that are what their id says. One that is not was changed
 * after contracts were made under it, and no contract is judged by it.
 */
export async function checkPolicies(
  store: Queryable,
  note: Note,
): Promise<ReadonlyMap<string, ServicingPolicy>> {
  const rows = await store.query<PolicyRow>(
    'select policy_id, policy from servicing_policy order by policy_id',
  );
  const sound = new Map<string, ServicingPolicy>();
  for (const { policy_id: id, policy } of rows) {
    if (policyIdOf(policy) === id) sound.set(id, decode<ServicingPolicy>(inTodaysWords(policy)));
    else note(null, 'policy-differs', `The policy ${id} is not the text its id was made of.`);
  }
  return sound;
}
