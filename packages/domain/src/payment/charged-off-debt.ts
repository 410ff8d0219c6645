import type { Contract } from '../contract/contract.ts';
import { leaseFees } from '../lease/amount-due.ts';
import { creditOf } from '../ledger/balances.ts';
import { loanFees } from '../loan/payoff.ts';
import { type Breakdown, breakdown, line, withoutZeros } from '../money/breakdown.ts';

/**
 * What is still owed of a contract that was charged off: what left the books, and the fees that
 * stayed in them, less what was paid since. No interest grows on it.
 */
export function chargedOffDebt(contract: Contract): Breakdown {
  const { facts, balances } = contract;
  const fees = contract.product === 'loan' ? loanFees(contract) : leaseFees(contract);
  return breakdown(
    withoutZeros([
      line('charged-off', 'charged-off', facts.end.chargedOffCents),
      line('fees', 'fees-unpaid', fees),
      line('recovery', 'charged-off-recovery', -creditOf(balances, 'recoveries')),
    ]),
  );
}
