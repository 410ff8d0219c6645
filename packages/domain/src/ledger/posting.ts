import type { Cents } from '../money/cents.ts';
import type { Account } from './account.ts';

/**
 * A movement between two ledger accounts: debit, credit and a positive amount. An unbalanced entry
 * cannot be written down, so nothing ever checks for one.
 */
export type Posting = {
  readonly debit: Account;
  readonly credit: Account;
  readonly cents: Cents;
  /** Only on tax: who is owed it and what it was computed from. */
  readonly tax?: TaxDetail;
};

export type TaxDetail = {
  readonly jurisdiction: string;
  readonly ratePpb: bigint;
  readonly taxableCents: Cents;
  readonly taxDate: string;
};

/** A posting; an amount of zero or less is a bug in the caller. */
export function posting(debit: Account, credit: Account, cents: Cents): Posting {
  if (cents <= 0n) throw new RangeError(`a posting needs a positive amount, got ${cents}`);
  return { debit, credit, cents };
}

/** A list with the posting, or an empty one when the amount is zero. */
export function postingUnlessZero(debit: Account, credit: Account, cents: Cents): Posting[] {
  return cents === 0n ? [] : [posting(debit, credit, cents)];
}

/** The mirrored posting of a reversal. */
export function mirrored(original: Posting): Posting {
  return { ...original, debit: original.credit, credit: original.debit };
}
