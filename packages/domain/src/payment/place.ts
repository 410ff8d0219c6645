import type { Contract } from '../contract/contract.ts';
import type { RecordedEntry } from '../contract/decision.ts';
import { dependsOnMoney, ENTRY_KINDS } from '../contract/entry-kind.ts';
import { begin, type Step } from '../contract/record.ts';
import { addDays, type BusinessDate, laterOf } from '../time/calendar.ts';
import { consequences } from './consequences.ts';
import { type Happening, happen, liveEntries, replay } from './replay.ts';

/**
 * Puts a payment or an act where its day belongs. When nothing in the books comes after it, it is
 * the newest, and closed days since then are decided again: it can change what one of them did.
 * Otherwise everything after it is taken back and decided again behind it, for which the history is
 * needed; null asks for it.
 */
export function placeInOrder<C extends Contract>(
  contract: C,
  happening: Happening,
  businessDate: BusinessDate,
  history: readonly RecordedEntry[] | null,
): Step<C> | null {
  const { on } = happening;
  if (on >= contract.facts.lastEffective) return asNewest(contract, happening, businessDate);
  if (history === null) return null;
  const later = liveEntries(history).find(
    (entry) => dependsOnMoney(entry.kind) && comesAfter(entry, on),
  );
  if (later === undefined) return asNewest(contract, happening, businessDate);
  return replay(begin(contract), history, {
    fromSeq: later.seq,
    drops: [],
    insert: happening,
    businessDate,
  });
}

function asNewest<C extends Contract>(
  contract: C,
  happening: Happening,
  businessDate: BusinessDate,
): Step<C> {
  const happened = happen(begin(contract), happening, true);
  const from = laterOf(happening.on, contract.facts.lastEffective);
  return consequences(happened, from, addDays(businessDate, -1));
}

/** Whether an entry stands after what happens on a day: some fall at the close of their day. */
function comesAfter({ kind, effectiveDate }: RecordedEntry, on: BusinessDate): boolean {
  const fallsAtClose = ENTRY_KINDS[kind].falls === 'at-close';
  return effectiveDate > on || (fallsAtClose && effectiveDate === on);
}
