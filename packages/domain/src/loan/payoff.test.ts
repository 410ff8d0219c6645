import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { loanTerms, sampleLoan } from '../../testing/sample-contracts.ts';
import type { LoanContract } from '../contract/contract.ts';
import { post } from '../ledger/balances.ts';
import { postingUnlessZero } from '../ledger/posting.ts';
import { sumCents } from '../money/cents.ts';
import { addDays, date } from '../time/calendar.ts';
import type { DayCount } from '../time/day-count.ts';
import { payoff, payoffCents } from './payoff.ts';
import { payoffAhead, payoffQuote } from './payoff-ahead.ts';

const cases = readFileSync(new URL('./cases/payoff.txt', import.meta.url), 'utf8');

type Owed = {
  principalCents: bigint;
  ratePpb: bigint;
  dayCount: DayCount;
  unpaidInterestCents: bigint;
  otherFeesCents: bigint;
  lateFeesCents: bigint;
  unappliedCents: bigint;
};

function loanOwing(owed: Owed, interestFrom: string): LoanContract {
  const terms = loanTerms({ annualRatePpb: owed.ratePpb, dayCount: owed.dayCount });
  const loan = sampleLoan(terms, { ...owed, interestFrom: date(interestFrom) });
  const balances = post(loan.balances, [
    ...postingUnlessZero('late-fees-receivable', 'fee-income', owed.lateFeesCents),
    ...postingUnlessZero('cash', 'unapplied', owed.unappliedCents),
  ]);
  return { ...loan, balances };
}

const anyLoan = fc
  .record({
    principalCents: fc.bigInt({ min: 1n, max: 150_000_00n }),
    ratePpb: fc.bigInt({ min: 0n, max: 360_000_000n }),
    dayCount: fc.constantFrom<DayCount>('actual/365', 'actual/actual', '30/360'),
    unpaidInterestCents: fc.bigInt({ min: 0n, max: 900_00n }),
    otherFeesCents: fc.bigInt({ min: 0n, max: 100_00n }),
    lateFeesCents: fc.bigInt({ min: 0n, max: 100_00n }),
    unappliedCents: fc.bigInt({ min: 0n, max: 100_00n }),
  })
  .map((owed) => loanOwing(owed, '2026-03-01'));
const anyDay = fc.integer({ min: 0, max: 800 }).map((n) => addDays(date('2026-03-01'), n));

describe('the payoff', () => {
  test('is principal, interest to the day, and fees, less money not yet used', () => {
    checkTable(cases, (row) => {
      const owed = {
        principalCents: row.cents('principal'),
        ratePpb: row.percent('rate'),
        dayCount: row.text('day count') as DayCount,
        unpaidInterestCents: row.cents('unpaid interest'),
        otherFeesCents: row.cents('other fees'),
        lateFeesCents: row.cents('late fees'),
        unappliedCents: row.cents('unapplied'),
      };
      const loan = loanOwing(owed, row.text('interest from'));
      return { payoff: payoff(loan, row.date('on')).totalCents };
    });
  });

  test('is the sum of its lines and the same by either way', () => {
    fc.assert(
      fc.property(anyLoan, anyDay, (loan, on) => {
        const { lines, totalCents } = payoff(loan, on);
        expect(sumCents(lines.map(({ cents }) => cents))).toBe(totalCents);
        expect(payoffCents(loan, on)).toBe(totalCents);
      }),
    );
  });

  test('never falls from one day to the next, and rises by about one day of interest', () => {
    fc.assert(
      fc.property(anyLoan, anyDay, (loan, on) => {
        const rise = payoffCents(loan, addDays(on, 1)) - payoffCents(loan, on);
        expect(rise >= 0n).toBe(true);
        const year = loan.terms.dayCount === '30/360' ? 360n : 365n;
        const perDay = loan.balances[0]! * loan.terms.annualRatePpb;
        const cap = perDay / (1_000_000_000n * year);
        const days = loan.terms.dayCount === '30/360' ? 3n : 1n;
        expect(rise <= (cap + 1n) * days + 1n).toBe(true);
      }),
    );
  });

  test('before the day interest is paid through holds no interest', () => {
    fc.assert(
      fc.property(anyLoan, (loan) => {
        expect(payoffCents(loan, date('2026-01-01'))).toBe(payoffCents(loan, date('2026-03-01')));
      }),
    );
  });

  test('has no line that is zero beside its principal', () => {
    fc.assert(
      fc.property(anyLoan, anyDay, (loan, on) => {
        const [, ...others] = payoff(loan, on).lines;
        expect(others.every(({ cents }) => cents !== 0n)).toBe(true);
        expect(payoff(loan, date('2026-03-01')).lines.map(({ label }) => label)).not.toContain(
          'interest',
        );
      }),
    );
  });
});

describe('a payoff quote', () => {
  test('promises every day from the formula, not from a rounded per diem', () => {
    fc.assert(
      fc.property(anyLoan, anyDay, fc.integer({ min: 0, max: 60 }), (loan, quotedOn, ahead) => {
        const from = addDays(quotedOn, ahead);
        const quote = payoffQuote(loan, quotedOn, from);
        expect(quote.days.map(({ on }) => on)).toEqual(
          Array.from({ length: 11 }, (_, n) => addDays(from, n)),
        );
        for (const day of quote.days)
          expect(day.payoff).toEqual(payoffAhead(loan, day.on, quotedOn));
        expect(quote.goodThrough).toBe(addDays(from, 10));
      }),
    );
  });

  test('begins no earlier than the day it is made, and names money still on its way', () => {
    const loan = sampleLoan();
    const waiting = { seq: 2, amountCents: 489_04n, clearsOn: date('2026-02-25') };
    const quote = payoffQuote(
      { ...loan, facts: { ...loan.facts, clearing: [waiting] } },
      date('2026-02-16'),
      date('2026-02-01'),
    );
    expect(quote.from).toBe('2026-02-16');
    expect(quote.provided).toEqual([waiting]);
  });
});
