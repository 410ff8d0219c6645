import type { Cents } from '../money/cents.ts';
import { ACCOUNTS, type Account, accountIndex, HELD_FOR_CUSTOMER, RECEIVABLES } from './account.ts';
import type { Posting } from './posting.ts';

/** Debits minus credits per account, in the order of `ACCOUNTS`. */
export type Balances = readonly Cents[];

export const NO_BALANCES: Balances = ACCOUNTS.map(() => 0n);

export function balanceOf(balances: Balances, account: Account): Cents {
  return balances[accountIndex(account)] ?? 0n;
}

/** What stands to the customer's or the lender's credit: the balance with its sign turned. */
export function creditOf(balances: Balances, account: Account): Cents {
  return -balanceOf(balances, account);
}

export function post(balances: Balances, postings: readonly Posting[]): Balances {
  const next = [...balances];
  while (next.length < ACCOUNTS.length) next.push(0n);
  for (const { debit, credit, cents } of postings) {
    const to = accountIndex(debit);
    const from = accountIndex(credit);
    next[to] = (next[to] ?? 0n) + cents;
    next[from] = (next[from] ?? 0n) - cents;
  }
  return next;
}

/** The accounts whose balance has a sign it must never have; empty when all is well. */
export function wrongSigns(balances: Balances): Account[] {
  return [
    ...RECEIVABLES.filter((account) => balanceOf(balances, account) < 0n),
    ...HELD_FOR_CUSTOMER.filter((account) => balanceOf(balances, account) > 0n),
  ];
}
