import { post, wrongSigns } from '../ledger/balances.ts';
import type { Contract } from './contract.ts';
import type { EntryDraft } from './decision.ts';

/** A contract and the entries that brought it here since a command began. */
export type Step<C extends Contract> = {
  readonly contract: C;
  readonly entries: readonly EntryDraft[];
};

export function begin<C extends Contract>(contract: C): Step<C> {
  return { contract, entries: [] };
}

type Draft = Omit<EntryDraft, 'after' | 'lines' | 'events' | 'messages'> &
  Partial<Pick<EntryDraft, 'lines' | 'events' | 'messages'>>;

/**
 * Appends an entry: posts it to the balances, takes the next sequence number and the changed facts.
 * A balance with a sign it may never have is a bug in a rule, so it throws and nothing is written.
 */
export function record<C extends Contract>(
  step: Step<C>,
  draft: Draft,
  changes: Partial<Pick<C, 'status' | 'facts' | 'holds'>> = {},
): Step<C> {
  const balances = post(step.contract.balances, draft.postings);
  const wrong = wrongSigns(balances);
  if (wrong.length > 0) {
    throw new RangeError(`${draft.kind} would turn the sign of ${wrong.join(', ')}`);
  }
  const contract = { ...step.contract, ...changes, balances, version: step.contract.version + 1 };
  const entry = { lines: [], events: [], messages: [], ...draft, after: contract };
  return { contract, entries: [...step.entries, entry] };
}
