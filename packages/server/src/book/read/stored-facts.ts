import type { LeaseFacts, LoanFacts } from '@roadbook/domain/contract/contract';

/** Facts as they may be stored: an earlier version did not write all that are asked for today. */
type StoredFacts =
  | (Omit<LoanFacts, 'feesFirstCents'> & Partial<Pick<LoanFacts, 'feesFirstCents'>>)
  | (Omit<LeaseFacts, 'periodsBooked'> & Partial<Pick<LeaseFacts, 'periodsBooked'>>);

/**
 * Facts as the domain knows them. What an earlier version did not write was then always so: no fee
 * had been paid before an installment, and a period came into the books with its payment.
 */
export function completeFacts<F extends LoanFacts | LeaseFacts>(facts: F): F {
  const stored: StoredFacts = facts;
  const added =
    'billed' in stored
      ? { periodsBooked: stored.periodsBooked ?? stored.billed }
      : { feesFirstCents: stored.feesFirstCents ?? 0n };
  return { ...facts, ...added };
}
