import { type ContractOverview, isLate } from './next-step.ts';

/** The contracts by urgency: what is late longest, then by the next due date, then the rest. */
export function mostUrgentFirst(contracts: readonly ContractOverview[]): ContractOverview[] {
  return contracts.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** A text that sorts by urgency; of two alike, the number of the contract decides. */
function placeOf(contract: ContractOverview): string {
  const { status, amountDue, contractNumber, maturityDate } = contract;
  const { oldestUnsatisfiedDueDate, nextDueDate, asOf } = amountDue;
  if (status !== 'open') return `3 ${contractNumber}`;
  if (isLate(contract)) return `1 ${oldestUnsatisfiedDueDate ?? ''} ${contractNumber}`;
  // A car kept past the end of its lease costs rent every day, as something late does.
  const isOver = contract.product === 'lease' && maturityDate <= asOf;
  return `${isOver ? '1' : '2'} ${nextDueDate ?? maturityDate} ${contractNumber}`;
}
