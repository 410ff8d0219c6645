import type { BoardingChecks } from '../../lender/boarding-checks.ts';
import type { Fault } from '../read/reject.ts';
import { codes, type Stated, written } from '../read/schema/ex102-record.ts';
import { isChargedOff } from '../read/schema/required-for-boarding.ts';

/** What a loan's end balance means: still owed, charged off, owed back, or left over at its end. */
export type LoanEnd =
  | { readonly end: 'running' | 'charged-off' | 'closed'; readonly memoCents: bigint }
  | { readonly end: 'overpaid'; readonly memoCents: bigint; readonly creditCents: bigint };

/** Sold, repurchased or moved to another servicer: whatever the balance is, it is not owed here. */
const LEFT_THE_BOOKS = ['2', '3', '5'];

/**
 * How a loan stands by its end balance and the code of its end. A balance below zero is owed back.
 * One that is said to have ended with a small balance is closed, and the balance kept as a memo; a
 * large one contradicts the code.
 */
export function loanEnd(
  record: Stated,
  balanceCents: bigint,
  { closedBalanceCents }: BoardingChecks,
): LoanEnd | Fault {
  if (balanceCents < 0n) return { end: 'overpaid', memoCents: 0n, creditCents: -balanceCents };
  if (isChargedOff(record)) return { end: 'charged-off', memoCents: 0n };
  const ended = codes(record, 'zeroBalanceCode');
  if (ended.length === 0 && balanceCents > 0n) return { end: 'running', memoCents: 0n };
  const isElsewhere = ended.some((code) => LEFT_THE_BOOKS.includes(code));
  if (balanceCents <= closedBalanceCents || isElsewhere) {
    return { end: 'closed', memoCents: balanceCents };
  }
  return {
    element: 'zeroBalanceCode',
    value: `${ended.join(' | ')}, with a balance of ${written(record, BALANCE)}`,
    rule: 'zero-balance-code-with-balance',
    sentence: 'The code says that nothing is owed any more, and the end balance is over zero.',
    accepted: 'no zeroBalanceCode, a small end balance, or code 4 for a charge-off',
  };
}

const BALANCE = 'reportingPeriodActualEndBalanceAmount';
