import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CaseRow, checkTable } from '../../../testing/case-table.ts';
import {
  LEASES,
  openPayment,
  PLAIN_POLICY,
  sampleCase,
  worth,
} from '../../../testing/lease-end/sample-case.ts';
import { date } from '../../time/calendar.ts';
import type { LeaseEndOffer } from '../lease-end-policy.ts';
import { isRefused } from '../lease-end-refusal.ts';
import { horizonOf, type WayOut, wayOutCost } from './ways-out.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

const terms = LEASES['32145.50'];

function wayOf(c: ReturnType<typeof sampleCase>, door: WayOut, on: ReturnType<typeof date>) {
  const way = wayOutCost(c, door, on);
  if (isRefused(way)) throw new RangeError(way.code);
  return way;
}

function returned(row: CaseRow) {
  const pastDueCents = row.cents('past due');
  const asOf = row.date('today');
  const odometer = row.text('odometer') === '-' ? null : row.count('odometer');
  return sampleCase({
    asOf,
    terms: {
      ...terms,
      tax: {
        ...terms.tax,
        method: 'each-payment',
        ratePpb: row.percent('tax'),
        taxable: ['disposition-fee', 'excess-miles', 'excess-wear', 'holdover'],
      },
      endFees: { ...terms.endFees, dispositionCents: row.cents('disposition') },
    },
    account: {
      open: pastDueCents === 0n ? [] : [openPayment(pastDueCents)],
      feesCents: row.cents('fees'),
      prepaidCents: row.cents('prepaid'),
      depositCents: row.cents('deposit'),
    },
    readings: odometer === null ? [] : [{ miles: odometer, on: asOf }],
    wearCents: row.cents('wear'),
  });
}

/** `P3+ 2028-08-01..2029-03-31`: pull-ahead or loyalty, payments, with the fee; its days. */
function offerOf(text: string): LeaseEndOffer {
  const [id = '', days = ''] = text.split(' ');
  const [from = '', until = ''] = days.split('..');
  const isLoyalty = id === 'L';
  return {
    id,
    name: id,
    kind: isLoyalty ? 'loyalty' : 'pull-ahead',
    waivesPayments: isLoyalty ? 0 : JSON.parse(id[1] ?? ''),
    waivesDisposition: isLoyalty || id.endsWith('+'),
    from: date(from),
    until: date(until),
    withinDays: 60,
  };
}

describe('returning the car', () => {
  test('costs all payments, the fee, miles and wear, less what is held', () => {
    checkTable(read('return'), (row) => {
      const way = wayOf(returned(row), 'return', row.date('on'));
      const { lines, totalCents } = way.cash;
      const count = lines.reduce((sum, { inputs }) => sum + BigInt(inputs.count ?? 0), 0n);
      const miles = lines.find(({ label }) => label === 'excess-miles');
      expect(way.keeps).toBe(null);
      return {
        ends: way.endsOn,
        payments: count.toString(),
        miles: miles?.cents ?? null,
        pays: totalCents,
      };
    });
  });

  test('under a pull-ahead that was taken up costs fewer payments', () => {
    const offer = offerOf('P3+ 2028-08-01..2029-03-31');
    const asOf = date('2028-09-01');
    const without = wayOf(sampleCase({ asOf }), 'return', date('2028-11-26'));
    const taken = wayOf(sampleCase({ asOf, offer }), 'return', date('2028-11-26'));
    // Only the payment of 2028-12-10 is still to come after the return.
    expect(without.cash.totalCents - taken.cash.totalCents).toBe(443_46n + 400_00n);
  });
});

describe('a new contract', () => {
  test('takes the car back under the best offer, or in trade where it is worth more', () => {
    checkTable(read('next-vehicle'), (row) => {
      const value = row.text('worth') === '-' ? null : row.cents('worth');
      const c = sampleCase({
        asOf: row.date('today'),
        policy: { ...PLAIN_POLICY, offers: row.list('offers').map(offerOf) },
        valueOn: value === null ? () => null : worth(value),
      });
      const way = wayOf(c, 'next-vehicle', row.date('on'));
      const waived = way.cash.lines.find(({ label }) => label === 'offer');
      return {
        ends: way.endsOn,
        offer: waived?.inputs.offer ?? null,
        cash: way.cash.totalCents,
        keeps: way.keeps?.cents ?? null,
      };
    });
  });
});

describe('the other doors', () => {
  const on = date('2028-10-01');
  const c = sampleCase({ valueOn: worth(21_000_00n), asOf: date('2028-09-01') });

  test('buying keeps the car, worth what it is at the horizon', () => {
    const bought = sampleCase({
      asOf: date('2028-09-01'),
      valueOn: (day) => ({ cents: day === '2029-02-10' ? 1n : 2n, source: 'estimate' }),
    });
    const way = wayOf(bought, 'buy', on);
    expect(horizonOf(bought, on)).toBe('2029-02-10');
    expect(way.keeps).toEqual({ cents: 1n, source: 'estimate' });
    expect(way.netCents).toBe(way.cash.totalCents - 1n);
    // One payment falls due by then, and the balance counts it as paid.
    expect(way.cash.lines[0]).toMatchObject({ label: 'payments-to-come', cents: 443_46n });
  });

  test('buying for an unknown worth keeps nothing that could be counted', () => {
    const way = wayOf(sampleCase({ asOf: date('2028-09-01') }), 'buy', on);
    expect(way.keeps).toBe(null);
    expect(way.netCents).toBe(way.cash.totalCents);
  });

  test('extending means at least a month', () => {
    const way = wayOf(c, 'extend', on);
    expect(way.endsOn).toBe('2029-02-10');
    // Four payments, a month of rent and the disposition fee.
    expect(way.cash.totalCents).toBe(5n * 443_46n + 400_00n);
  });

  test('an early end pays what falls due until then, and the liability', () => {
    const way = wayOf(c, 'early-end', on);
    const [first] = way.cash.lines;
    expect(first).toMatchObject({ label: 'payments-to-come', cents: 443_46n });
    expect(way.endsOn).toBe(on);
  });

  test('are closed with a reason', () => {
    const refusal = (door: WayOut, day: string, given = c) => {
      const way = wayOutCost(given, door, date(day));
      return isRefused(way) ? way.code : 'open';
    };
    const unknown = sampleCase({ asOf: date('2028-09-01') });
    expect(refusal('return', '2028-08-31')).toBe('date-before-today');
    expect(refusal('early-end', '2029-01-10')).toBe('lease-matured');
    expect(refusal('early-end', '2028-10-01', unknown)).toBe('value-unknown');
    expect(refusal('early-end', '2028-10-01', { ...unknown, servicemember: true })).toBe('open');
    expect(refusal('extend', '2029-07-11')).toBe('extension-limit');
    const policy = { ...PLAIN_POLICY, buyers: ['dealer'] as const };
    expect(refusal('buy', '2028-10-01', { ...c, policy })).toBe('buyer-not-allowed');
  });
});
