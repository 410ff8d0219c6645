import type { Account } from '../../ledger/account.ts';
import { type Posting, postingUnlessZero } from '../../ledger/posting.ts';
import { type Line, type LineInputs, line } from '../../money/breakdown.ts';
import { type Cents, minCents } from '../../money/cents.ts';

/** Somewhere money can go, and how much of it at most. */
export type Slot = {
  readonly label: string;
  readonly rule: string;
  readonly account: Account;
  readonly maxCents: Cents;
  readonly inputs?: LineInputs;
};

/** What each slot took, in order; slots that took nothing are left out. */
export type Poured = {
  readonly taken: readonly { readonly slot: Slot; readonly cents: Cents }[];
  readonly leftCents: Cents;
};

/** Pours money down the slots in order, each up to its maximum. Never makes or loses a cent. */
export function pour(money: Cents, slots: readonly Slot[]): Poured {
  let leftCents = money;
  const taken: { slot: Slot; cents: Cents }[] = [];
  for (const slot of slots) {
    const cents = minCents(leftCents, slot.maxCents > 0n ? slot.maxCents : 0n);
    if (cents > 0n) taken.push({ slot, cents });
    leftCents -= cents;
  }
  return { taken, leftCents };
}

/** The poured money as postings against where it came from. */
export function pouredPostings(from: Account, { taken }: Poured): Posting[] {
  return taken.flatMap(({ slot, cents }) => postingUnlessZero(from, slot.account, cents));
}

/** The poured money as lines a person can read. */
export function pouredLines({ taken }: Poured): Line[] {
  return taken.map(({ slot, cents }) => line(slot.label, slot.rule, cents, slot.inputs ?? {}));
}

/** What went into slots with one of these labels. */
export function takenBy({ taken }: Poured, labels: readonly string[]): Cents {
  return taken.reduce(
    (sum, { slot, cents }) => (labels.includes(slot.label) ? sum + cents : sum),
    0n,
  );
}
