import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import { LEASES, PLAIN_POLICY, sampleCase } from '../../../testing/lease-end/sample-case.ts';
import { addDays, date, daysBetween } from '../../time/calendar.ts';
import { allowanceOn, type EndKind, excessMilesLineOn, excessMilesOn } from './end-miles.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

const terms = LEASES['32145.50'];
const start = terms.startsOn;

describe('miles over the allowance', () => {
  const caseAt = (odometer: number, on: string, bought: number, isProRata: boolean) =>
    sampleCase({
      asOf: date('2026-01-10'),
      terms: {
        ...terms,
        mileage: { ...terms.mileage, boughtMiles: bought, excessMileCents: 25n },
      },
      policy: {
        ...PLAIN_POLICY,
        extension: { ...PLAIN_POLICY.extension, milesProRata: isProRata },
        earlyEnd: { ...PLAIN_POLICY.earlyEnd, milesProRata: isProRata },
        holdoverMilesProRata: isProRata,
      },
      readings: [{ miles: odometer, on: date(on) }],
    });

  test('count against the whole allowance or the days kept', () => {
    checkTable(read('allowance'), (row) => {
      const kind = row.text('end') as EndKind;
      const on = row.date('on');
      const isProRata = row.text('pro rata') === 'yes';
      const c = caseAt(row.count('odometer'), on, row.count('bought'), isProRata);
      const line = excessMilesLineOn(c, on, kind);
      expect(line.inputs.excessMiles).toBe(row.text('excess'));
      return {
        allowed: allowanceOn(c, on, kind),
        excess: excessMilesOn(c, on, kind),
        charge: line.cents,
      };
    });
  });

  test('are never negative, and each mile more costs 0.25 or nothing', () => {
    const kinds = fc.constantFrom<EndKind>('return', 'early', 'extended', 'holdover');
    const day = fc.integer({ min: 1, max: 1_400 });
    fc.assert(
      fc.property(fc.nat(80_000), day, kinds, fc.boolean(), (miles, days, kind, isProRata) => {
        const on = addDays(start, days);
        const charge = (odometer: number) =>
          excessMilesLineOn(caseAt(12 + odometer, on, 500, isProRata), on, kind).cents;
        expect(charge(miles)).toBeGreaterThanOrEqual(0n);
        expect([0n, 25n]).toContain(charge(miles + 1) - charge(miles));
      }),
    );
  });

  test('are allowed by the day, so the whole term allows exactly what was agreed', () => {
    const c = caseAt(12, '2026-01-11', 0, true);
    expect(allowanceOn(c, date('2029-01-10'), 'early')).toBe(36_000);
    expect(daysBetween(start, date('2029-01-10'))).toBe(1_096);
  });
});
