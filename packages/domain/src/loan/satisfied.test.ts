import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loanTerms, sampleLoan } from '../../testing/sample-contracts.ts';
import { sumCents } from '../money/cents.ts';
import { addDays, date } from '../time/calendar.ts';
import { toleranceOf } from './installment.ts';
import { payoffCents } from './payoff.ts';
import { isWithinTolerance, satisfiedInstallments, unpaidInstallment } from './satisfied.ts';

const terms = loanTerms();
const loanAfter = (principalCents: bigint, paidTowardCents: bigint) => {
  const loan = sampleLoan(terms, { principalCents });
  return { ...loan, facts: { ...loan.facts, paidTowardCents } };
};

describe('what is left of a loan', () => {
  test('within the tolerance satisfies every installment, whatever money brought it there', () => {
    const tolerance = toleranceOf(terms, 1);
    expect(isWithinTolerance(loanAfter(tolerance, 0n))).toBe(true);
    expect(satisfiedInstallments(loanAfter(tolerance, 0n))).toBe(60);
    expect(isWithinTolerance(loanAfter(tolerance + 1n, 0n))).toBe(false);
    expect(satisfiedInstallments(loanAfter(tolerance + 1n, 489_04n))).toBe(1);
  });

  test('caps the unpaid parts of installments: together they are never more than it', () => {
    const principal = fc.bigInt({ min: 0n, max: 25_000_00n });
    const paid = fc.bigInt({ min: 0n, max: 30_000_00n });
    fc.assert(
      fc.property(principal, paid, fc.integer({ min: 0, max: 2_500 }), (owed, toward, days) => {
        const loan = loanAfter(owed, toward);
        const on = addDays(date('2026-01-15'), days);
        const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
        const unpaid = numbers.map((number) => unpaidInstallment(loan, number, on));
        for (const cents of unpaid) expect(cents >= 0n && cents <= 489_04n).toBe(true);
        expect(sumCents(unpaid) <= payoffCents(loan, on)).toBe(true);
        const scheduled = 60n * 489_04n - toward;
        const all = scheduled < 0n ? 0n : scheduled;
        const payoff = payoffCents(loan, on);
        expect(sumCents(unpaid)).toBe(all < payoff ? all : payoff);
      }),
    );
  });

  test('is owed first for the oldest installment', () => {
    const loan = loanAfter(500_00n, 0n);
    const on = date('2026-01-15');
    expect([1, 2, 3].map((number) => unpaidInstallment(loan, number, on))).toEqual([
      489_04n,
      10_96n,
      0n,
    ]);
  });
});
