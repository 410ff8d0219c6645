import { describe, expect, test } from 'vitest';
import { LEASE_TERMS, leaseTerms, sampleLease } from '../../testing/sample-contracts.ts';
import { balanceOf, creditOf } from '../ledger/balances.ts';
import { date } from '../time/calendar.ts';
import { leaseSchedule } from './lease-balance.ts';

const open = [
  { number: 11, dueDate: date('2026-11-10'), baseCents: 100_00n, taxCents: 7_00n },
  { number: 12, dueDate: date('2026-12-10'), baseCents: 443_46n, taxCents: 31_04n },
];

describe('a lease that is boarded', () => {
  test('brings what is owed and held, and its vehicle at book value', () => {
    const terms = leaseTerms({ securityDepositCents: 350_00n });
    const lease = sampleLease(terms, {
      asOf: date('2026-12-22'),
      billed: 12,
      open,
      prepaidCents: 0n,
      otherFeesCents: 20_00n,
    });
    const { balances } = lease;
    expect(balanceOf(balances, 'lease-payments-receivable')).toBe(543_46n);
    expect(balanceOf(balances, 'tax-receivable')).toBe(38_04n);
    expect(balanceOf(balances, 'other-fees-receivable')).toBe(20_00n);
    expect(creditOf(balances, 'security-deposit')).toBe(350_00n);
    // 12,255.50 over 36 months is 340.43 and two cents more, which the first two months take.
    expect(balanceOf(balances, 'vehicle-under-lease')).toBe(32_145_50n - 12n * 340_43n - 2n);
    expect(balances.reduce((sum, cents) => sum + cents, 0n)).toBe(0n);
    expect(lease.status).toBe('active');
  });

  test('under finance accounting brings the net investment instead', () => {
    const terms = leaseTerms({ accounting: 'finance' });
    const lease = sampleLease(terms, { asOf: date('2026-12-22'), billed: 12 });
    const book = leaseSchedule(terms)[11]!.endBalanceCents;
    expect(balanceOf(lease.balances, 'net-investment-in-lease')).toBe(book);
    const fresh = sampleLease(terms, { asOf: date('2026-01-09') });
    expect(balanceOf(fresh.balances, 'net-investment-in-lease')).toBe(32_145_50n);
  });

  test('that had ended brings no car, unless the car has only just come back', () => {
    const on = date('2026-12-01');
    const boarded = (status: 'turned-in' | 'closed' | 'charged-off', chargedOffCents: bigint) =>
      sampleLease(LEASE_TERMS, { billed: 12, ended: { status, on, chargedOffCents } });
    const back = boarded('turned-in', 0n);
    expect([back.status, back.facts.end.on]).toEqual(['turned-in', on]);
    expect(balanceOf(back.balances, 'vehicle-under-lease')).toBeGreaterThan(0n);
    const gone = boarded('charged-off', 9_876_54n);
    expect([gone.status, gone.facts.end.chargedOffCents]).toEqual(['charged-off', 9_876_54n]);
    expect(gone.balances.every((cents) => cents === 0n)).toBe(true);
    expect(boarded('closed', 0n).balances.every((cents) => cents === 0n)).toBe(true);
  });

  test('leaves the late fees of the time before to who serviced it then', () => {
    // The fee of a payment due on the 10th falls at the close of the 21st.
    const decidedBy = (asOf: string) =>
      sampleLease(LEASE_TERMS, { asOf: date(asOf), billed: 12 }).facts.lateFees.decided;
    expect(decidedBy('2026-12-20')).toBe(11);
    expect(decidedBy('2026-12-21')).toBe(12);
  });
});
