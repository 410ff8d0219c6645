import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import {
  FIVE_PERCENT,
  LEASE_TERMS,
  leaseTerms,
  sampleLease,
} from '../../testing/sample-contracts.ts';
import type { LeaseContract } from '../contract/contract.ts';
import { begin } from '../contract/record.ts';
import { sumCents } from '../money/cents.ts';
import { addDays, date } from '../time/calendar.ts';
import { leaseAmountDue, leaseLateFee, leaseTolerance, openOn } from './amount-due.ts';
import { billDue } from './bill.ts';
import { leaseDueDate, leasePaymentsDueBy } from './lease-calendar.ts';
import { totalOf } from './lease-charge.ts';
import { applyToOpen } from './open-payments.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

/** The sample lease boarded on a day, with so much paid of what had fallen due, or ahead of it. */
function leasePaid(billed: number, paidCents: bigint): LeaseContract {
  const all = Array.from({ length: billed }, (_, index) => ({
    number: index + 1,
    dueDate: leaseDueDate(LEASE_TERMS, index + 1),
    baseCents: 443_46n,
    taxCents: 31_04n,
  }));
  const { open, leftCents } = applyToOpen(all, paidCents);
  return sampleLease(LEASE_TERMS, { billed, open, prepaidCents: leftCents });
}

describe('what a lessee owes on a day', () => {
  test('is told with its dates, its fee and the days past due', () => {
    checkTable(read('amount-due'), (row) => {
      const lease = leasePaid(row.count('billed'), row.cents('paid'));
      const due = leaseAmountDue(lease, row.date('on'));
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

  const anyLease = fc
    .tuple(fc.integer({ min: 0, max: 36 }), fc.bigInt({ min: 0n, max: 18_000_00n }))
    .map(([billed, paid]) => leasePaid(billed, paid));
  const anyDay = fc.integer({ min: 0, max: 1_200 }).map((n) => addDays(date('2026-01-10'), n));

  test('is the sum of its lines: past due, fees and the next payment', () => {
    fc.assert(
      fc.property(anyLease, anyDay, (lease, on) => {
        const due = leaseAmountDue(lease, on);
        expect(sumCents(due.total.lines.map(({ cents }) => cents))).toBe(due.total.totalCents);
        expect(due.pastDueCents + due.feesCents + due.nextPaymentCents).toBe(due.total.totalCents);
      }),
    );
  });

  test('does not depend on whether the close has posted what fell due', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 3_000_00n }), anyDay, (paid, on) => {
        const late = leasePaid(0, paid);
        const posted = billDue(begin(late), on).contract;
        expect(leasePaymentsDueBy(LEASE_TERMS, on)).toBe(posted.facts.billed);
        const told = leaseAmountDue(late, on);
        expect(leaseAmountDue(posted, on)).toEqual(told);
        expect(sumCents(openOn(late, on).map(totalOf))).toBe(
          sumCents(posted.facts.open.map(totalOf)),
        );
      }),
    );
  });

  test('never asks twice for the payment of today', () => {
    const today = date('2026-02-10');
    const due = leaseAmountDue(leasePaid(2, 474_50n + 200_00n), today);
    expect(due.pastDueCents).toBe(0n);
    expect(due.nextDueDate).toBe(today);
    expect(due.total.totalCents).toBe(274_50n);
  });
});

describe('the late fee of a lease payment', () => {
  test('looks at base and tax as its rule says', () => {
    checkTable(read('late-fee-base'), (row) => {
      const lateFee = {
        ...FIVE_PERCENT,
        base: row.text('base of') as 'unpaid-part' | 'whole-installment',
        withTax: row.text('with tax') === 'yes',
      };
      const terms = leaseTerms({ policy: { ...LEASE_TERMS.policy, lateFee } });
      const { open } = applyToOpen(leasePaid(1, 0n).facts.open, row.cents('paid'));
      const lease = sampleLease(terms, { billed: 1, open });
      return {
        unpaid: sumCents(open.map(totalOf)),
        fee: leaseAmountDue(lease, date('2026-01-15')).lateFee?.feeCents ?? 0n,
      };
    });
  });

  test('is nothing where the contract has none', () => {
    const terms = leaseTerms({ policy: { ...LEASE_TERMS.policy, lateFee: null } });
    const lease = sampleLease(terms);
    expect(leaseLateFee(lease, 1, 443_46n)).toBe(0n);
    expect(leaseAmountDue(lease, date('2026-01-12')).lateFee).toBeNull();
  });

  test('is nothing when nothing is unpaid', () => {
    expect(leaseLateFee(sampleLease(), 1, 0n)).toBe(0n);
  });

  test('tolerates what the policy tolerates', () => {
    expect(leaseTolerance(sampleLease())).toBe(4_74n);
  });
});
