import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseRow, checkTable } from '../../../testing/case-table.ts';
import { anyDay, fullFacts } from '../../../testing/vehicle/value-arbitraries.ts';
import { addMonths, date } from '../../time/calendar.ts';
import type { KnownMarketValue, VehicleFacts, VehicleSegment } from './car-value.ts';
import { marketValue } from './market-value.ts';
import { USED_CAR_PRICES } from './price-index.ts';
import { repeated, SHARE_ONE } from './retention.ts';
import { valueByEstimate } from './value-by-estimate.ts';
import { VALUE_PARAMETERS, valueParametersOn } from './value-parameters.ts';

const cases = readFileSync(new URL('./cases/value-estimate.txt', import.meta.url), 'utf8');

function likely(of: VehicleFacts, on: string): bigint {
  const value = marketValue(of, [], date(on));
  if (value.source === 'none') throw new RangeError('no value');
  return value.likelyCents;
}

function factsOf(row: CaseRow): VehicleFacts {
  const or = <T>(column: string, value: () => T): T | null =>
    row.text(column) === '-' ? null : value();
  return {
    segment: row.text('segment') as VehicleSegment,
    modelYear: or('year', () => row.count('year')),
    priceWhenNewCents: or('new', () => row.cents('new')),
    miles: or('miles', () => row.count('miles')),
  };
}

describe('an estimate', () => {
  test('follows from list price, age, miles and the market', () => {
    checkTable(cases, (row) => {
      const value = marketValue(factsOf(row), [], row.date('on'));
      if (value.source === 'none') {
        return { low: null, likely: null, high: null, says: value.missing.join('; ') };
      }
      return {
        low: value.lowCents,
        likely: value.likelyCents,
        high: value.highCents,
        says: `prices of ${value.asOf.slice(0, 7)}`,
      };
    });
  });

  test('never rises with miles or age, and never falls with the list price', () => {
    const more = fc.integer({ min: 1, max: 50_000 });
    fc.assert(
      fc.property(fullFacts, anyDay, more, fc.integer({ min: 1, max: 20 }), (of, on, by, years) => {
        const today = likely(of, on);
        expect(likely({ ...of, miles: of.miles + by }, on) <= today).toBe(true);
        expect(likely({ ...of, modelYear: of.modelYear - years }, on) <= today).toBe(true);
        const dearer = { ...of, priceWhenNewCents: of.priceWhenNewCents + BigInt(by) };
        expect(likely(dearer, on) >= today).toBe(true);
      }),
    );
  });

  test('of a car a year older is lower, or the same where neither is new yet', () => {
    for (let modelYear = 2010; modelYear < 2030; modelYear += 1) {
      const of: VehicleFacts = {
        segment: 'car',
        modelYear,
        priceWhenNewCents: 4_000_000n,
        miles: 30_000,
      };
      for (let month = 0; month < 150; month += 1) {
        const on = addMonths(date('2019-01-15'), month);
        const newer = likely({ ...of, modelYear: modelYear + 1 }, on);
        const isNewYet = on < `${modelYear}-05-01`;
        if (isNewYet) expect(likely(of, on), `${modelYear} on ${on}`).toBe(newer);
        else expect(likely(of, on) < newer, `${modelYear} on ${on}`).toBe(true);
      }
    }
  });

  test('agrees with floating-point powers to a millionth', () => {
    const parameters = VALUE_PARAMETERS[0]!;
    const rate = (ppb: bigint): number => Number(ppb) / 1e9;
    fc.assert(
      fc.property(fullFacts, (of) => {
        const months = Math.max(0, (2026 - of.modelYear) * 12 + 3 - 1);
        const list = parameters.listPricePpb[Math.min(Math.max(of.modelYear - 2020, 0), 6)]!;
        const expected =
          Number(of.priceWhenNewCents) *
          rate(parameters.firstDayPpb[of.segment]) *
          rate(parameters.earlyMonthPpb) ** Math.min(months, 24) *
          rate(parameters.laterMonthPpb) ** Math.max(months - 24, 0) *
          rate(parameters.milePpb) ** of.miles *
          (179.591 / 140.088 / rate(list));
        const actual = Number(likely(of, '2026-06-15'));
        expect(Math.abs(actual - expected)).toBeLessThan(0.51 + expected / 1e6);
      }),
    );
  });

  test('is less certain the further it looks past the last known prices', () => {
    const of: VehicleFacts = {
      segment: 'truck',
      modelYear: 2024,
      priceWhenNewCents: 5_000_000n,
      miles: 30_000,
    };
    const widthPpb = (value: KnownMarketValue): bigint =>
      ((value.highCents - value.lowCents) * 1_000_000_000n) / value.likelyCents;
    let before = 0n;
    for (let ahead = 0; ahead < 24; ahead += 1) {
      const on = addMonths(date('2026-07-15'), ahead);
      const value = valueByEstimate(of, on, USED_CAR_PRICES, valueParametersOn(on))!;
      expect(value.monthsOld).toBe(ahead);
      expect(widthPpb(value) > before).toBe(true);
      before = widthPpb(value);
    }
  });

  test('of a car driven a thousand million miles is nothing, not an error', () => {
    const of = { segment: 'car', modelYear: 2023, priceWhenNewCents: 4_000_000n } as const;
    expect(likely({ ...of, miles: 1_000_000_000 }, '2026-07-15')).toBe(0n);
  });

  test('of less than nothing is a bug', () => {
    const of = { segment: 'car', modelYear: 2023, priceWhenNewCents: 4_000_000n } as const;
    expect(() => likely({ ...of, miles: -1 }, '2026-07-15')).toThrow(RangeError);
    expect(() => likely({ ...of, priceWhenNewCents: -1n, miles: 1 }, '2026-07-15')).toThrow();
  });
});

describe('a share that steps leave', () => {
  test('is one without a step and falls with each', () => {
    const rate = fc.bigInt({ min: 900_000_000n, max: 999_999_999n });
    fc.assert(
      fc.property(rate, fc.nat(300), (leftPpb, steps) => {
        expect(repeated(leftPpb, 0)).toBe(SHARE_ONE);
        expect(repeated(leftPpb, steps + 1) < repeated(leftPpb, steps)).toBe(true);
      }),
    );
  });
});
