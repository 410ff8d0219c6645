import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrastOf, readableAccent } from './contrast.ts';

describe('an accent', () => {
  test.each([
    ['#000000', 'light', '#000000'],
    ['#1f5c8b', 'light', '#1f5c8b'],
    ['#8cc4ee', 'dark', '#8cc4ee'],
    ['#ffffff', 'dark', '#ffffff'],
  ] as const)('%s stays as it is on %s pages', (colour, scheme, expected) => {
    expect(readableAccent(colour, scheme)).toBe(expected);
  });

  test('that cannot be read gets the nearest that can', () => {
    expect(contrastOf('#ffcc00', 'light')).toBeLessThan(2);
    const nearest = readableAccent('#ffcc00', 'light');
    // Still a yellow, only darker.
    expect(nearest).toMatch(/^#[78]/);
    expect(contrastOf(nearest, 'light')).toBeGreaterThanOrEqual(4.5);
  });

  const colours = fc
    .integer({ min: 0, max: 0xffffff })
    .map((n) => `#${n.toString(16).padStart(6, '0')}`);

  test('has one that can be read, whatever it is, and that one stays', () => {
    fc.assert(
      fc.property(colours, fc.constantFrom('light', 'dark'), (colour, scheme) => {
        const nearest = readableAccent(colour, scheme);
        expect(contrastOf(nearest, scheme)).toBeGreaterThanOrEqual(4.5);
        expect(readableAccent(nearest, scheme)).toBe(nearest);
      }),
    );
  });
});
