import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import { beginLife, closeThrough, paymentOf, payOn } from '../../../testing/life.ts';
import { LEASE_TERMS, sampleLease } from '../../../testing/sample-contracts.ts';
import type { LeaseContract } from '../../contract/contract.ts';
import { leaseAmountDue } from '../../lease/amount-due.ts';
import { adjustedLeaseBalance, leaseSchedule } from '../../lease/lease-balance.ts';
import { balanceOf, creditOf, post } from '../../ledger/balances.ts';
import { postingUnlessZero } from '../../ledger/posting.ts';
import { sumCents } from '../../money/cents.ts';
import { date } from '../../time/calendar.ts';
import { receivePayment } from '../receive-payment.ts';

const cases = readFileSync(new URL('./cases/lease-payments.txt', import.meta.url), 'utf8');

describe('a payment on a lease', () => {
  test('pays the oldest lease payment, charges, late fees, then what is to come', () => {
    checkTable(cases, (row) => {
      const boarded = sampleLease(LEASE_TERMS, { otherFeesCents: row.cents('other fees') });
      const fees = row.cents('late fees');
      const lease: LeaseContract = {
        ...boarded,
        balances: post(
          boarded.balances,
          postingUnlessZero('late-fees-receivable', 'fee-income', fees),
        ),
      };
      const command = paymentOf(row.cents('money'), row.text('on'));
      const outcome = receivePayment(lease, command, row.date('on'), null);
      if (outcome.outcome !== 'decided') throw new Error(JSON.stringify(outcome));
      const { lines } = outcome.entries.at(-1)!;
      const to = (label: string): bigint =>
        sumCents(lines.filter((each) => each.label === label).map(({ cents }) => cents));
      return {
        'to base': to('base-payment'),
        'to tax': to('tax'),
        'to other fees': to('other-fees'),
        'to late fees': to('late-fees'),
        prepaid: to('prepaid'),
        unapplied: to('unapplied'),
      };
    });
  });

  test('of an insurer pays no lease payment and waits for the end of the lease', () => {
    const life = beginLife(sampleLease(LEASE_TERMS, { otherFeesCents: 25_00n }));
    const standing = (purpose: 'insurance' | 'gap' | 'addon-refund' | 'recovery') => {
      const { contract } = payOn(life, '2026-01-15', 15_000_00n, { purpose });
      const { balances, facts } = contract;
      expect(facts.open.map(({ number }) => number)).toEqual([1]);
      expect(creditOf(balances, 'prepaid-lease-payments')).toBe(0n);
      const due = leaseAmountDue(contract, date('2026-01-15'));
      expect(due.oldestUnsatisfiedDueDate).toBe(date('2026-01-10'));
      return (['insurance-proceeds', 'gap-proceeds', 'unapplied'] as const).map((account) =>
        creditOf(balances, account),
      );
    };
    expect(standing('insurance')).toEqual([15_000_00n, 0n, 0n]);
    expect(standing('gap')).toEqual([0n, 15_000_00n, 0n]);
    // The charges of 25.00 are paid, and what nothing can use goes back to the payer.
    expect(standing('addon-refund')).toEqual([0n, 0n, 14_975_00n]);
    expect(standing('recovery')).toEqual([0n, 0n, 14_975_00n]);
  });

  test('posts what fell due by its day first, under numbers of its own', () => {
    const { history } = payOn(beginLife(sampleLease()), '2026-02-10', 949_00n);
    expect(history.map(({ kind }) => kind)).toEqual([
      'boarded',
      'lease-payment-due',
      'late-fee',
      'lease-payment-due',
      'payment',
    ]);
    expect(history.at(-1)?.payment?.paymentSeq).toBe(history.at(-1)?.seq);
  });

  test('ahead changes no rent charge and no adjusted lease balance', () => {
    const life = payOn(beginLife(sampleLease()), '2026-01-15', 2_000_00n);
    const on = date('2026-03-01');
    const { terms } = life.contract;
    expect(adjustedLeaseBalance(terms, on)).toEqual(adjustedLeaseBalance(LEASE_TERMS, on));
    expect(leaseSchedule(terms)).toEqual(leaseSchedule(LEASE_TERMS));
    expect(creditOf(life.contract.balances, 'prepaid-lease-payments')).toBe(1_525_50n);
    const later = closeThrough(life, '2026-03-10').contract;
    expect(later.facts.open).toEqual([]);
    expect(creditOf(later.balances, 'prepaid-lease-payments')).toBe(576_50n);
  });

  test('is a recovery once the lease is charged off', () => {
    const lease: LeaseContract = { ...sampleLease(), status: 'charged-off' };
    const outcome = receivePayment(
      lease,
      paymentOf(500_00n, '2026-03-01'),
      date('2026-03-01'),
      null,
    );
    if (outcome.outcome !== 'decided') throw new Error(outcome.outcome);
    expect(outcome.entries).toHaveLength(1);
    expect(balanceOf(outcome.entries[0]!.after.balances, 'recoveries')).toBe(-500_00n);
  });
});
