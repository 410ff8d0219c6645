import { post, wrongSigns } from '../ledger/balances.ts';
import type { Posting } from '../ledger/posting.ts';
import type { Contract, SharedFacts } from './contract.ts';
import type { EntryDraft } from './decision.ts';
import type { EntryKind, EntryMemos } from './entry-kind.ts';

/** A contract and the entries that brought it here since a command began. */
export type Step<C extends Contract> = {
  readonly contract: C;
  readonly entries: readonly EntryDraft[];
};

export function begin<C extends Contract>(contract: C): Step<C> {
  return { contract, entries: [] };
}

type Draft<K extends EntryKind> = Omit<
  EntryDraft,
  'kind' | 'memo' | 'after' | 'lines' | 'events' | 'messages'
> & {
  readonly kind: K;
  readonly memo?: EntryMemos[K];
} & Partial<Pick<EntryDraft, 'lines' | 'events' | 'messages'>>;

/** What an entry changes of a contract; `shared` are facts that both products have. */
export type Changes<C extends Contract> = Partial<
  Pick<C, 'status' | 'facts' | 'holds' | 'terms'>
> & {
  readonly shared?: Partial<SharedFacts>;
};

/** Appends an entry: posts it, takes the next sequence number and the changed facts. */
export function record<C extends Contract, K extends EntryKind>(
  step: Step<C>,
  draft: Draft<K>,
  changes: Changes<C> = {},
): Step<C> {
  const { version } = step.contract;
  const after = {
    ...changed(step.contract, draft.kind, draft.postings, changes),
    version: version + 1,
  };
  const entry: EntryDraft = { lines: [], events: [], messages: [], ...draft, after };
  return { contract: after, entries: [...step.entries, entry] };
}

/** What can be added to an entry that was just recorded. */
export type Amendment = Partial<
  Pick<EntryDraft, 'postings' | 'lines' | 'memo' | 'events' | 'messages'>
>;

/**
 * Adds to the newest entry of a step, with the same checks as `record`. Only the newest one can be
 * amended, because the contract is as it left it.
 */
export function amend<C extends Contract>(
  step: Step<C>,
  more: Amendment,
  changes: Changes<C> = {},
): Step<C> {
  const last = step.entries.at(-1);
  if (last === undefined) throw new RangeError('there is no entry to amend');
  const after = changed(step.contract, last.kind, more.postings ?? [], changes);
  return {
    contract: after,
    entries: [...step.entries.slice(0, -1), { ...added(last, more), after }],
  };
}

/**
 * Adds words, and lines that explain but amount to nothing, to the entries of a step that a test
 * picks. The contract stays as it is.
 */
export function say<C extends Contract>(
  step: Step<C>,
  isMeant: (entry: EntryDraft) => boolean,
  words: Omit<Amendment, 'postings'>,
): Step<C> {
  const entries = step.entries.map((entry) => (isMeant(entry) ? added(entry, words) : entry));
  return { ...step, entries };
}

function added(entry: EntryDraft, more: Amendment): EntryDraft {
  const memo = more.memo === undefined ? {} : { memo: { ...entry.memo, ...more.memo } };
  return {
    ...entry,
    ...memo,
    postings: [...entry.postings, ...(more.postings ?? [])],
    lines: [...entry.lines, ...(more.lines ?? [])],
    events: [...entry.events, ...(more.events ?? [])],
    messages: [...entry.messages, ...(more.messages ?? [])],
  };
}

/**
 * The contract with postings and changes. A balance with a sign it may never have is a bug in a
 * rule, so it throws and nothing is written.
 */
function changed<C extends Contract>(
  contract: C,
  kind: EntryKind,
  postings: readonly Posting[],
  { shared, ...changes }: Changes<C>,
): C {
  const balances = post(contract.balances, postings);
  const wrong = wrongSigns(balances);
  if (wrong.length > 0) throw new RangeError(`${kind} would turn the sign of ${wrong.join(', ')}`);
  const facts = { ...(changes.facts ?? contract.facts), ...shared };
  return { ...contract, ...changes, facts, balances };
}
