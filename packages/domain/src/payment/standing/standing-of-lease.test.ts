import { expect, test } from 'vitest';
import { beginLife, closeThrough } from '../../../testing/life.ts';
import { LEASE_TERMS, sampleLease } from '../../../testing/sample-contracts.ts';
import { date } from '../../time/calendar.ts';
import { standingOfLease } from './standing-of-lease.ts';

test('owed in all is what is due now and what is still to come', () => {
  const opening = { billed: 1, otherFeesCents: 25_00n };
  const life = closeThrough(beginLife(sampleLease(LEASE_TERMS, opening)), '2026-02-12');
  const { due, toCome, owed } = standingOfLease(life.contract, date('2026-02-13'));
  expect(due.lines.map(({ label, cents }) => [label, cents])).toEqual([
    ['past-due', 474_50n],
    ['fees', 25_00n],
  ]);
  expect(toCome).toEqual({ payments: 34, cents: 34n * 474_50n });
  expect(owed.totalCents).toBe(due.totalCents + 34n * 474_50n);
});
