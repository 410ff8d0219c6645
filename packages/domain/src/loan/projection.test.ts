import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loanTerms, onlySegment, sampleLoan } from '../../testing/sample-contracts.ts';
import { sumCents } from '../money/cents.ts';
import { addDays, date, daysBetween } from '../time/calendar.ts';
import { dueCents } from './amount-due.ts';
import { countOf } from './installment.ts';
import { payoffCents } from './payoff.ts';
import { projectLoan } from './projection.ts';

/** Interest rounded half up, on its own arithmetic: the oracle. */
function interestOver(principal: bigint, ratePpb: bigint, days: number): bigint {
  const year = 365_000_000_000n;
  return (2n * principal * ratePpb * BigInt(days) + year) / (2n * year);
}

const anyLoan = fc
  .record({
    amountFinancedCents: fc.bigInt({ min: 1_000_00n, max: 90_000_00n }),
    annualRatePpb: fc.bigInt({ min: 0n, max: 250_000_000n }),
    installmentCount: fc.integer({ min: 6, max: 84 }),
  })
  .map((changes) => sampleLoan(loanTerms(changes)));

describe('the rest of a loan', () => {
  test('from its first day is what the borrower signed, row by row', () => {
    fc.assert(
      fc.property(anyLoan, (loan) => {
        const { terms } = loan;
        let principal = terms.amountFinancedCents;
        let from = terms.originatedOn;
        for (const row of projectLoan(loan, terms.originatedOn)) {
          const interest = interestOver(
            principal,
            terms.annualRatePpb,
            daysBetween(from, row.dueDate),
          );
          expect(row.interestCents).toBe(interest);
          if (row.number < countOf(terms) && row.balanceCents > 0n) {
            expect(row.paymentCents).toBe(onlySegment(terms).installmentCents);
          }
          expect(row.paymentCents).toBe(row.interestCents + row.principalCents);
          principal -= row.principalCents;
          expect(row.balanceCents).toBe(principal);
          from = row.dueDate;
        }
        expect(principal).toBe(0n);
      }),
      { numRuns: 40 },
    );
  });

  test('pays back exactly what is owed, whatever was paid before and however late it is', () => {
    fc.assert(
      fc.property(
        anyLoan,
        fc.bigInt({ min: 0n, max: 20_000_00n }),
        fc.integer({ min: 0, max: 2_900 }),
        (fresh, paidTowardCents, days) => {
          const loan = { ...fresh, facts: { ...fresh.facts, paidTowardCents } };
          const on = addDays(loan.terms.originatedOn, days);
          const rows = projectLoan(loan, on);
          const owed = loan.terms.amountFinancedCents;
          expect(sumCents(rows.map(({ principalCents }) => principalCents))).toBe(owed);
          expect(rows.at(-1)?.balanceCents).toBe(0n);
          for (const row of rows) expect(row.dueDate >= on).toBe(true);
          const due = dueCents(loan, on);
          if (due > 0n) expect(rows[0]).toMatchObject({ dueDate: on, paymentCents: due });
          const numbers = rows.map(({ number }) => number);
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('after maturity is one payment of everything', () => {
    const loan = sampleLoan();
    const on = date('2031-03-01');
    expect(projectLoan(loan, on)).toMatchObject([
      { number: 1, dueDate: on, paymentCents: payoffCents(loan, on), balanceCents: 0n },
    ]);
  });

  test('of the sample loan begins with 137.80 of interest for 31 days', () => {
    const rows = projectLoan(sampleLoan(), date('2026-01-15'));
    expect(rows).toHaveLength(60);
    expect(rows[0]).toEqual({
      number: 1,
      dueDate: '2026-02-15',
      paymentCents: 489_04n,
      interestCents: 137_80n,
      principalCents: 351_24n,
      balanceCents: 24_648_76n,
    });
  });
});
