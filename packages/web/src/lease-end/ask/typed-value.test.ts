import type { BusinessDate } from '@roadbook/domain/time/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTypedDate } from './typed-date.ts';
import { readTyped, type TypedKind, writeTyped } from './typed-value.ts';

describe('a date as people write it', () => {
  test.each([
    ['03/15/2027'],
    ['3/15/27'],
    ['03152027'],
    ['031527'],
    ['3-15-2027'],
    ['3.15.2027'],
    ['3 15 2027'],
    [' March 15, 2027 '],
    ['mar 15 2027'],
    ['15 March 2027'],
    ['15th mar. 2027'],
    ['2027-03-15'],
  ])('%s is 15 March 2027', (typed) => {
    expect(readTypedDate(typed)).toBe('2027-03-15');
  });

  test.each(['', '15/03/2027', '02/30/2027', '13/1/2027', 'soon', '2027', '3/15', '99999999'])(
    '%s is none',
    (typed) => {
      expect(readTypedDate(typed)).toBeNull();
    },
  );
});

describe('a number as people type it', () => {
  test.each<[TypedKind, string, bigint | number | null]>([
    ['cents', '415', 415_00n],
    ['cents', '$1,415.20', 1_415_20n],
    ['cents', '.5', 50n],
    ['cents', '0', 0n],
    ['cents', '415.205', null],
    ['cents', '-3', -3_00n],
    ['mile-price', '0.20', 20n],
    ['mile-price', '20¢', 20n],
    ['mile-price', '25 cents', 25n],
    ['miles', '31,204', 31_204],
    ['miles', '31204 miles', 31_204],
    ['miles', '31204.5', null],
    ['miles', '1000000000', 1_000_000_000],
    ['months', '36 months', 36],
    ['percent', '6.25', 62_500_000n],
    ['percent', '6.25 %', 62_500_000n],
    ['percent', 'six', null],
  ])('%s: %s', (kind, typed, read) => {
    expect(readTyped(kind, typed)).toBe(read);
  });

  test('whatever a field shows again is read as what it was', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10_000_000n), fc.nat(999_999), (cents, miles) => {
        expect(readTyped('cents', writeTyped('cents', cents))).toBe(cents);
        expect(readTyped('miles', writeTyped('miles', miles))).toBe(miles);
        const ppb = cents * 100n;
        expect(readTyped('percent', writeTyped('percent', ppb))).toBe(ppb);
      }),
    );
    const day = '2027-03-15' as BusinessDate;
    expect(readTyped('date', writeTyped('date', day))).toBe(day);
  });
});
