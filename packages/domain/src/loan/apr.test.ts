import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../tests/house/shared-data.ts';
import { checkTable } from '../../testing/case-table.ts';
import { parseDollars } from '../money/cents.ts';
import { annualPercentageRate, type CashAt } from './apr.ts';
import { levelPayment } from './level-payment.ts';

const cases = readFileSync(new URL('./cases/apr.txt', import.meta.url), 'utf8');
const NOW = { periods: 0, fraction: { numerator: 0n, denominator: 1n } };
const MONTHLY = { perYear: 12n, over: 1n };

/** So many equal payments, the first after `first` periods and a fraction of one. */
function payments(
  count: number,
  amountCents: bigint,
  first: number,
  fraction: CashAt['fraction'],
  lastCents = amountCents,
): CashAt[] {
  return Array.from({ length: count }, (_, k) => ({
    amountCents: k === count - 1 ? lastCents : amountCents,
    periods: first + k,
    fraction,
  }));
}

describe('the annual percentage rate', () => {
  test('is the published one', () => {
    checkTable(cases, (row) => {
      const [numerator = '0', denominator = '1'] = row.text('and').split('/');
      const fraction = { numerator: BigInt(numerator), denominator: BigInt(denominator) };
      const [perYear = '12', over = '1'] = row.text('a year').split('/');
      const stream = payments(
        row.count('payments'),
        row.cents('each'),
        row.count('first after'),
        fraction,
        row.cents('last'),
      );
      const apr = annualPercentageRate([{ amountCents: row.cents('advance'), ...NOW }], stream, {
        perYear: BigInt(perYear),
        over: BigInt(over),
      });
      return { apr };
    });
  });

  test('of a loan without odd days and fees is its rate, as near as cents allow', () => {
    const amount = fc.bigInt({ min: 5_000_00n, max: 120_000_00n });
    const rate = fc.bigInt({ min: 1n, max: 3_000n });
    fc.assert(
      fc.property(amount, rate, fc.integer({ min: 6, max: 84 }), (cents, hundredths, months) => {
        const payment = levelPayment(cents, hundredths * 100_000n, months);
        const stream = payments(months, payment, 1, NOW.fraction);
        const apr = annualPercentageRate([{ amountCents: cents, ...NOW }], stream, MONTHLY)!;
        const off = apr - hundredths;
        expect(off <= 1n && off >= -1n).toBe(true);
      }),
    );
  });

  test('makes advances and payments worth the same', () => {
    const amount = fc.integer({ min: 1_000_00, max: 100_000_00 });
    const odd = fc.integer({ min: 0, max: 29 });
    fc.assert(
      fc.property(amount, odd, fc.integer({ min: 2, max: 72 }), (cents, days, months) => {
        const each = Math.ceil((cents * 1.2) / months);
        const fraction = { numerator: BigInt(days), denominator: 30n };
        const stream = payments(months, BigInt(each), 1, fraction);
        const found = annualPercentageRate(
          [{ amountCents: BigInt(cents), ...NOW }],
          stream,
          MONTHLY,
        );
        const surplusAt = (hundredths: number): number => {
          const i = hundredths / 120_000;
          let value = -cents;
          for (let k = 1; k <= months; k += 1)
            value += each / ((1 + (days / 30) * i) * (1 + i) ** k);
          return value;
        };
        expect(surplusAt(Number(found) - 0.51)).toBeGreaterThan(0);
        expect(surplusAt(Number(found) + 0.51)).toBeLessThan(0);
      }),
    );
  });

  test('is nothing for an interest-free loan, and refused where none exists', () => {
    const advance = [{ amountCents: 1_200_00n, ...NOW }];
    const even = payments(12, 100_00n, 1, NOW.fraction);
    expect(annualPercentageRate(advance, even, MONTHLY)).toBe(0n);
    expect(annualPercentageRate(advance, even.slice(1), MONTHLY)).toBeNull();
    const usury = payments(1, 20_000_00n, 1, NOW.fraction);
    expect(annualPercentageRate(advance, usury, MONTHLY)).toBeNull();
  });
});

type Example = {
  id: string;
  inputs: {
    advance: number;
    payment: number;
    final?: number;
    n?: number;
    unitPeriodsPerYear?: number;
    t?: number;
    f?: number;
    termDays?: number;
  };
  publishedAprPercent: number;
};

describeWithSharedData('the examples of Regulation Z, Appendix J', (data) => {
  const path = join(data, 'vectors/regz-appendix-j-5.json');
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: Example[] };
  const cents = (amount: number): bigint => parseDollars(amount.toFixed(2))!;

  test('all five are met to the hundredth of a percent', () => {
    expect(vectors).toHaveLength(5);
    for (const { id, inputs, publishedAprPercent } of vectors) {
      const { n = 1, t = 1, f = 0, payment, final, termDays, unitPeriodsPerYear } = inputs;
      // Odd days are thirtieths of a month and sevenths of a week.
      const days = unitPeriodsPerYear === 52 ? 7 : 30;
      const fraction = { numerator: BigInt(Math.round(f * days)), denominator: BigInt(days) };
      expect(Number(fraction.numerator) / days).toBeCloseTo(f, 12);
      const apr = annualPercentageRate(
        [{ amountCents: cents(inputs.advance), ...NOW }],
        payments(n, cents(payment), t, fraction, cents(final ?? payment)),
        termDays === undefined
          ? { perYear: BigInt(unitPeriodsPerYear!), over: 1n }
          : { perYear: 365n, over: BigInt(termDays) },
      );
      expect(`${id} ${apr}`).toBe(`${id} ${Math.round(publishedAprPercent * 100)}`);
    }
  });
});
