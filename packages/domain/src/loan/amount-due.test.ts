import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { loanTerms, sampleLoan } from '../../testing/sample-contracts.ts';
import type { LoanContract } from '../contract/contract.ts';
import { post } from '../ledger/balances.ts';
import { posting } from '../ledger/posting.ts';
import { sumCents } from '../money/cents.ts';
import { addDays, date } from '../time/calendar.ts';
import { dueCents, loanAmountDue, pastDueCents } from './amount-due.ts';
import { payoffCents } from './payoff.ts';

const cases = readFileSync(new URL('./cases/amount-due.txt', import.meta.url), 'utf8');

/** The sample loan after so much was paid toward its installments, with so much principal left. */
function loanPaid(paidTowardCents: bigint, principalCents: bigint, interestFrom: string) {
  const opening = { principalCents, interestFrom: date(interestFrom) };
  const loan = sampleLoan(loanTerms(), opening);
  return { ...loan, facts: { ...loan.facts, paidTowardCents } };
}

describe('what a borrower owes on a day', () => {
  test('is told with its dates, its fee and the days past due', () => {
    checkTable(cases, (row) => {
      const loan = loanPaid(row.cents('paid'), row.cents('principal'), row.text('interest from'));
      const due = loanAmountDue(loan, row.date('on'));
      return {
        'past due': due.pastDueCents,
        'next due': due.nextDueDate,
        next: due.nextPaymentCents,
        total: due.total.totalCents,
        'days late': due.daysPastDue,
        'pay by': due.lateFee?.payBy ?? null,
        fee: due.lateFee?.feeCents ?? null,
      };
    });
  });

  const anyLoan = fc
    .record({
      paid: fc.bigInt({ min: 0n, max: 30_000_00n }),
      principal: fc.bigInt({ min: 0n, max: 25_000_00n }),
      fee: fc.bigInt({ min: 0n, max: 50_00n }),
    })
    .map(({ paid, principal, fee }) => {
      const loan = loanPaid(paid, principal, '2026-01-15');
      const fees = fee === 0n ? [] : [posting('late-fees-receivable', 'fee-income', fee)];
      return { ...loan, balances: post(loan.balances, fees) };
    });
  const anyDay = fc.integer({ min: 0, max: 2_500 }).map((n) => addDays(date('2026-01-15'), n));

  test('is the sum of its lines: past due, fees and the next payment', () => {
    fc.assert(
      fc.property(anyLoan, anyDay, (loan, on) => {
        const due = loanAmountDue(loan, on);
        expect(sumCents(due.total.lines.map(({ cents }) => cents))).toBe(due.total.totalCents);
        expect(due.pastDueCents + due.feesCents + due.nextPaymentCents).toBe(due.total.totalCents);
      }),
    );
  });

  test('is never more than what ends the loan on the next due date', () => {
    fc.assert(
      fc.property(anyLoan, anyDay, (loan, on) => {
        const due = loanAmountDue(loan, on);
        expect(due.total.totalCents <= payoffCents(loan, due.nextDueDate ?? on)).toBe(true);
        expect(due.pastDueCents <= dueCents(loan, on)).toBe(true);
        expect(due.pastDueCents).toBe(pastDueCents(loan, on));
      }),
    );
  });

  test('after maturity is everything that is owed', () => {
    fc.assert(
      fc.property(anyLoan, fc.integer({ min: 1, max: 400 }), (loan, days) => {
        const on = addDays(date('2031-01-15'), days);
        const due = loanAmountDue(loan, on);
        expect(due.total.totalCents).toBe(payoffCents(loan, on));
        expect(due.nextDueDate).toBeNull();
      }),
    );
  });

  test.each<LoanContract['status']>(['paid-in-full', 'closed', 'charged-off'])(
    'is nothing when the loan is %s',
    (status) => {
      const loan = { ...sampleLoan(loanTerms(), { principalCents: 0n }), status };
      const due = loanAmountDue(loan, date('2027-01-01'));
      expect(due.total.totalCents).toBe(0n);
      expect(due.daysPastDue).toBe(0);
      expect(due.lateFee).toBeNull();
    },
  );
});
