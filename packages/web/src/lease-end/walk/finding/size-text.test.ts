import { SIZE_MAX_MILS } from '@roadbook/domain/wear/walk/assumed-sizes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSize, sizeText } from './size-text.ts';

describe('a size in inches', () => {
  it.each([
    ['2', 2_000],
    [' 1.5 ', 1_500],
    ['.5', 500],
    ['1/2', 500],
    ['1 1/2', 1_500],
    ['1-1/2', 1_500],
    ['1½', 1_500],
    ['¾ in', 750],
    ['3.37"', 3_370],
    ['4 inches', 4_000],
    ['1/16', 63],
    ['3/2', 1_500],
  ])('is read as a person writes it: %s', (typed, mils) => {
    expect(readSize(typed)).toEqual({ mils });
  });

  it.each([
    ['', 'size-missing'],
    ['in', 'size-missing'],
    ['big', 'size-not-understood'],
    ['1/0', 'size-not-understood'],
    ['12/4', 'size-not-understood'],
    ['-2', 'size-not-understood'],
    ['.', 'size-not-understood'],
    ['0', 'size-zero'],
    ['1000000', 'size-too-large'],
    ['251', 'size-too-large'],
  ])('is refused where it says no size: “%s” is %s', (typed, problem) => {
    expect(readSize(typed)).toEqual({ problem });
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: SIZE_MAX_MILS }), (mils) => {
        const read = readSize(sizeText(mils));
        expect('mils' in read && Math.abs(read.mils - mils)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is written as on a ruler', () => {
    expect([500, 1_500, 4_000, 3_370, 125, 63].map(sizeText)).toEqual([
      '1/2',
      '1 1/2',
      '4',
      '3.37',
      '1/8',
      '1/16',
    ]);
  });
});
