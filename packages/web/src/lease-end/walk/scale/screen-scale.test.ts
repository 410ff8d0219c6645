import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keepScale,
  milsToPx,
  pxPerMm,
  pxToMils,
  readScale,
  scaleFrom,
  sliderSpan,
} from './screen-scale.ts';

const shelf = (text: string | null = null) => {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  };
};

describe('the scale of a screen', () => {
  it('is what makes the outline of a card as wide as the card', () => {
    const scale = scaleFrom('card', 323.88, 3)!;
    expect(pxPerMm(scale, 3)).toBeCloseTo(6, 10);
    expect(milsToPx(3_370, 6)).toBeCloseTo(85.6 * 6, 0);
  });

  it('holds when the page is zoomed later', () => {
    const scale = scaleFrom('quarter', 100, 2)!;
    expect(pxPerMm(scale, 4)).toBeCloseTo(pxPerMm(scale, 2) / 2, 10);
  });

  it.each([0, -5, Number.NaN, 1, 5_000])('is refused for an outline %d pixels wide', (width) => {
    expect(scaleFrom('card', width, 2)).toBeNull();
  });

  it('is read back as kept, and a forged one is ignored', () => {
    const storage = shelf();
    const scale = scaleFrom('card', 330, 2.625)!;
    keepScale(storage, scale);
    expect(readScale(storage)).toEqual(scale);
    for (const forged of [null, '', 'six', '0', '-3', '1e9', 'Infinity']) {
      expect(readScale(shelf(forged))).toBeNull();
    }
  });

  it('turns a size into pixels and back without losing more than the pixel', () => {
    const sizes = fc.integer({ min: 1, max: 20_000 });
    const scales = fc.double({ min: 1.5, max: 14, noNaN: true });
    fc.assert(
      fc.property(sizes, scales, (mils, perMm) => {
        expect(Math.abs(pxToMils(milsToPx(mils, perMm), perMm) - mils)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('lets the outline grow no wider than the room on the screen', () => {
    expect(sliderSpan('card', 343).max).toBe(343);
    expect(sliderSpan('quarter', 2_000).max).toBeLessThan(400);
    expect(sliderSpan('card', 10).max).toBeGreaterThan(sliderSpan('card', 10).min);
  });
});
