import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { LEASE_TERMS } from '../../testing/sample-contracts.ts';
import type { LeaseTerms } from '../contract/lease-terms.ts';
import { addDays, date } from '../time/calendar.ts';
import {
  leaseDueDate,
  leaseMaturityDate,
  leasePaymentCount,
  leasePaymentsDueBy,
  periodOn,
  periodStart,
} from './lease-calendar.ts';

const cases = readFileSync(new URL('./cases/calendar.txt', import.meta.url), 'utf8');

describe('the calendar of a lease', () => {
  test('has its due dates by timing, and none at maturity when paid in advance', () => {
    checkTable(cases, (row) => {
      const terms: LeaseTerms = {
        ...LEASE_TERMS,
        startsOn: row.date('starts'),
        dueDay: row.count('due day'),
        termMonths: row.count('months'),
        timing: row.text('timing') as LeaseTerms['timing'],
      };
      const count = leasePaymentCount(terms);
      return {
        payments: count,
        first: leaseDueDate(terms, 1),
        second: count > 1 ? leaseDueDate(terms, 2) : null,
        last: leaseDueDate(terms, count),
        maturity: leaseMaturityDate(terms),
      };
    });
  });

  const anyTerms = fc
    .record({
      startsOn: fc.integer({ min: 0, max: 2_000 }).map((n) => addDays(date('2024-01-01'), n)),
      dueDay: fc.integer({ min: 1, max: 31 }),
      termMonths: fc.integer({ min: 1, max: 60 }),
      timing: fc.constantFrom<LeaseTerms['timing']>('advance', 'arrears', 'single-payment'),
    })
    .map((changes): LeaseTerms => ({ ...LEASE_TERMS, ...changes }));
  const anyDay = fc.integer({ min: -60, max: 2_200 });

  test('counts the payments due on or before a day', () => {
    fc.assert(
      fc.property(anyTerms, anyDay, (terms, days) => {
        const on = addDays(terms.startsOn, days);
        let due = 0;
        for (let k = 1; k <= leasePaymentCount(terms); k += 1) {
          if (leaseDueDate(terms, k) <= on) due = k;
        }
        expect(leasePaymentsDueBy(terms, on)).toBe(due);
      }),
    );
  });

  test('puts every day of the term into the period between two starts', () => {
    fc.assert(
      fc.property(anyTerms, anyDay, (terms, days) => {
        const on = addDays(terms.startsOn, days);
        const number = periodOn(terms, on);
        expect(number).toBeGreaterThanOrEqual(1);
        expect(number).toBeLessThanOrEqual(terms.termMonths);
        if (on >= terms.startsOn && number > 1) {
          expect(periodStart(terms, number - 1) <= on).toBe(true);
        }
        if (on < leaseMaturityDate(terms)) expect(on < periodStart(terms, number)).toBe(true);
        else expect(number).toBe(terms.termMonths);
      }),
    );
  });
});
