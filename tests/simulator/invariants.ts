/** What must be true of the ledger whatever happened. */
import { payoffCents } from '@roadbook/domain/loan/payoff';
import { same } from './disagreement.ts';
import type { Promised } from './oracle/promise.ts';
import { type Shell, sumOf } from './shell.ts';

/** Principal paid, by the lines a person reads, and outstanding make the principal lent. */
export function principalIsConserved(shell: Shell, promise: Promised): void {
  if (promise.product !== 'loan') return;
  const { principalPaid } = shell.running;
  const kept = sumOf(shell, 'principal') + principalPaid;
  same('principal paid and outstanding', kept, promise.opening.principalCents);
}

/** The end is an end: closed, charged off, or open for a reason that stands in the books. */
export function atTheEnd({ contract, sums }: Shell, promise: Promised): void {
  if (contract.product === 'loan') {
    const { status, facts } = contract;
    const waits = status === 'paid-in-full' && facts.clearing.length > 0;
    const isOpen = status === 'active' || status === 'matured';
    const owes = isOpen && payoffCents(contract, contract.facts.lastEffective) > 0n;
    same('the end', status === 'closed' || status === 'charged-off' || waits || owes, true);
    return;
  }
  if (contract.status === 'charged-off') return;
  same('the status at the end of a lease', contract.status, 'holdover');
  if (promise.product !== 'lease') return;
  const asset =
    promise.accounting === 'operating' ? 'vehicle-under-lease' : 'net-investment-in-lease';
  same('the book value at the end of a lease', sums.get(asset), promise.residualCents);
}
