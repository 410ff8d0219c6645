import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseRow, checkTable } from '../../../testing/case-table.ts';
import { LEASES, sampleCase } from '../../../testing/lease-end/sample-case.ts';
import type { TaxableCharge } from '../../contract/lease-terms.ts';
import { addDays, date, partsOf } from '../../time/calendar.ts';
import { isRefused } from '../lease-end-refusal.ts';
import { holdoverLines } from './end-lines.ts';
import { extension } from './extension.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

function taxed(row: CaseRow, charge: TaxableCharge) {
  const terms = LEASES['32145.50'];
  const ratePpb = row.percent('tax');
  return {
    ...terms,
    tax: { ...terms.tax, method: 'each-payment', ratePpb, taxable: [charge] },
  } as const;
}

function rentUntil(days: number): bigint | null {
  const longer = extension(sampleCase(), addDays(date('2029-01-10'), days));
  return isRefused(longer) ? null : longer.rent.totalCents;
}

function heldOver(days: number): bigint {
  const lines = holdoverLines(sampleCase(), addDays(date('2029-01-10'), days));
  return lines.reduce((sum, { cents }) => sum + cents, 0n);
}

describe('an extension', () => {
  test('costs whole months and days of rent, six months at most in all', () => {
    checkTable(read('extension'), (row) => {
      const startsOn = row.date('starts');
      const terms = { ...taxed(row, 'extension'), startsOn, dueDay: partsOf(startsOn).day };
      const c = sampleCase({ terms, account: { extendedMonths: row.count('used') } });
      const longer = extension(c, row.date('until'));
      if (isRefused(longer)) {
        return { months: null, days: null, rent: null, refused: longer.code };
      }
      const { months, days, rent } = longer;
      return { months, days, rent: rent.totalCents, refused: null };
    });
  });

  test('names the last day it could have', () => {
    expect(extension(sampleCase(), date('2029-08-01'))).toMatchObject({
      facts: { until: '2029-08-01', last: '2029-07-10', months: '6' },
    });
  });

  test('never costs less for a day more, nor more than a payment for each month begun', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 180 }), (days) => {
        const rent = rentUntil(days) ?? -1n;
        expect(rent).toBeGreaterThan(0n);
        expect(rentUntil(days + 1)).toBeGreaterThanOrEqual(rent);
        expect(rent).toBeLessThanOrEqual(BigInt(Math.ceil(days / 28)) * 443_46n);
      }),
    );
  });
});

describe('a car kept without an agreement', () => {
  test('costs base / 30 a day and tax', () => {
    checkTable(read('holdover'), (row) => {
      const c = sampleCase({ terms: taxed(row, 'holdover') });
      const [rent, tax] = holdoverLines(c, row.date('until'));
      expect(rent === undefined ? '0' : rent.inputs.days).toBe(row.text('days'));
      return { rent: rent?.cents ?? null, 'tax cents': tax?.cents ?? null };
    });
  });

  test('costs more for each day more, and nothing before maturity', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), (days) => {
        const more = heldOver(days + 1) - heldOver(days);
        if (days < 0) expect(heldOver(days)).toBe(0n);
        expect(days < 0 ? more === 0n : more === 14_78n || more === 14_79n).toBe(true);
      }),
    );
  });
});
