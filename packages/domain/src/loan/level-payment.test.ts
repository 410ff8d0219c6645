import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { levelPayment } from './level-payment.ts';

const cases = readFileSync(new URL('./cases/level-payment.txt', import.meta.url), 'utf8');

describe('the level payment', () => {
  test('is the one that servicers print', () => {
    checkTable(cases, (row) => ({
      payment: levelPayment(row.cents('amount'), row.percent('rate'), row.count('months')),
    }));
  });

  test('is the cent nearest to what pays the loan off exactly', () => {
    const amount = fc.bigInt({ min: 100_00n, max: 250_000_00n });
    const rate = fc.bigInt({ min: 0n, max: 360_000_000n });
    fc.assert(
      fc.property(amount, rate, fc.integer({ min: 1, max: 96 }), (cents, ratePpb, months) => {
        const payment = levelPayment(cents, ratePpb, months);
        // Half a cent less leaves something owed, half a cent more leaves nothing.
        expect(leftAfter(cents, ratePpb, months, 2n * payment - 1n) >= 0n).toBe(true);
        expect(leftAfter(cents, ratePpb, months, 2n * payment + 1n) <= 0n).toBe(true);
      }),
    );
  });
});

/** What is left after paying so many half cents a month, times 12 billion to the months, × 2. */
function leftAfter(cents: bigint, ratePpb: bigint, months: number, halfCents: bigint): bigint {
  const month = 12_000_000_000n;
  let left = 2n * cents;
  let scale = 1n;
  for (let k = 0; k < months; k += 1) {
    left *= month + ratePpb;
    scale *= month;
    left -= halfCents * scale;
  }
  return left;
}
