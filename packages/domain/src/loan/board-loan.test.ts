import { describe, expect, test } from 'vitest';
import { LOAN_TERMS, sampleLoan } from '../../testing/sample-contracts.ts';
import { balanceOf } from '../ledger/balances.ts';
import { date } from '../time/calendar.ts';
import { payoffCents } from './payoff.ts';
import { satisfiedInstallments } from './satisfied.ts';

describe('a loan that is boarded', () => {
  test('accrues from the day interest is paid through, not from the cut-off', () => {
    const loan = sampleLoan(LOAN_TERMS, {
      asOf: date('2026-08-31'),
      principalCents: 22_500_00n,
      unpaidInterestCents: 12_34n,
      otherFeesCents: 25_00n,
      interestFrom: date('2026-08-12'),
      satisfiedInstallments: 7,
    });
    expect(balanceOf(loan.balances, 'principal')).toBe(22_500_00n);
    expect(balanceOf(loan.balances, 'portfolio-opening')).toBe(-22_537_34n);
    // 22,500.00 at 6.49 % for 19 days is 76.01.
    expect(payoffCents(loan, date('2026-08-31'))).toBe(22_537_34n + 76_01n);
    expect(loan.facts.paidTowardCents).toBe(7n * 489_04n);
    expect(satisfiedInstallments(loan)).toBe(7);
    expect(loan.status).toBe('active');
  });

  test('leaves the late fees of the time before to who serviced it then', () => {
    // The fee of the installment due on 2026-02-15 falls at the close of 2026-03-03.
    const decidedBy = (asOf: string) =>
      sampleLoan(LOAN_TERMS, { asOf: date(asOf) }).facts.lateFees.decided;
    expect(decidedBy('2026-01-15')).toBe(0);
    expect(decidedBy('2026-03-02')).toBe(0);
    expect(decidedBy('2026-03-03')).toBe(1);
    expect(decidedBy('2040-01-01')).toBe(60);
  });

  test('as charged off owes nothing on the books and keeps the balance as a memo', () => {
    const loan = sampleLoan(LOAN_TERMS, { principalCents: 0n, chargedOffCents: 9_876_54n });
    expect(loan.status).toBe('charged-off');
    expect(loan.facts.end.chargedOffCents).toBe(9_876_54n);
    expect(loan.balances.every((cents) => cents === 0n)).toBe(true);
    expect(payoffCents(loan, date('2027-01-01'))).toBe(0n);
  });

  test('with nothing owed is closed', () => {
    const loan = sampleLoan(LOAN_TERMS, {
      principalCents: 0n,
      satisfiedInstallments: 60,
      endedOn: date('2026-01-10'),
    });
    expect(loan.status).toBe('closed');
    expect(loan.facts.end.on).toBe('2026-01-10');
  });
});
