import type { Backdrop, Drawing, DrawnPart, Stroke } from './drawing.ts';
import { mirrorPath } from './path-data.ts';

/** The right side of the car: the left one mirrored, with the names of the right. */
export function mirrorDrawing(left: Drawing): Drawing {
  const axis = left.width / 2;
  const flip = ([role, d]: Stroke): Stroke => [role, mirrorPath(d, axis)];
  return {
    ...left,
    layers: left.layers.map((layer): DrawnPart | Backdrop => {
      const shapes = layer.shapes.map(flip);
      if (layer.partId === null) return { partId: null, shapes };
      const { hit, fingerHit, mark } = layer;
      return {
        partId: layer.partId.replace(/^left-/, 'right-'),
        shapes,
        mark: [left.width - mark[0], mark[1]],
        ...(hit === undefined ? {} : { hit: mirrorPath(hit, axis) }),
        ...(fingerHit === undefined ? {} : { fingerHit: mirrorPath(fingerHit, axis) }),
      };
    }),
  };
}
