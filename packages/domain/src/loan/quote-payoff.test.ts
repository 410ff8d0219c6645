import { describe, expect, test } from 'vitest';
import { sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import type { LoanContract } from '../contract/contract.ts';
import { addDays, date } from '../time/calendar.ts';
import { payoffAhead } from './payoff-ahead.ts';
import { QUOTE_DAYS_AHEAD_MAX, quotePayoff } from './quote-payoff.ts';

const today = date('2026-03-01');

function refusalCode(...args: Parameters<typeof quotePayoff>): string {
  const outcome = quotePayoff(...args);
  return outcome.outcome === 'refused' ? outcome.code : outcome.outcome;
}

describe('quoting a payoff', () => {
  test('stores the amount of every day and moves no money', () => {
    const loan = sampleLoan();
    const outcome = quotePayoff(loan, date('2026-03-05'), today);
    if (outcome.outcome !== 'decided') throw new Error(outcome.outcome);
    const [entry] = outcome.entries;
    expect(outcome.entries).toHaveLength(1);
    expect(entry!.postings).toEqual([]);
    expect(entry!.after.balances).toEqual(loan.balances);
    const promised = entry!.memo!.days!.split(' ').map((day) => day.split('='));
    expect(promised).toHaveLength(11);
    for (const [on, cents] of promised) {
      expect(BigInt(cents!)).toBe(payoffAhead(loan, date(on!), today).totalCents);
    }
    expect(outcome.receipt.goodThrough).toBe('2026-03-15');
    const { totalCents } = payoffAhead(loan, date('2026-03-05'), today);
    expect(outcome.receipt.amountCents).toBe(totalCents);
  });

  test('is refused for a day past, too far ahead, or a lease', () => {
    const loan = sampleLoan();
    const last = addDays(today, QUOTE_DAYS_AHEAD_MAX);
    expect(refusalCode(loan, addDays(today, -1), today)).toBe('quote-date-past');
    expect(refusalCode(loan, addDays(last, 1), today)).toBe('quote-date-too-far');
    expect(refusalCode(loan, last, today)).toBe('decided');
    expect(refusalCode(sampleLease(), today, today)).toBe('quote-not-for-this-contract');
  });

  test.each<[LoanContract['status'], string]>([
    ['active', 'decided'],
    ['matured', 'decided'],
    ['paid-in-full', 'nothing-owed'],
    ['closed', 'nothing-owed'],
    ['charged-off', 'contract-charged-off'],
  ])('of a loan that is %s: %s', (status, expected) => {
    expect(refusalCode({ ...sampleLoan(), status }, today, today)).toBe(expected);
  });
});
