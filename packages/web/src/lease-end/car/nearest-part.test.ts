import { BODY_STYLES, CAR_VIEWS } from '@roadbook/domain/wear/walk/car-part';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawingOf } from './car-geometry.ts';
import { type Direction, nearestPart, type PlacedPart } from './nearest-part.ts';

const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down'];
const pictures = BODY_STYLES.flatMap((style) => CAR_VIEWS.map((view) => ({ style, view })));

/** Every part that arrow keys lead to from one part, itself included. */
function reachedFrom(parts: readonly PlacedPart[], first: PlacedPart): Set<string> {
  const reached = new Set([first.partId]);
  const next = [first];
  for (let here = next.pop(); here !== undefined; here = next.pop()) {
    for (const direction of DIRECTIONS) {
      const id = nearestPart(parts, here.mark, direction);
      const found = parts.find(({ partId }) => partId === id);
      if (found === undefined || reached.has(found.partId)) continue;
      reached.add(found.partId);
      next.push(found);
    }
  }
  return reached;
}

describe('the arrow keys', () => {
  it.each(pictures)('reach every part of the $view of a $style from every part', (picture) => {
    const parts = drawingOf(picture.style, picture.view).layers.filter(
      (layer) => layer.partId !== null,
    );
    for (const part of parts) {
      const reached = reachedFrom(parts, part);
      const missed = parts.filter(({ partId }) => !reached.has(partId));
      expect(missed.map(({ partId }) => partId)).toEqual([]);
    }
  });

  it('prefer what lies straight ahead to what is nearer but aside', () => {
    const parts: PlacedPart[] = [
      { partId: 'ahead', mark: [100, 0] },
      { partId: 'aside', mark: [60, 50] },
    ];
    expect(nearestPart(parts, [0, 0], 'right')).toBe('ahead');
    expect(nearestPart(parts, [0, 0], 'down')).toBe('aside');
    expect(nearestPart(parts, [0, 0], 'left')).toBeNull();
  });

  it('never lead the other way, wherever the parts lie', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), point, (marks, from) => {
        const parts = marks.map((mark, at) => ({ partId: at.toString(), mark }));
        const xOf = (id: string | null) => parts.find(({ partId }) => partId === id)?.mark[0];
        const right = xOf(nearestPart(parts, from, 'right'));
        const left = xOf(nearestPart(parts, from, 'left'));
        if (right !== undefined) expect(right).toBeGreaterThan(from[0]);
        if (left !== undefined) expect(left).toBeLessThan(from[0]);
      }),
    );
  });
});
