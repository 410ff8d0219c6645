import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CaseRow, checkTable } from '../../../testing/case-table.ts';
import {
  LEASES,
  leaseNamed,
  openPayment,
  PLAIN_POLICY,
  sampleCase,
} from '../../../testing/lease-end/sample-case.ts';
import { date } from '../../time/calendar.ts';
import type { BuyerClass } from '../lease-end-policy.ts';
import { isRefused } from '../lease-end-refusal.ts';
import { buyout } from './buyout.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

function caseOf(row: CaseRow) {
  const named = leaseNamed(row.text('lease'));
  const pastDueCents = row.cents('past due');
  return sampleCase({
    asOf: date('2028-01-01'),
    terms: {
      ...named,
      tax: {
        ...named.tax,
        method: 'price-upfront',
        ratePpb: row.percent('tax'),
        taxable: ['buyout'],
      },
      endFees: { ...named.endFees, purchaseOptionCents: row.cents('option') },
    },
    policy: {
      ...PLAIN_POLICY,
      officialFeesCents: row.cents('official'),
      earlyEnd: { ...PLAIN_POLICY.earlyEnd, feeOnPurchase: row.text('early fee') === 'yes' },
    },
    account: {
      open: pastDueCents === 0n ? [] : [openPayment(pastDueCents)],
      feesCents: row.cents('fees'),
      prepaidCents: row.cents('prepaid'),
      depositCents: row.cents('deposit'),
    },
  });
}

const PRICE = [
  'lease-balance',
  'rent-earned',
  'residual-value',
  'purchase-option-fee',
  'early-termination-fee',
];

describe('buying the car', () => {
  test('costs its price, tax, official fees and what is owed, less what is held', () => {
    checkTable(read('buyout'), (row) => {
      const found = buyout(caseOf(row), row.date('on'), row.text('buyer') as BuyerClass);
      if (isRefused(found)) {
        return { price: null, 'tax cents': null, pays: null, refused: found.code };
      }
      const sum = (labels: readonly string[]) =>
        found.lines
          .filter(({ label }) => labels.includes(label))
          .reduce((cents, each) => cents + each.cents, 0n);
      return {
        price: sum(PRICE),
        'tax cents': sum(['tax']),
        pays: found.totalCents,
        refused: null,
      };
    });
  });

  test('gives miles back that were bought and not driven, where the lender does', () => {
    checkTable(read('bought-miles-refund'), (row) => {
      const { mileage } = LEASES['32145.50'];
      const c = sampleCase({
        asOf: date('2029-01-10'),
        terms: {
          ...LEASES['32145.50'],
          mileage: { ...mileage, boughtMiles: row.count('bought') },
        },
        policy: {
          ...PLAIN_POLICY,
          miles: { ...PLAIN_POLICY.miles, refundsUnused: row.text('refunds') === 'yes' },
        },
        readings: [{ miles: row.count('odometer'), on: date('2029-01-10') }],
      });
      const found = buyout(c, date('2029-01-10'));
      if (isRefused(found)) throw new RangeError(found.code);
      const refund = found.lines.find(({ label }) => label === 'bought-miles-refund');
      expect(found.totalCents).toBe(20_190_00n + (refund?.cents ?? 0n));
      return {
        unused: refund?.inputs.unusedMiles ?? null,
        refund: refund === undefined ? null : -refund.cents,
      };
    });
  });

  test('is not quoted for a day gone by', () => {
    const found = buyout(sampleCase(), date('2028-05-31'));
    expect(found).toEqual({
      outcome: 'refused',
      code: 'date-before-today',
      facts: { on: '2028-05-31', today: '2028-06-01' },
    });
  });
});
