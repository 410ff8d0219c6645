import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { beginLife, closeThrough, paymentOf, payOn, post } from '../../testing/life.ts';
import { LEASE_TERMS, leaseTerms, sampleLease } from '../../testing/sample-contracts.ts';
import type { LeaseAgreement } from '../contract/lease-terms.ts';
import { balanceOf } from '../ledger/balances.ts';
import { date } from '../time/calendar.ts';
import { holdoverRent } from './holdover.ts';

const cases = readFileSync(new URL('./cases/holdover-rent.txt', import.meta.url), 'utf8');

describe('rent of a car kept past maturity', () => {
  test('is the base by the day', () => {
    checkTable(cases, (row) => {
      const terms = {
        ...LEASE_TERMS,
        timing: row.text('timing') as LeaseAgreement['timing'],
        termMonths: row.count('months'),
        basePaymentCents: row.cents('base'),
      };
      return { rent: holdoverRent(terms, row.count('days')) };
    });
  });

  /** Matures on 2026-11-15, all payments made, 415.00 a month. */
  const terms = leaseTerms({
    startsOn: date('2023-11-15'),
    dueDay: 15,
    basePaymentCents: 415_00n,
    adjustedCapitalizedCostCents: 30_000_00n,
    tax: { ...LEASE_TERMS.tax, taxable: ['holdover'] },
  });
  const matured = closeThrough(
    beginLife(sampleLease(terms, { asOf: date('2026-10-31'), billed: 36 })),
    '2026-11-15',
  );
  const owed = (life: typeof matured) => balanceOf(life.contract.balances, 'holdover-receivable');

  test('is billed to the day by the close, with its tax and without a late fee', () => {
    expect(owed(matured)).toBe(0n);
    const kept = closeThrough(matured, '2026-11-24');
    // 124.50 and 7 % of it, 8.715, rounded up.
    expect(owed(kept)).toBe(133_22n);
    const late = closeThrough(kept, '2027-03-20');
    expect(late.history.some(({ kind }) => kind === 'late-fee')).toBe(false);
    expect(balanceOf(late.contract.balances, 'holdover-income')).toBe(-holdoverRent(terms, 125));
  });

  test('is paid like any charge, and billed again after older money', () => {
    const kept = closeThrough(matured, '2026-11-24');
    const paid = payOn(kept, '2026-11-25', 50_00n);
    expect(owed(paid)).toBe(83_22n);
    const later = closeThrough(paid, '2026-11-30');
    expect(balanceOf(later.contract.balances, 'holdover-income')).toBe(-holdoverRent(terms, 15));
  });

  test('is billed to the day also when a charge-off is undone after maturity', () => {
    const lease = () =>
      beginLife(
        sampleLease(
          { ...terms, policy: { ...terms.policy, chargeOffDays: 120 } },
          { asOf: date('2026-06-30'), billed: 32 },
        ),
      );
    const onTime = closeThrough(payOn(lease(), '2026-07-15', 1_660_00n), '2026-11-30');
    const chargedOff = closeThrough(lease(), '2026-11-30');
    expect(chargedOff.contract.status).toBe('charged-off');
    const undone = post(chargedOff, paymentOf(1_660_00n, '2026-07-15'));
    expect(owed(undone)).toBe(owed(onTime));
    expect(owed(closeThrough(undone, '2026-12-05'))).toBe(owed(closeThrough(onTime, '2026-12-05')));
  });
});
