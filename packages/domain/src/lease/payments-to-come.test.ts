import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEASE_TERMS, sampleLease } from '../../testing/sample-contracts.ts';
import { sumCents } from '../money/cents.ts';
import { date } from '../time/calendar.ts';
import { totalOf } from './lease-charge.ts';
import { leasePaymentsToCome } from './payments-to-come.ts';

test('what still wants money is what is left, less what was paid ahead', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 20_000_00n }), (prepaidCents) => {
      const lease = sampleLease(LEASE_TERMS, { billed: 3, prepaidCents });
      const { left, asked } = leasePaymentsToCome(lease, date('2026-03-26'));
      const whole = sumCents(left.map(totalOf));
      const wanted = sumCents(asked.map(totalOf));
      expect(left).toHaveLength(33);
      expect(wanted).toBe(whole > prepaidCents ? whole - prepaidCents : 0n);
    }),
  );
});
