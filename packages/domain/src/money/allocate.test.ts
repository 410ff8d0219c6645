import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { allocate } from './allocate.ts';
import { dollars, parseDollars, sumCents } from './cents.ts';

const cases = readFileSync(new URL('./cases/allocate.txt', import.meta.url), 'utf8');
const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 })
  .filter((list) => list.some((weight) => weight > 0n));

describe('splitting an amount', () => {
  test('gives each its share and the cents left over to the largest remainders', () => {
    checkTable(cases, (row) => ({
      parts: allocate(row.cents('amount'), row.list('weights').map(BigInt)).map(dollars).join('; '),
    }));
  });

  test('never makes or loses a cent', () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        expect(sumCents(allocate(total, list))).toBe(total);
      }),
    );
  });

  test('gives every part its exact share, rounded up or down by less than a cent', () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const sum = sumCents(list);
        allocate(total, list).forEach((part, index) => {
          const off = part * sum - total * (list[index] ?? 0n);
          expect(off < sum && off > -sum).toBe(true);
        });
      }),
    );
  });

  test('never gives the lighter part more than the heavier', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), weights, (total, list) => {
        const parts = allocate(total, list).map((cents, index) => ({
          cents,
          weight: list[index]!,
        }));
        const byWeight = parts.toSorted((a, b) => (a.weight < b.weight ? -1 : 1));
        for (const [index, part] of byWeight.entries()) {
          const heavier = byWeight[index + 1];
          if (heavier !== undefined && heavier.weight > part.weight) {
            expect(heavier.cents >= part.cents).toBe(true);
          }
        }
      }),
    );
  });

  test('refuses weights that say nothing or are negative', () => {
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(1n, [0n, 0n])).toThrow(RangeError);
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  });

  test('splits what a person wrote', () => {
    expect(allocate(parseDollars('12255.50')!, Array(36).fill(1n)).at(-1)).toBe(340_43n);
  });
});
