import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { LEASE_TERMS, sampleLease } from '@roadbook/domain/testing/sample-contracts';
import { date } from '@roadbook/domain/time/calendar';
import { describe, expect, test } from 'vitest';
import { leaseParts } from './lease-overview.ts';
import type { OverviewContext } from './overview-context.ts';

const PAYMENT = 474_50n;

/** The sample lease, payments 1 to 3 billed and paid, and so much paid ahead; today is 26 March. */
function overviewOf(prepaidCents: bigint) {
  const lease = sampleLease(LEASE_TERMS, {
    billed: 3,
    prepaidCents,
    odometer: { miles: 5_012, on: date('2026-03-01') },
  });
  const today = date('2026-03-26');
  const parts = leaseParts(lease, { today } as OverviewContext);
  return { ...parts, due: leaseAmountDue(lease, today) };
}

describe('the lease payments to come', () => {
  test.each([
    ['nothing', 0n, '2026-04-10', PAYMENT],
    ['one payment', PAYMENT, '2026-05-10', PAYMENT],
    ['two payments and a part', 2n * PAYMENT + 100_00n, '2026-06-10', 374_50n],
  ])('begin, with %s paid ahead, where the amount due begins', (_, prepaid, dueDate, cents) => {
    const { nextPayments, due } = overviewOf(prepaid);
    const [first] = nextPayments;
    expect(nextPayments).toHaveLength(5);
    expect(first?.dueDate).toBe(dueDate);
    expect(BigInt(first?.baseCents ?? 0) + BigInt(first?.taxCents ?? 0)).toBe(cents);
    expect([due.nextDueDate, due.nextPaymentCents]).toEqual([dueDate, cents]);
  });

  test('are counted whole, whatever has been paid ahead of them', () => {
    const { remainingPayments, remainingPaymentsCents } = overviewOf(PAYMENT);
    expect(remainingPayments).toBe(33);
    expect(remainingPaymentsCents).toBe(String(33n * PAYMENT));
  });
});

test('miles driven are told beside what was allowed on the day of the reading', () => {
  const { mileage } = overviewOf(0n);
  // 50 of 1,096 days of 36,000 miles; 75 of them have gone by today.
  expect(mileage.drivenMiles).toBe(5_000);
  expect(mileage.allowedAtReadingMiles).toBe(1_642);
  expect(mileage.allowedToDateMiles).toBe(2_463);
});
