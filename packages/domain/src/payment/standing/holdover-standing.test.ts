import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginLife, closeThrough } from '../../../testing/life.ts';
import { LEASE_TERMS, sampleLease } from '../../../testing/sample-contracts.ts';
import type { LeaseContract } from '../../contract/contract.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { balanceOf } from '../../ledger/balances.ts';
import { addDays, date } from '../../time/calendar.ts';
import { holdoverStanding } from './holdover-standing.ts';

const maturity = leaseMaturityDate(LEASE_TERMS);
const lease = sampleLease(LEASE_TERMS, { asOf: date('2029-01-08'), billed: 36 });

test('what runs up is what the close of the day bills', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), (days) => {
      const on = addDays(maturity, days);
      const open = closeThrough(beginLife<LeaseContract>(lease), addDays(on, -1));
      const foretold = holdoverStanding(open.contract, on);
      const closed = closeThrough(open, on);
      expect(foretold?.days).toBe(days);
      expect(foretold?.cents).toBe(balanceOf(closed.contract.balances, 'holdover-receivable'));
    }),
    { numRuns: 30 },
  );
});

test('nothing runs before the lease has ended', () => {
  expect(holdoverStanding(lease, maturity)).toBeNull();
});
