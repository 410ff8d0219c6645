import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inches, parseInches } from './inches.ts';

test('inches are the same length after they were written and read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (mils) => {
      expect(parseInches(inches(mils))).toBe(mils);
    }),
  );
  expect([3_370, 500, 125, 10_000, 0].map(inches)).toEqual(['3.37', '0.5', '0.125', '10', '0']);
});

test('a length that is none, is negative or finer than a thousandth is refused', () => {
  expect(['', '-1', '1.2345', '.5', '4"', '1e3', '10000'].map(parseInches)).toEqual(
    Array(7).fill(null),
  );
});
