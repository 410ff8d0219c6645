import { decode, encode } from '@roadbook/api/wire';
import {
  type ServicingPolicy,
  type WrittenPolicy,
  wholePolicy,
} from '@roadbook/domain/contract/servicing-policy';
import { type Queryable, statement } from '../../platform/database/store.ts';
import { namedUuid } from '../../platform/database/uuid.ts';
import { wordsText } from '../../platform/database/value-parsers.ts';
import { inTodaysWords } from './stored-words.ts';

/** A policy as `servicing_policy` has it. */
export type StoredPolicy = { readonly policyId: string; readonly text: string };

export type PolicyRow = { readonly policy_id: string; readonly policy: string };

const stored = new WeakMap<ServicingPolicy, StoredPolicy>();

/** A policy with its id, which is made of its text: the same policy is stored once. */
export function storedPolicy(policy: ServicingPolicy): StoredPolicy {
  const known = stored.get(policy);
  if (known !== undefined) return known;
  const text = encode(policy);
  const fresh = { policyId: policyIdOf(text), text };
  stored.set(policy, fresh);
  return fresh;
}

/** The id of a policy's text, by which `check-ledger` knows that nobody changed it. */
export function policyIdOf(text: string): string {
  return namedUuid(text);
}

const READ = statement(
  'read-policies',
  'select policy_id, policy from servicing_policy where policy_id = any($1::uuid[])',
);

/** More policies than lenders have; a database with still more only reads some of them again. */
const KEPT_MAX = 1_000;

/**
 * Policies that were read, whatever database they are from: an id stands for one text and no other.
 */
const kept = new Map<string, ServicingPolicy>();

/**
 * The policies of some ids, read if they are not known yet. One that is missing, or whose text does
 * not make its id, is left out: its contracts cannot be decided, and all others can.
 */
export async function readPolicies(
  store: Queryable,
  policyIds: readonly string[],
): Promise<ReadonlyMap<string, ServicingPolicy>> {
  const missing = new Set(policyIds.filter((id) => !kept.has(id)));
  if (missing.size === 0) return kept;
  const rows = await store.query<PolicyRow>(READ, [wordsText([...missing])]);
  if (kept.size + rows.length > KEPT_MAX) kept.clear();
  for (const { policy_id: id, policy } of rows) {
    if (policyIdOf(policy) !== id) continue;
    kept.set(id, wholePolicy(decode<WrittenPolicy>(inTodaysWords(policy))));
  }
  return kept;
}
