import { expect, test } from 'vitest';
import { beginLife, closeThrough, payOn } from '../../../testing/life.ts';
import { loanTerms, sampleLoan } from '../../../testing/sample-contracts.ts';
import { payoffCents } from '../../loan/payoff.ts';
import { date } from '../../time/calendar.ts';
import { standingOfLoan } from './standing-of-loan.ts';

test('after the last due date everything that is left is past due', () => {
  const loan = sampleLoan(loanTerms({ amountFinancedCents: 2_000_00n, installmentCount: 3 }));
  let life = beginLife(loan);
  for (const day of ['2026-02-20', '2026-03-25']) life = payOn(life, day, 600_00n);
  life = closeThrough(life, '2026-04-20');
  const today = date('2026-04-21');
  const { pastDue, feesCents, owed, nextDueDate } = standingOfLoan(life.contract, today);
  expect(nextDueDate).toBeNull();
  const left = pastDue.reduce((sum, { unpaidCents }) => sum + unpaidCents, 0n);
  expect(left + feesCents).toBe(payoffCents(life.contract, today));
  expect(owed.totalCents).toBe(left + feesCents);
  expect(pastDue.at(-1)?.dueDate).toBe('2026-04-15');
});

test('a loan that is paid off owes nothing and says so', () => {
  const life = closeThrough(beginLife(sampleLoan()), '2026-02-20');
  const today = date('2026-02-21');
  const whole = payoffCents(life.contract, today);
  const paid = payOn(life, today, whole, { purpose: 'payoff' });
  const { status, owed, due } = standingOfLoan(paid.contract, today);
  expect([status, owed.totalCents, due.totalCents]).toEqual(['paid-off', 0n, 0n]);
});
