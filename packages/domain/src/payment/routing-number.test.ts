import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRoutingNumber } from './routing-number.ts';

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 });

/** Eight digits with the ninth that makes 3, 7 and 1 times the digits a multiple of ten. */
function withCheckDigit(first: readonly number[]): string {
  const weights = [3, 7, 1, 3, 7, 1, 3, 7];
  const sum = first.reduce((total, digit, index) => total + digit * (weights[index] ?? 0), 0);
  return `${first.join('')}${(10 - (sum % 10)) % 10}`;
}

describe('a routing number', () => {
  // The Federal Reserve's own, and the example of the American Bankers Association's key.
  test.each(['011000015', '021001208', '111000025'])('%s is one', (text) => {
    expect(isRoutingNumber(text)).toBe(true);
  });

  test.each(['', '000000000', '01100001', '0110000150', '01100001a', '٠١١٠٠٠٠١٥', ' 11000015'])(
    '"%s" is none',
    (text) => {
      expect(isRoutingNumber(text)).toBe(false);
    },
  );

  test('has one right check digit, so any single wrong digit is found', () => {
    fc.assert(
      fc.property(digits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (first, place, shift) => {
        const right = withCheckDigit(first);
        fc.pre(right !== '000000000');
        expect(isRoutingNumber(right)).toBe(true);
        const digit = (Number(right[place]) + shift) % 10;
        const wrong = `${right.slice(0, place)}${digit}${right.slice(place + 1)}`;
        expect(isRoutingNumber(wrong)).toBe(false);
      }),
    );
  });

  test('two neighbours in the wrong order are found unless they differ by five or nothing', () => {
    fc.assert(
      fc.property(digits, fc.nat(7), (first, place) => {
        const right = withCheckDigit(first);
        const [a, b] = [Number(right[place]), Number(right[place + 1])];
        fc.pre(a !== b && Math.abs(a - b) !== 5 && right !== '000000000');
        const wrong = `${right.slice(0, place)}${b}${a}${right.slice(place + 2)}`;
        expect(isRoutingNumber(wrong)).toBe(false);
      }),
    );
  });
});
