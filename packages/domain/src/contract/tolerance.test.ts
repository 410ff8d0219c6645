import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEMO_POLICY } from '../../testing/sample-contracts.ts';
import { toleratedCents } from './tolerance.ts';

describe('the shortfall that counts as satisfied', () => {
  test.each([
    [489_04n, 4_89n, 'one percent of it, the half cent left out'],
    [474_50n, 4_74n, 'never a cent more than the share'],
    [500_00n, 5_00n, 'both limits at once'],
    [900_00n, 5_00n, 'the fixed amount'],
    [0n, 0n, 'nothing'],
  ])('of %d is %d: %s', (whole, tolerated) => {
    expect(toleratedCents(DEMO_POLICY, whole)).toBe(tolerated);
  });

  test('is within both limits, and one cent more is not', () => {
    const { toleranceCents, tolerancePpb } = DEMO_POLICY;
    const isWithin = (short: bigint, whole: bigint): boolean =>
      short <= toleranceCents && short * 1_000_000_000n <= whole * tolerancePpb;
    fc.assert(
      fc.property(fc.bigInt(0n, 2_000_00n), (whole) => {
        const tolerated = toleratedCents(DEMO_POLICY, whole);
        expect(isWithin(tolerated, whole)).toBe(true);
        expect(isWithin(tolerated + 1n, whole)).toBe(false);
      }),
    );
  });
});
