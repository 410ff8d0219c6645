import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, formatCents, readAmount } from './cents.ts';

describe('an amount on the screen', () => {
  it.each([
    ['44660', '$446.60'],
    ['5', '$0.05'],
    ['0', '$0.00'],
    ['-500', '-$5.00'],
    ['123456789', '$1,234,567.89'],
    ['9999999999999999', '$99,999,999,999,999.99'],
  ])('shows %s as %s', (cents, shown) => {
    expect(formatCents(cents)).toBe(shown);
  });

  it('refuses what is not a digit string', () => {
    expect(() => formatCents('4.5')).toThrow(RangeError);
  });
});

describe('an amount a person typed', () => {
  it.each([
    ['446.60', '44660'],
    ['$1,446.60', '144660'],
    [' 446 ', '44600'],
    ['446.6', '44660'],
    ['.50', '50'],
    ['0446.600', '44660'],
  ])('reads %j as %s cents', (typed, cents) => {
    expect(readAmount(typed)).toEqual({ cents });
  });

  it.each([
    ['', 'amount-missing'],
    ['abc', 'amount-not-a-number'],
    ['.', 'amount-not-a-number'],
    ['1,44.60', 'amount-not-a-number'],
    ['1e3', 'amount-not-a-number'],
    ['0.001', 'amount-too-precise'],
    ['0', 'amount-not-positive'],
    ['-1', 'amount-not-positive'],
    ['10000000000000000', 'amount-too-large'],
  ])('refuses %j as %s', (typed, problem) => {
    expect(readAmount(typed)).toEqual({ problem });
  });

  it('reads back every amount it shows', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 999_999_999_999_999n }), (cents) => {
        expect(readAmount(formatCents(String(cents)))).toEqual({ cents: String(cents) });
        expect(readAmount(decimalOf(String(cents)))).toEqual({ cents: String(cents) });
      }),
    );
  });
});
