import type { LeaseContract } from '../../contract/contract.ts';
import { disputedLines } from '../../contract/give-back.ts';
import { RECEIVABLES } from '../../ledger/account.ts';
import { balanceOf, creditOf } from '../../ledger/balances.ts';
import type { Cents } from '../../money/cents.ts';

/** What a lease whose car is back still owes: every receivable, whenever it falls due. */
export function owedInAll({ balances }: LeaseContract): Cents {
  return RECEIVABLES.reduce((sum, account) => sum + balanceOf(balances, account), 0n);
}

/**
 * Whether a lease has come to its end: the car is back, the last bill stands, nothing is owed or
 * disputed, and no money can come back or waits to be given back.
 */
export function isSettled(lease: LeaseContract): boolean {
  const { status, facts, balances } = lease;
  return (
    status === 'turned-in' &&
    facts.giveBack.bills.some(({ isLast }) => isLast) &&
    disputedLines(facts.giveBack).length === 0 &&
    facts.clearing.length === 0 &&
    creditOf(balances, 'unapplied') === 0n &&
    owedInAll(lease) === 0n
  );
}
