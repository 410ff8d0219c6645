import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

vi.mock('../copy/copy.ts', () => ({ t: (key: string) => key }));

import { curveOf, stepsOf } from './curve-geometry.ts';

const SIZE = { width: 300, height: 100 };
const point = (on: string, balanceCents: string, projected: boolean) => ({
  on,
  balanceCents,
  projected,
});

describe('the balance as a curve', () => {
  it('runs from the top left to the bottom right, and turns where the past ends', () => {
    const curve = curveOf(
      [
        point('2026-01-01', '1000000', false),
        point('2026-01-11', '500000', false),
        point('2026-01-31', '0', true),
      ],
      SIZE,
    );
    expect(curve).toEqual({
      past: 'M0 0L100 50',
      future: 'M100 50L300 100',
      now: { x: 100, y: 50 },
    });
  });

  it('draws nothing from nothing, and no line from one point', () => {
    expect(curveOf([], SIZE)).toEqual({ past: '', future: '', now: null });
    expect(curveOf([point('2026-01-01', '5', false)], SIZE).past).toBe('');
  });

  it('stays inside the picture for any balances', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 16n }), { minLength: 2, maxLength: 28 }),
        (all) => {
          const points = all.map((cents, at) =>
            point(`2026-02-${String(at + 1).padStart(2, '0')}`, String(cents), at > 3),
          );
          const { past, future } = curveOf(points, SIZE);
          for (const [, x, y] of `${past}${future}`.matchAll(/[ML](-?\d+) (-?\d+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0);
            expect(Number(x)).toBeLessThanOrEqual(SIZE.width);
            expect(Number(y)).toBeGreaterThanOrEqual(0);
            expect(Number(y)).toBeLessThanOrEqual(SIZE.height);
          }
        },
      ),
    );
  });
});

describe('the balance as a table', () => {
  it('leaves out days that changed nothing, and keeps where the past ends', () => {
    const points = [
      point('2026-01-01', '1000', false),
      point('2026-01-11', '1000', false),
      point('2026-02-01', '900', false),
      point('2026-02-11', '900', false),
      point('2026-02-20', '900', false),
      point('2026-03-01', '800', true),
    ];
    expect(stepsOf(points).map(({ on }) => on)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-02-20',
      '2026-03-01',
    ]);
  });
});
