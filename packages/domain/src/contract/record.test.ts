import { describe, expect, test } from 'vitest';
import { sampleLoan } from '../../testing/sample-contracts.ts';
import { balanceOf } from '../ledger/balances.ts';
import { posting } from '../ledger/posting.ts';
import { date } from '../time/calendar.ts';
import { begin, record } from './record.ts';

const draft = (cents: bigint) => ({
  kind: 'late-fee' as const,
  effectiveDate: date('2026-03-03'),
  postings: [posting('cash', 'principal', cents)],
});

describe('an entry', () => {
  test('posts, takes the next number and carries the contract as it leaves it', () => {
    const loan = sampleLoan();
    const step = record(record(begin(loan), draft(1_00n)), draft(2_00n), { status: 'matured' });
    expect(step.entries.map(({ after }) => after.version)).toEqual([2, 3]);
    expect(step.entries[0]!.after.status).toBe('active');
    expect(step.contract.status).toBe('matured');
    expect(balanceOf(step.contract.balances, 'cash')).toBe(3_00n);
    expect(balanceOf(loan.balances, 'cash')).toBe(0n);
  });

  test('that would turn a sign is a bug: it throws and nothing is written', () => {
    const step = begin(sampleLoan());
    expect(() => record(step, draft(25_000_01n))).toThrow('would turn the sign of principal');
    expect(step.entries).toEqual([]);
  });
});
