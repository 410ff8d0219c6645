import { type ContractOverview, isLate } from './next-step.ts';

/** The contracts by urgency: what is late longest, then by the next due date, then the rest. */
export function mostUrgentFirst(contracts: readonly ContractOverview[]): ContractOverview[] {
  return contracts.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** A text that sorts by urgency; of two alike, the number of the contract decides. */
function placeOf(contract: ContractOverview): string {
  const { status, amountDue, contractNumber } = contract;
  const { oldestUnsatisfiedDueDate, nextDueDate } = amountDue;
  if (status !== 'open') return `4 ${contractNumber}`;
  if (isLate(contract)) return `1 ${oldestUnsatisfiedDueDate ?? ''} ${contractNumber}`;
  return `${nextDueDate === null ? '3' : '2'} ${nextDueDate ?? ''} ${contractNumber}`;
}
