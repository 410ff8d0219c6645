import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../tests/house/shared-data.ts';
import { checkTable } from '../../testing/case-table.ts';
import { parseDollars } from '../money/cents.ts';
import { roundHalfUp } from '../money/round.ts';
import { basePayment, implicitRate, type LeaseTiming, RATE_SCALE } from './pricing.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

/** Twelve periods' rate in percent with six decimals. */
function annualPercent(rate: bigint): string {
  const micros = roundHalfUp(rate * 1_200_000_000n, RATE_SCALE)
    .toString()
    .padStart(7, '0');
  return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
}

/** What payments and residual value are worth at a rate, in floating point: the oracle. */
function worth(
  payment: number,
  residual: number,
  months: number,
  timing: LeaseTiming,
  rate: number,
): number {
  let value = residual / (1 + rate) ** months;
  if (timing === 'single-payment') return value + payment;
  const first = timing === 'advance' ? 0 : 1;
  for (let k = 0; k < months; k += 1) value += payment / (1 + rate) ** (k + first);
  return value;
}

describe('the base payment', () => {
  test('is depreciation and rent, each rounded', () => {
    checkTable(read('base-payment'), (row) => {
      const priced = basePayment(
        row.cents('cost'),
        row.cents('residual'),
        row.count('months'),
        row.percent('money factor %'),
      );
      return {
        depreciation: priced.depreciationCents,
        rent: priced.rentCents,
        payment: priced.basePaymentCents,
      };
    });
  });

  test('over the term returns the depreciation, as near as cents allow', () => {
    const cost = fc.bigInt({ min: 5_000_00n, max: 150_000_00n });
    const share = fc.bigInt({ min: 0n, max: 100n });
    fc.assert(
      fc.property(cost, share, fc.integer({ min: 6, max: 60 }), (cents, percent, months) => {
        const residual = (cents * percent) / 100n;
        const priced = basePayment(cents, residual, months, 0n);
        const off = priced.basePaymentCents * BigInt(months) - (cents - residual);
        expect(off < BigInt(months) && off > -BigInt(months)).toBe(true);
        expect(priced.rentCents).toBe(0n);
      }),
    );
  });
});

describe('the implicit rate', () => {
  test('is the published one', () => {
    checkTable(read('implicit-rate'), (row) => {
      const rate = implicitRate(
        row.cents('cost'),
        row.cents('payment'),
        row.cents('residual'),
        row.count('months'),
        row.text('timing') as LeaseTiming,
      );
      return { 'a year %': rate === null ? null : annualPercent(rate) };
    });
  });

  test('makes payments and residual value worth the cost, and a hair more does not', () => {
    const timings = fc.constantFrom<LeaseTiming>('advance', 'arrears', 'single-payment');
    const residual = fc.integer({ min: 0, max: 60_000_00 });
    fc.assert(
      fc.property(
        timings,
        residual,
        fc.integer({ min: 100_00, max: 2_000_00 }),
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 300 }),
        (timing, left, each, months, perMille) => {
          const payment = timing === 'single-payment' ? each * months : each;
          const cost = Math.floor(worth(payment, left, months, timing, perMille / 12_000));
          fc.pre(cost > payment);
          const rate = implicitRate(BigInt(cost), BigInt(payment), BigInt(left), months, timing);
          const found = Number(rate) / 1e18;
          const hair = 1e-12;
          expect(worth(payment, left, months, timing, found - hair) > cost - 1e-5).toBe(true);
          expect(worth(payment, left, months, timing, found + hair) < cost + 1e-5).toBe(true);
          // A cost a fraction of a cent lower makes a rate a little higher, never lower.
          expect(found).toBeGreaterThanOrEqual(perMille / 12_000 - 1e-9);
        },
      ),
    );
  });

  test('does not exist where the payments fall short of the cost', () => {
    expect(implicitRate(12_000_00n, 199_99n, 0n, 60, 'arrears')).toBeNull();
    expect(implicitRate(12_000_00n, 100_00n, 5_000_00n, 60, 'advance')).toBeNull();
  });

  test('above 100 % a period is refused', () => {
    expect(implicitRate(1_000_00n, 2_100_00n, 0n, 12, 'arrears')).toBeNull();
  });
});

type Vector = { id: string; inputs: Record<string, never>; published: Record<string, number> };

describeWithSharedData('the Federal Reserve’s leasing examples', (data) => {
  const path = join(data, 'vectors/frb-vehicle-leasing.json');
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: Vector[] };
  const cents = (amount: number): bigint => parseDollars(amount.toFixed(2))!;
  const vector = (id: string): Vector => vectors.find((each) => each.id === id)!;

  test('the lease at 8.497 %', () => {
    const inputs = vector('frb-lease-constant-yield').inputs as Record<string, number>;
    const rate = implicitRate(
      cents(inputs.adjustedCapCost!),
      cents(inputs.baseMonthlyPayment!),
      cents(inputs.residual!),
      inputs.termMonths!,
      'advance',
    )!;
    expect(annualPercent(rate)).toBe('8.497144');
    expect(Number(annualPercent(rate)).toFixed(3)).toBe(`${inputs.annualRatePercent}`);
  });

  test('the lease of 24,000.00 that costs as much a month as its loan', () => {
    const { inputs, published } = vector('frb-lease-vs-loan-36-60');
    const lease = (inputs as unknown as { lease: Record<string, number> }).lease;
    const rate = implicitRate(
      cents(lease.capCost!),
      cents(published.leasePayment!),
      cents(lease.residual!),
      lease.term!,
      'advance',
    )!;
    expect(Number(annualPercent(rate)).toFixed(4)).toBe('10.3541');
  });
});
