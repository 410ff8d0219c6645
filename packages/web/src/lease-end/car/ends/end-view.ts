import { type Backdrop, backdrop, type DrawnPart, type Stroke } from '../drawing.ts';
import type { Point } from '../edge.ts';
import { bothSides, box, mirrorPath, type PathData, shape } from '../path-data.ts';

/** The road and the two tires under a car that stands before us. */
export function standing(axis: number, road: number, left: number, tire: Point): Backdrop {
  const [width, top] = tire;
  const reach = axis - left + 46;
  return backdrop(
    [
      'ground',
      shape(
        `M ${axis - reach} ${road} C ${axis - 120} ${road - 11} ${axis + 120} ${road - 11} ` +
          `${axis + reach} ${road} C ${axis + 120} ${road + 11} ${axis - 120} ${road + 11} ` +
          `${axis - reach} ${road}`,
      ),
    ],
    ['rubber', bothSides(box(left, top, width, road - top, 14), axis)],
    ['dark', box(left + width - 8, top, 2 * (axis - left - width) + 16, (road - top) * 0.45)],
  );
}

/** A lamp on either side: the left one as written, the other mirrored. Names as one sees them. */
export function lampPair(
  axis: number,
  names: readonly [atLeft: string, atRight: string],
  mark: Point,
  hit: PathData,
  shapes: readonly Stroke[],
): readonly DrawnPart[] {
  const [atLeft, atRight] = names;
  return [
    { partId: atLeft, shapes, mark, hit },
    {
      partId: atRight,
      shapes: shapes.map(([role, d]): Stroke => [role, mirrorPath(d, axis)]),
      mark: [2 * axis - mark[0], mark[1]],
      hit: mirrorPath(hit, axis),
    },
  ];
}
