import { backdrop, type Drawing, type DrawnPart, type Stroke } from '../drawing.ts';
import { bothSides, box, type PathData, shape, turnPath } from '../path-data.ts';

/** The lines of a car from above, its front up; the picture itself lies on its side. */
export type TopLines = {
  readonly width: number;
  readonly length: number;
  readonly body: PathData;
  readonly hood: PathData;
  readonly windshield: PathData;
  readonly sideGlass: PathData;
  readonly rearGlass: PathData;
  readonly mirrors: PathData;
  readonly roof: PathData;
  /** From the left, from the front, width and length. */
  readonly sunroof: readonly [number, number, number, number];
  readonly roofMark: number;
  readonly rear: readonly Stroke[];
  readonly over: readonly Stroke[];
};

/** The car from above, its front to the left: what is looked at here is the roof. */
export function topView(lines: TopLines): Drawing {
  const { width, length, body, hood, windshield, sideGlass, rearGlass, mirrors } = lines;
  const [left, top, across, along] = lines.sunroof;
  const turn = ([role, d]: Stroke): Stroke => [role, turnPath(d, width)];
  const placed = (partId: string, y: number, shapes: readonly Stroke[]): DrawnPart => ({
    partId,
    shapes: shapes.map(turn),
    mark: [y, width / 2],
  });
  const axis = width / 2;
  return {
    width: length,
    height: width,
    layers: [
      backdrop(
        ...[
          ['ground', box(axis - (axis - 12), 40, 2 * axis - 24, length - 60, 60)] as const,
          ['paint', mirrors] as const,
          ['paint', body] as const,
          ['fine', hood] as const,
          ['glass', windshield] as const,
          ['glass', bothSides(sideGlass, axis)] as const,
          ['glass', rearGlass] as const,
          ...lines.rear,
        ].map(turn),
      ),
      placed('roof', lines.roofMark, [['paint', lines.roof]]),
      placed('sunroof', top + along / 2, [
        ['glass', box(left, top, across, along, 16)],
        [
          'gleam',
          shape(
            `M ${left + 20} ${top + 8} L ${left + 56} ${top + 8} ` +
              `L ${left + 30} ${top + along - 8} L ${left + 8} ${top + along - 20}`,
          ),
        ],
      ]),
      backdrop(...lines.over.map(turn)),
    ],
  };
}
