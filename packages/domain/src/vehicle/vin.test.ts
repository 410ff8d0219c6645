import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigitOf, isVin, modelYear, parseVin, type Vin } from './vin.ts';

const character = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789');
const body = fc.array(character, { minLength: 17, maxLength: 17 }).map((all) => all.join(''));

/** The regulation's table, letter by letter, as an oracle. */
function counts(of: string): number {
  const table = ['AJ', 'BKS', 'CLT', 'DMU', 'ENV', 'FW', 'GPX', 'HY', 'RZ'];
  const row = [...table.entries()].find(([, letters]) => letters.includes(of))?.[0];
  if (row === undefined) return Number(of);
  return row + 1;
}

/** The same VIN with the check digit that belongs to it. */
function corrected(vin: string): string {
  return `${vin.slice(0, 8)}${checkDigitOf(vin)}${vin.slice(9)}`;
}

describe('parseVin', () => {
  test.each([
    ['1M8GDM9AXKP042788', '1M8GDM9AXKP042788'],
    ['11111111111111111', '11111111111111111'],
    ['1m8gdm9axkp042788', '1M8GDM9AXKP042788'],
    [' 1M8GDM9A-XKP-042788 ', '1M8GDM9AXKP042788'],
    ['1M8GDM9A0KP042788', 'check-digit'],
    ['1M8GDM9AXKP04278', 'length'],
    ['1M8GDM9AXKP0427888', 'length'],
    ['', 'length'],
    ['1M8GDM9AXKPO42788', 'character'],
    ['1M8GDM9AXKP04278Ä', 'character'],
  ])('%s → %s', (text, expected) => {
    expect(parseVin(text)).toBe(expected);
  });

  test('one wrong character is always seen, unless it counts the same in that place', () => {
    fc.assert(
      fc.property(body, fc.nat(16), character, (vin, at, other) => {
        if (at === 8) return;
        const right = corrected(vin);
        const wrong = `${right.slice(0, at)}${other}${right.slice(at + 1)}`;
        expect(isVin(parseVin(right))).toBe(true);
        expect(isVin(parseVin(wrong))).toBe(counts(other) === counts(right.charAt(at)));
      }),
    );
  });
});

describe('modelYear', () => {
  test.each([
    ['1M8GDM9AXKP042788', 1989],
    ['11111111111111111', 2001],
    ['1M8GDMAAXRP042788', 2024],
    ['1M8GDMAAXUP042788', null],
    ['1M8GDMAAX0P042788', null],
  ])('%s → %s', (vin, year) => {
    expect(modelYear(vin as Vin)).toBe(year);
  });
});
