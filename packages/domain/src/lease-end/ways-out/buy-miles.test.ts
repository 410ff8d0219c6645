import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import { LEASES, PLAIN_POLICY, sampleCase } from '../../../testing/lease-end/sample-case.ts';
import { addDays, date } from '../../time/calendar.ts';
import { milesAhead } from './buy-miles.ts';
import { odometerOn } from './end-miles.ts';

const table = readFileSync(new URL('./cases/buy-ahead.txt', import.meta.url), 'utf8');

function driven(odometer: number, excessMileCents: bigint, ratePpb: bigint, price: bigint) {
  const terms = LEASES['32145.50'];
  return sampleCase({
    terms: {
      ...terms,
      tax: { ...terms.tax, method: 'each-payment', ratePpb, taxable: ['excess-miles'] },
      mileage: { ...terms.mileage, excessMileCents },
    },
    policy: { ...PLAIN_POLICY, miles: { ...PLAIN_POLICY.miles, boughtMileCents: price } },
    readings: [{ miles: odometer, on: date('2028-06-01') }],
  });
}

describe('miles bought ahead', () => {
  test('are weighed against the same miles paid for at the end', () => {
    checkTable(table, (row) => {
      const c = driven(
        row.count('odometer'),
        row.cents('excess'),
        row.percent('tax'),
        row.cents('price'),
      );
      const ahead = milesAhead(c, row.count('miles'));
      return {
        costs: ahead?.priceCents ?? null,
        saves: ahead?.savedCents ?? null,
        'break-even at': ahead?.breakEvenOdometer ?? null,
        'break-even on': ahead?.breakEvenOn ?? null,
        until: ahead?.buyUntil ?? null,
      };
    });
  });

  test('break even on the first day on which the odometer is there', () => {
    const miles = fc.integer({ min: 1, max: 8_000 });
    fc.assert(
      fc.property(miles, fc.integer({ min: 12, max: 60_000 }), (bought, odometer) => {
        const c = driven(odometer, 20n, 0n, 15n);
        const { breakEvenOn: on, breakEvenOdometer: at } = milesAhead(c, bought)!;
        expect(at).toBeGreaterThan(36_012);
        expect(at).toBeLessThanOrEqual(36_012 + bought);
        if (on === null) expect(odometerOn(c, date('2029-01-10'))).toBeLessThan(at!);
        else {
          expect(odometerOn(c, on)).toBeGreaterThanOrEqual(at!);
          expect(on === c.asOf || odometerOn(c, addDays(on, -1)) < at!).toBe(true);
        }
      }),
    );
  });
});
