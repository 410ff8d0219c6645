import type { ProblemCode } from '@roadbook/api/problem';
import type { Refusal } from '@roadbook/domain/contract/refusal';
import { entryAt } from '../book/read/read-entries.ts';
import type { Result } from '../book/write/command.ts';
import type { Queryable } from '../platform/database/store.ts';
import { ProblemError } from './problem-error.ts';

export type Done = Extract<Result, { readonly outcome: 'done' }>;

/** The result of a command that was done, or the problem it came to. */
export function settle(result: Result): Done {
  if (result.outcome === 'done') return result;
  if (result.outcome === 'not-found') throw new ProblemError('contract-not-found');
  if (result.outcome === 'key-used') throw new ProblemError('key-used-for-other-input');
  throw refusalProblem(result);
}

export function refusalProblem({ code, facts }: Refusal): ProblemError {
  return new ProblemError(code satisfies ProblemCode, facts);
}

/**
 * The id of the entry that records the payment of a decision. It need not be the decision's first
 * entry: a lease payment that fell due that day, or what older money takes back, comes before it.
 */
export async function paymentEntryId(
  store: Queryable,
  contractId: string,
  done: Done,
): Promise<string> {
  const seq = Number(done.body.receipt?.paymentSeq ?? done.seq);
  if (seq === done.seq) return done.entryId;
  const entry = await entryAt(store, contractId, seq);
  if (entry === null) throw new Error(`the payment's entry ${seq} is missing`);
  return entry.entry_id;
}
