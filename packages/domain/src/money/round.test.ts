import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCount } from './count.ts';
import { floorDivide, powerOfTen } from './divide.ts';
import { roundHalfUp } from './round.ts';

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const divisor = fc.bigInt({ min: 1n, max: 10n ** 15n });
const size = (n: bigint): bigint => (n < 0n ? -n : n);

describe('rounding', () => {
  test.each([
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [3n, 2n, 2n],
    [-3n, 2n, -2n],
    [5n, 2n, 3n],
    [1n, 3n, 0n],
    [-1n, 3n, 0n],
    [2n, 3n, 1n],
    [-2n, 3n, -1n],
    [0n, 7n, 0n],
    [7n, 1n, 7n],
    [249n, 100n, 2n],
    [250n, 100n, 3n],
    [-250n, 100n, -3n],
  ])('%s / %s is %s: half goes away from zero', (numerator, by, expected) => {
    expect(roundHalfUp(numerator, by)).toBe(expected);
  });

  test('gives the nearest whole number, the one further from zero when two are as near', () => {
    fc.assert(
      fc.property(whole, divisor, (numerator, by) => {
        const rounded = roundHalfUp(numerator, by);
        const off = size(rounded * by - numerator);
        expect(2n * off <= by).toBe(true);
        if (2n * off === by) expect(size(rounded * by) > size(numerator)).toBe(true);
      }),
    );
  });

  test('treats a debt like a claim', () => {
    fc.assert(
      fc.property(whole, divisor, (numerator, by) => {
        expect(roundHalfUp(-numerator, by) + roundHalfUp(numerator, by)).toBe(0n);
      }),
    );
  });

  test('refuses a divisor that is not positive', () => {
    expect(() => roundHalfUp(1n, 0n)).toThrow(RangeError);
    expect(() => roundHalfUp(1n, -2n)).toThrow(RangeError);
  });
});

describe('dividing', () => {
  test('leaves a remainder from zero to less than the divisor', () => {
    fc.assert(
      fc.property(whole, divisor, (numerator, by) => {
        const remainder = numerator - floorDivide(numerator, by) * by;
        expect(remainder >= 0n && remainder < by).toBe(true);
      }),
    );
  });

  test('refuses a divisor that is not positive', () => {
    expect(() => floorDivide(1n, 0n)).toThrow(RangeError);
    expect(() => floorDivide(1n, -1n)).toThrow(RangeError);
  });

  test('knows the powers of ten', () => {
    expect([0, 1, 18].map(powerOfTen)).toEqual([1n, 10n, 1_000_000_000_000_000_000n]);
  });
});

describe('a count', () => {
  test('is the number it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (n) => {
        expect(toCount(BigInt(n))).toBe(n);
      }),
    );
  });

  test('is never so large that it could lose a digit', () => {
    expect(() => toCount(10n ** 12n + 1n)).toThrow('not a count');
    expect(() => toCount(-(10n ** 12n) - 1n)).toThrow('not a count');
  });
});
