import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { dollars } from './cents.ts';
import { parsePpb, percent, shareOf } from './rate.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');
const anyRate = fc.bigInt({ min: -10_000_000_000n, max: 10_000_000_000n });

describe('a rate', () => {
  test('is read from a decimal fraction and shown in percent', () => {
    checkTable(read('rates'), (row) => {
      const rate = parsePpb(row.text('fraction').replaceAll('"', ''));
      return { ppb: rate?.toString() ?? null, percent: rate === null ? null : percent(rate) };
    });
  });

  test('shown in percent is the same rate when it is read again', () => {
    fc.assert(
      fc.property(anyRate, (rate) => {
        const hundredfold = parsePpb(percent(rate));
        expect(hundredfold).toBe(rate * 100n);
      }),
    );
  });
});

describe('a share of an amount', () => {
  test('is rounded once, half a cent up', () => {
    checkTable(read('shares'), (row) => ({
      share: shareOf(row.cents('amount'), row.percent('rate')),
    }));
  });

  test('lies within half a cent of the exact share and turns its sign with the amount', () => {
    const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    const rate = fc.bigInt({ min: 0n, max: 3_000_000_000n });
    fc.assert(
      fc.property(amount, rate, (cents, ratePpb) => {
        const off = shareOf(cents, ratePpb) * 1_000_000_000n - cents * ratePpb;
        expect(2n * (off < 0n ? -off : off) <= 1_000_000_000n).toBe(true);
        expect(dollars(shareOf(-cents, ratePpb))).toBe(dollars(-shareOf(cents, ratePpb)));
      }),
    );
  });
});
