import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnyVin } from './any-vin.ts';
import { checkDigitOf } from './vin.ts';

describe('a VIN of any market', () => {
  it.each([
    ['1HGCM82633A004352', '1HGCM82633A004352'],
    ['1hgcm826 33a-004352', '1HGCM82633A004352'],
    ['1HGCM82634A004352', null],
    ['WVWZZZ1JZXW000001', 'WVWZZZ1JZXW000001'],
    ['WVWZZZ1JZXW00000', null],
    ['WVWZZZ1JZXW00000O', null],
    ['', null],
  ])('%s is read as %s', (typed, vin) => {
    expect(readAnyVin(typed)).toBe(vin);
  });

  it('of North America is read with one check digit only', () => {
    const sign = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789');
    const signs = fc.array(sign, { minLength: 16, maxLength: 16 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...'12345'), signs, (first, rest) => {
        const vin = first + rest;
        expect(readAnyVin(vin)).toBe(vin[8] === checkDigitOf(vin) ? vin : null);
      }),
    );
  });
});
