import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as values from './element-values.ts';

describe('money', () => {
  test.each([
    ['0', 0n, false],
    ['.00', 0n, false],
    ['8381.29000000', 838129n, false],
    ['-5.80000000', -580n, false],
    ['+12.', 1200n, false],
    ['0.005', 1n, true],
    ['0.00499999', 0n, true],
    ['-0.005', -1n, true],
    ['33.22510000', 3323n, true],
    ['999999999999.99', 99999999999999n, false],
    ['0000000000000001.10', 110n, false],
  ])('%s', (text, cents, rounded) => {
    expect(values.parseMoney(text)).toEqual({ cents, rounded });
  });

  test.each(['', '.', '-', 'abc', '1e3', '1,000', '$1', ' 1', '1 ', '0x10', '1.2.3', '--1'])(
    'not an amount: "%s"',
    (text) => {
      expect(values.parseMoney(text)).toBeNull();
      expect(values.isDecimal(text)).toBe(false);
    },
  );

  test.each(['1000000000000', '1000000000000000', '0.123456789'])('too long: %s', (text) => {
    expect(values.parseMoney(text)).toBeNull();
  });

  test('is never further than half a cent from the decimal, and away from zero on the half', () => {
    const digits = fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n });
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 8 }), (number, decimals) => {
        const sign = number < 0n ? '-' : '';
        const magnitude = number < 0n ? -number : number;
        const all = magnitude.toString().padStart(decimals + 1, '0');
        const [whole, fraction] = [all.slice(0, all.length - decimals), all.slice(-decimals)];
        if (whole.length > 12) return;
        const money = values.parseMoney(
          decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${fraction}`,
        );
        const scale = 10n ** BigInt(decimals);
        const error = (money?.cents ?? 0n) * scale - number * 100n;
        const outward = number < 0n ? -error : error;
        expect(2n * outward).toBeLessThanOrEqual(scale);
        expect(2n * outward).toBeGreaterThan(-scale);
        expect(money?.rounded).toBe(error !== 0n);
      }),
    );
  });

  test('the quick form and the full one agree on what a decimal is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.-+'), maxLength: 24 });
    fc.assert(
      fc.property(text, (each) => {
        expect(values.isDecimal(each)).toBe(values.parseDecimal(each) !== null);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['0.06490000', 64_900_000n],
  ['+.0649', 64_900_000n],
  ['34.45', 34_450_000_000n],
  ['-0.00000001', -10n],
  ['6,49', null],
  ['0.123456789', 123_456_789n],
  ['0.1234567890', 123_456_789n],
  ['0.1234567891', null],
])('rate %s', (text, ppb) => {
  expect(values.parseRate(text)).toBe(ppb);
});

test.each([
  ['03-31-2026', '2026-03-31'],
  ['3-1-2026', '2026-03-01'],
  ['02-29-2028', '2028-02-29'],
  ['02-29-2026', null],
  ['13-01-2026', null],
  ['2026-03-31', null],
  ['03/31/2026', null],
  ['00-00-0000', null],
])('day %s', (text, day) => {
  expect(values.parseDay(text)).toBe(day);
});

test.each([
  ['03/2026', '2026-03'],
  ['13/2026', null],
  ['00/2026', null],
  ['3/2026', null],
  ['03-2026', null],
])('month %s', (text, month) => {
  expect(values.parseMonth(text)).toBe(month);
});

test.each([
  ['6.49', '0.0649'],
  ['0.9', '0.009'],
  ['12', '0.12'],
  ['100.25', '1.0025'],
  ['-1', '-0.01'],
  ['.5', '0.005'],
  ['0.00000001', '0.0000000001'],
  ['six', 'six'],
  ['', ''],
])('%s percent as a fraction', (percent, fraction) => {
  const parsed = values.parseRate(values.percentAsFraction(percent));
  expect(parsed).toBe(values.parseRate(fraction));
});

test('a percent and its fraction are the same rate', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (tenMillionths) => {
      const decimals = `${tenMillionths % 100_000}`.padStart(5, '0');
      const percent = `${Math.floor(tenMillionths / 100_000)}.${decimals}`;
      const rate = values.parseRate(values.percentAsFraction(percent));
      expect(rate).toBe(BigInt(tenMillionths) * 100n);
    }),
  );
});

test('a day and a month in the other form become the schema’s', () => {
  expect(values.isoToDay('2026-03-31')).toBe('03-31-2026');
  expect(values.isoToDay('2026-02-30')).toBeNull();
  expect(values.isoToMonth('2026-03')).toBe('03/2026');
  expect(values.isoToMonth('2026-13')).toBeNull();
});

test('integers, flags and codes', () => {
  expect(values.parseInteger('+60', 8)).toBe(60);
  expect(values.parseInteger('-3', 2)).toBe(-3);
  expect(values.parseInteger('100', 2)).toBeNull();
  expect(values.parseInteger('6.0', 8)).toBeNull();
  expect(values.parseFlag('TRUE')).toBe(true);
  expect(values.parseFlag('1')).toBeNull();
  expect(values.parseCode('098', ['1', '98'])).toBe('98');
  expect(values.parseCode('00', ['0', '1'])).toBe('0');
  expect(values.parseCode('00', ['1'])).toBeNull();
  expect(['0', '00', '00-00-0000', '00/0000'].every(values.isZeroFilled)).toBe(true);
  expect(['', '-', '01', '10-00-0000'].some(values.isZeroFilled)).toBe(false);
});
