import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf } from './band-geometry.ts';
import { barOn, placeOn, scaleOf } from './scale.ts';

const cents = fc.bigInt(-10_000_000n, 10_000_000n);

test('a scale holds zero and every amount it was made from, in their order', () => {
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1 }), (amounts) => {
      const scale = scaleOf(amounts);
      const sorted = [...amounts, 0n].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const places = sorted.map((each) => placeOn(scale, each));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(Math.min(...places)).toBe(0);
      expect(Math.max(...places)).toBeLessThanOrEqual(1_000);
    }),
  );
});

test('a bar begins at zero, whichever way it points', () => {
  const scale = scaleOf([-5_000n, 15_000n]);
  expect(barOn(scale, 15_000n)).toEqual({ x: 250, width: 750 });
  expect(barOn(scale, -5_000n)).toEqual({ x: 0, width: 250 });
  expect(barOn(scale, 0n)).toEqual({ x: 250, width: 0 });
});

test('a band runs along its highs and back along its lows', () => {
  const range = (likely: bigint) => ({
    lowCents: likely - 10n,
    likelyCents: likely,
    highCents: likely + 10n,
  });
  const { band, line, zero } = bandOf([range(90n), range(40n)], { width: 100, height: 100 });
  expect(line).toBe('M0 10L100 60');
  expect(band).toBe('M0 0L100 50L100 70L0 20Z');
  expect(zero).toBe(100);
});
