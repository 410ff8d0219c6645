import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakdown, line, withoutZeros } from './breakdown.ts';
import { sumCents } from './cents.ts';

const lines = fc.array(fc.bigInt({ min: -10_000n, max: 10_000n }).map((c) => line('a', 'b', c)));

describe('an amount that explains itself', () => {
  test('is always the sum of its lines', () => {
    fc.assert(
      fc.property(lines, (list) => {
        expect(breakdown(list).totalCents).toBe(sumCents(list.map(({ cents }) => cents)));
        expect(breakdown(withoutZeros(list)).totalCents).toBe(breakdown(list).totalCents);
      }),
    );
  });

  test('keeps the lines in order and leaves out those of zero only when asked', () => {
    const zero = line('late-fees', 'fees-unpaid', 0n);
    const one = line('interest', 'simple-interest', 1n, { days: '30' });
    expect(breakdown([zero, one]).lines).toEqual([zero, one]);
    expect(withoutZeros([zero, one])).toEqual([one]);
    expect(one.inputs).toEqual({ days: '30' });
    expect(zero.inputs).toEqual({});
  });
});
