import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { back, bow, edge, edgeEnd, edgeStart, pointAt, stretch } from './edge.ts';
import { bothSides, box, disc, mirrorPath, movePath, shape, turnPath } from './path-data.ts';

describe('a line of the drawing', () => {
  const belt = edge('M 0 10 L 40 10 C 60 10 80 20 100 40');

  it('is walked back along the same points', () => {
    expect(edgeStart(back(belt))).toEqual([100, 40]);
    expect(back(back(belt))).toEqual(belt);
  });

  it('is cut where two positions say, in its own direction', () => {
    const piece = stretch(belt, 'x', 20, 70);
    expect(edgeStart(piece)[0]).toBeCloseTo(20, 4);
    expect(edgeEnd(piece)[0]).toBeCloseTo(70, 4);
    expect(edgeEnd(piece)[1]).toBeCloseTo(pointAt(belt, 'x', 70)[1], 4);
    const other = stretch(back(belt), 'x', 20, 70);
    expect(edgeStart(other)[0]).toBeCloseTo(70, 4);
    expect(edgeEnd(other)[0]).toBeCloseTo(20, 4);
  });

  it('is continued without a step by the stretch that follows, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (x) => {
        const [before, after] = [stretch(belt, 'x', 0, x), stretch(belt, 'x', x, 100)];
        expect(edgeEnd(before)[0]).toBeCloseTo(edgeStart(after)[0], 4);
        expect(edgeEnd(before)[1]).toBeCloseTo(edgeStart(after)[1], 4);
      }),
    );
  });

  it('runs through every point of a smooth line', () => {
    const smooth = edge('M 0 0 R 10 5 20 0 30 5');
    expect(smooth.map((piece) => piece.at(-1))).toEqual([
      [10, 5],
      [20, 0],
      [30, 5],
    ]);
  });

  it('keeps its distance from the middle of a bow', () => {
    for (const [x, y] of bow([50, 60], 30, -20, 200).map((piece) => piece[0])) {
      expect(Math.hypot(x - 50, y - 60)).toBeCloseTo(30, 6);
    }
  });
});

describe('path data', () => {
  it('closes a shape along its edges and steps straight where they part', () => {
    expect(shape('M 0 0 L 10 0', 'M 10 5 L 0 5')).toBe('M0 0L10 0L10 5L0 5Z');
  });

  it('is moved, mirrored and turned by its pairs of numbers', () => {
    const d = box(10, 20, 30, 40);
    expect(d).toBe('M10 20L40 20L40 60L10 60Z');
    expect(movePath(d, 5, -5)).toBe('M15 15L45 15L45 55L15 55Z');
    expect(mirrorPath(d, 50)).toBe('M90 20L60 20L60 60L90 60Z');
    expect(turnPath('M10 20L10 0Z', 100)).toBe('M20 90L0 90Z');
    expect(bothSides('M0 0L1 0Z', 5)).toBe('M0 0L1 0ZM10 0L9 0Z');
  });

  it('is its own image when mirrored twice', () => {
    const d = disc([33, 44], 21);
    expect(mirrorPath(mirrorPath(d, 70), 70)).toBe(d);
  });
});
