import {
  BODY_STYLES,
  type BodyStyle,
  CAR_VIEWS,
  type CarView,
  partsOf,
} from '@roadbook/domain/wear/walk/car-part';
import { describe, expect, it } from 'vitest';
import { carGeometry, drawingOf } from './car-geometry.ts';
import { boundsOf, pointsOf } from './path-data.ts';

const pictures = BODY_STYLES.flatMap((style) => CAR_VIEWS.map((view) => ({ style, view })));
const drawnParts = (style: BodyStyle, view: CarView) =>
  drawingOf(style, view).layers.filter((layer) => layer.partId !== null);

describe.each(pictures)('the $view of a $style', ({ style, view }) => {
  const { width, height } = drawingOf(style, view);
  const parts = drawnParts(style, view);
  const { viewBox, shapes } = carGeometry(style, view);

  it('draws every part that belongs here, once, and no other', () => {
    const belonging = partsOf(style).filter((part) => part.view === view);
    expect(parts.map(({ partId }) => partId).sort()).toEqual(belonging.map(({ id }) => id).sort());
  });

  it('has only paths that any renderer draws, closed wherever they are filled', () => {
    expect(viewBox).toBe(`0 0 ${width} ${height}`);
    for (const { role, d } of shapes) {
      expect(d).toMatch(/^(M-?[\d.]+ -?[\d.]+([LC]-?[\d.]+( -?[\d.]+)+)+Z?)+$/);
      if (role !== 'line' && role !== 'fine') expect(d).toMatch(/Z$/);
    }
  });

  it('stays inside the picture', () => {
    for (const { d } of shapes) {
      for (const [x, y] of pointsOf(d)) {
        expect(x).toBeGreaterThanOrEqual(-8);
        expect(x).toBeLessThanOrEqual(width + 8);
        expect(y).toBeGreaterThanOrEqual(-8);
        expect(y).toBeLessThanOrEqual(height + 8);
      }
    }
  });

  it('marks every part on the part, and no two in one place', () => {
    for (const { mark, shapes: own } of parts) {
      const { left, top, right, bottom } = boundsOf(own[0]?.[1] ?? '');
      expect(mark[0]).toBeGreaterThan(left);
      expect(mark[0]).toBeLessThan(right);
      expect(mark[1]).toBeGreaterThan(top);
      expect(mark[1]).toBeLessThan(bottom);
    }
    for (const { partId, mark } of parts) {
      for (const other of parts) {
        if (other.partId === partId) continue;
        const apart = Math.hypot(mark[0] - other.mark[0], mark[1] - other.mark[1]);
        // The marks are 20 pixels wide when the picture is 343.
        expect(apart * (343 / width), `${partId} and ${other.partId}`).toBeGreaterThan(20);
      }
    }
  });

  it('has no part too small for a finger on a narrow telephone', () => {
    for (const { partId, shapes: own, hit, fingerHit } of parts) {
      const touched = [own[0]?.[1], hit, fingerHit].join('');
      const { left, top, right, bottom } = boundsOf(touched);
      const sides = [right - left, bottom - top].map((side) => (side * 343) / width);
      // A wheel and its tire share one round: each gets somewhat less than the 44 of the others.
      const shared = /wheel|tire|grille/.test(partId);
      expect(Math.min(...sides), partId).toBeGreaterThanOrEqual(shared ? 33 : 43.9);
      expect(Math.max(...sides), partId).toBeGreaterThanOrEqual(shared ? 40 : 44);
    }
  });
});

describe('the sides of a car', () => {
  it.each(BODY_STYLES)('are mirror images: the front of a %s is left, then right', (style) => {
    const headOf = (view: CarView, partId: string): number =>
      drawnParts(style, view).find((part) => part.partId === partId)?.mark[0] ?? Number.NaN;
    const { width } = drawingOf(style, 'left');
    expect(headOf('left', 'left-front-wheel')).toBeLessThan(headOf('left', 'left-rear-wheel'));
    expect(headOf('right', 'right-front-wheel')).toBeCloseTo(
      width - headOf('left', 'left-front-wheel'),
    );
  });

  it.each(BODY_STYLES)('show the lamps of a %s where they are seen from', (style) => {
    const at = (view: CarView, partId: string): number =>
      drawnParts(style, view).find((part) => part.partId === partId)?.mark[0] ?? Number.NaN;
    expect(at('front', 'right-headlight')).toBeLessThan(at('front', 'left-headlight'));
    expect(at('rear', 'left-tail-light')).toBeLessThan(at('rear', 'right-tail-light'));
  });
});
