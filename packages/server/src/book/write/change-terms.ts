import { encode } from '@roadbook/api/wire';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type { Store } from '../../platform/database/store.ts';
import { applyDecisions } from './apply-decisions.ts';
import type { PreparedDecision } from './prepare-entries.ts';

/**
 * Writes a decision that gives a contract another version of its terms: the entry and the state
 * through the writer's own guarded statement, the version in the same transaction. Returns false
 * when the guard was lost; then nothing was written.
 */
export async function changeTerms(
  store: Store,
  openDay: BusinessDate,
  nowMs: number,
  decision: PreparedDecision,
): Promise<boolean> {
  const { contractId, state } = decision;
  const { policy: _, ...terms } = state.terms;
  return store.transaction(async (tx) => {
    const won = await applyDecisions(tx, openDay, nowMs, [decision]);
    if (!won.has(contractId)) return false;
    // The policy is the contract's own: a version of the terms changes what was agreed, not it.
    await tx.query(
      `insert into contract_terms (contract_id, terms_version, terms, effective_date, policy_id)
       select s.contract_id, s.terms_version + 1, $2::text::json, $3::date, t.policy_id
       from contract_state s join contract_terms t using (contract_id, terms_version)
       where s.contract_id = $1`,
      [contractId, encode(terms), openDay],
    );
    await tx.query(
      'update contract_state set terms_version = terms_version + 1 where contract_id = $1',
      [contractId],
    );
    return true;
  });
}
