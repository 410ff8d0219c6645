import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { LEASE_TERMS, leaseTerms } from '../../testing/sample-contracts.ts';
import { addDays, date } from '../time/calendar.ts';
import { allowedMiles, excessMileage, excessMiles, mileageStanding } from './mileage.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

const terms = (delivery: number, allowance: number, bought: number, cents: bigint) =>
  leaseTerms({
    mileage: {
      deliveryOdometer: delivery,
      allowanceMiles: allowance,
      boughtMiles: bought,
      excessMileCents: cents,
    },
  });

describe('excess miles', () => {
  test('are driven since delivery less allowed and bought, at the price of a mile', () => {
    checkTable(read('mileage'), (row) => {
      const lease = terms(
        row.count('delivery'),
        row.count('allowance'),
        row.count('bought'),
        row.cents('a mile'),
      );
      const odometer = row.count('odometer');
      return {
        allowed: allowedMiles(lease),
        excess: excessMiles(lease, odometer),
        charge: excessMileage(lease, odometer).totalCents,
      };
    });
  });

  test('are never negative, and each mile more costs one mile or nothing', () => {
    const miles = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(miles, miles, miles, miles, (delivery, allowance, bought, odometer) => {
        const lease = terms(delivery, allowance, bought, 25n);
        const today = excessMiles(lease, odometer);
        const more = excessMiles(lease, odometer + 1) - today;
        expect(today).toBeGreaterThanOrEqual(0);
        expect(more === 0 || more === 1).toBe(true);
        expect(today > 0).toBe(odometer - delivery > allowance + bought);
        expect(excessMileage(lease, odometer).totalCents).toBe(25n * BigInt(today));
      }),
    );
  });

  test('say what they rest on', () => {
    expect(excessMileage(LEASE_TERMS, 38_012).lines[0]?.inputs).toEqual({
      odometer: '38012',
      deliveryOdometer: '12',
      allowanceMiles: '36000',
      boughtMiles: '0',
      excessMileCents: '25',
      excessMiles: '2000',
    });
  });
});

describe('where a lease stands with its miles', () => {
  test('is a straight line from delivery through the last reading', () => {
    checkTable(read('mileage-standing'), (row) => {
      const odometer =
        row.text('read on') === '-'
          ? null
          : { miles: row.count('odometer'), on: row.date('read on') };
      if (odometer === null) expect(row.text('odometer')).toBe('-');
      const standing = mileageStanding(
        LEASE_TERMS,
        odometer === null ? [] : [odometer],
        row.date('on'),
      );
      expect(standing.allowedMiles).toBe(36_000);
      return {
        'to date': standing.allowedToDateMiles,
        driven: standing.drivenMiles,
        projected: standing.projectedMiles,
        excess: standing.projectedExcessMiles,
      };
    });
  });

  test('allows all miles at maturity and never more, and never fewer from day to day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 1_300 }), (days) => {
        const on = addDays(date('2026-01-10'), days);
        const today = mileageStanding(LEASE_TERMS, [], on);
        const next = mileageStanding(LEASE_TERMS, [], addDays(on, 1));
        expect(next.allowedToDateMiles).toBeGreaterThanOrEqual(today.allowedToDateMiles);
        expect(next.allowedToDateMiles).toBeLessThanOrEqual(36_000);
        if (on >= date('2029-01-10')) expect(today.allowedToDateMiles).toBe(36_000);
      }),
    );
  });
});

test('miles that are counted from an assumed odometer at delivery say so', () => {
  const stated = LEASE_TERMS;
  const reason = 'used-car-lender-default';
  const assumed = [{ term: 'deliveryOdometer', value: '10', reason }];
  const linesOf = (terms: typeof stated) => excessMileage(terms, 60_000).lines;
  expect(linesOf(stated)[0]?.inputs).not.toHaveProperty('deliveryOdometerAssumed');
  expect(linesOf({ ...stated, assumed })[0]?.inputs).toMatchObject({
    deliveryOdometerAssumed: 'yes',
  });
});
