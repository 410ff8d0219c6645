import {
  type Backdrop,
  backdrop,
  type Drawing,
  type DrawnPart,
  type ShapeRole,
  type Stroke,
} from '../drawing.ts';
import {
  arch,
  back,
  bow,
  type Edge,
  edge,
  edgeEnd,
  edgeStart,
  type Point,
  pointAt,
  stretch,
} from '../edge.ts';
import { box, type PathData, shape } from '../path-data.ts';
import { tirePart, type WheelAt, wheelPart, wheelWell } from '../wheel.ts';

/** The gap between a window and the next: the pillar's foot on the belt, its head, its width. */
export type Pillar = { readonly foot: number; readonly head: Point; readonly width: number };

/**
 * The lines from which the side of any car is put together, front to the left. Doors, windows
 * and sill lie between them; what differs from style to style is handed in as shapes.
 */
export type SideLines = {
  readonly width: number;
  readonly height: number;
  readonly front: WheelAt;
  readonly rear: WheelAt;
  /** Over the car, from the foot of the front bumper to the foot of the rear one. */
  readonly outline: readonly Edge[];
  /** Lower edge of the windows, from the front door's gap on. */
  readonly belt: Edge;
  /** Upper edge of the windows, from the mirror to the end of the rear window. */
  readonly glassTop: Edge;
  /** Gaps before the front door, between the doors and behind the rear door, from the belt down. */
  readonly cuts: { readonly front: Edge; readonly middle: Edge; readonly rear: Edge };
  readonly pillar: Pillar;
  /** Height of the upper edge of the sill. */
  readonly sillTop: number;
  /** From the lamp along the hood to the front door's gap; and from the wheel back to the lamp. */
  readonly fender: { readonly over: Edge; readonly under: Edge; readonly archFrom: number };
  readonly quarter: PathData;
  /** Left ends of the two handles and their height. */
  readonly handles: readonly [Point, Point];
  readonly mirror: { readonly head: PathData; readonly glass?: PathData; readonly hit: PathData };
  readonly marks: Readonly<Record<SideMark, Point>>;
  /** Below the parts: lamps, the pillars' dark, a quarter window. */
  readonly behind: readonly Stroke[];
  /** Over the parts: creases and shade. */
  readonly over: readonly Stroke[];
  /** More shapes of a part, over its own. */
  readonly more?: Partial<Record<SideMark, readonly Stroke[]>>;
  /** What the sill is made of; painted metal unless said. */
  readonly sillRole?: ShapeRole;
};

export type SideMark =
  | 'fender'
  | 'front-door'
  | 'rear-door'
  | 'quarter-panel'
  | 'sill'
  | 'front-window'
  | 'rear-window'
  | 'mirror';

const degrees = (share: number): number => (Math.asin(share) / Math.PI) * 180;

/** Angle below the horizontal at which the opening of a wheel reaches a height. */
const leanTo = ({ center, arch: radius }: WheelAt, y: number): number =>
  degrees((y - center[1]) / radius);

/** The left side of a car. */
export function sideView(lines: SideLines): Drawing {
  const { width, height, front, rear, outline, behind, over } = lines;
  return {
    width,
    height,
    layers: [
      groundUnder(lines),
      wheelWell(front),
      wheelWell(rear),
      backdrop(
        ['paint', shape(...outline, back(opening(rear)), back(opening(front)))],
        ['dark', frames(lines)],
        ...behind,
      ),
      fenderOf(lines),
      ...doorsOf(lines),
      { ...part(lines, 'quarter-panel', ['paint', lines.quarter]) },
      sillOf(lines),
      ...windowsOf(lines),
      backdrop(...over),
      mirrorOf(lines),
      wheelPart('left-front-wheel', front),
      tirePart('left-front-tire', front),
      wheelPart('left-rear-wheel', rear),
      tirePart('left-rear-tire', rear),
    ],
  };
}

const opening = ({ center, arch: radius, floor }: WheelAt): Edge => arch(center, radius, floor);

function part(
  { marks, more }: SideLines,
  name: SideMark,
  first: Stroke,
  ...rest: readonly Stroke[]
): DrawnPart {
  return {
    partId: `left-${name}`,
    shapes: [first, ...rest, ...(more?.[name] ?? [])],
    mark: marks[name],
  };
}

function groundUnder({ front, rear }: SideLines): Backdrop {
  const y = front.center[1] + front.tire;
  const [left, right] = [front.center[0] - 160, rear.center[0] + 190];
  const [near, far] = [left + 130, right - 130];
  return backdrop([
    'ground',
    shape(
      `M ${left} ${y} C ${near} ${y - 12} ${far} ${y - 12} ${right} ${y}` +
        `C ${far} ${y + 12} ${near} ${y + 12} ${left} ${y}`,
    ),
  ]);
}

/** The dark between and around the windows. */
function frames({ belt, glassTop, cuts }: SideLines): PathData {
  const from = edgeStart(cuts.front)[0];
  return shape(glassTop, back(stretch(belt, 'x', from, edgeEnd(glassTop)[0])));
}

function fenderOf(lines: SideLines): DrawnPart {
  const { cuts, fender, front, sillTop } = lines;
  const lean = leanTo(front, sillTop);
  return part(lines, 'fender', [
    'paint',
    shape(
      fender.over,
      cuts.front,
      bow(front.center, front.arch, lean, fender.archFrom),
      fender.under,
    ),
  ]);
}

function doorsOf(lines: SideLines): readonly DrawnPart[] {
  const { belt, cuts, handles } = lines;
  const door = (name: SideMark, from: Edge, to: Edge, [x, y]: Point): DrawnPart => {
    const above = stretch(belt, 'x', edgeStart(from)[0], edgeStart(to)[0]);
    return part(
      lines,
      name,
      ['paint', shape(above, to, back(from))],
      ['shade', box(x + 5, y - 5, 34, 19, 9.5)],
      ['metal', box(x, y, 46, 9, 4.5)],
    );
  };
  return [
    door('front-door', cuts.front, cuts.middle, handles[0]),
    door('rear-door', cuts.middle, cuts.rear, handles[1]),
  ];
}

function sillOf(lines: SideLines): DrawnPart {
  const { front, rear, sillTop } = lines;
  const [foreLean, rearLean] = [leanTo(front, sillTop), leanTo(rear, sillTop)];
  const d = shape(
    bow(rear.center, rear.arch, 180 - rearLean, 180 - leanTo(rear, rear.floor)),
    bow(front.center, front.arch, leanTo(front, front.floor), foreLean),
  );
  const [left, right] = [front.center[0] + front.tire + 4, rear.center[0] - rear.tire - 4];
  return {
    ...part(lines, 'sill', [lines.sillRole ?? 'paint', d]),
    hit: box(left, sillTop, right - left, lines.height - sillTop),
  };
}

function windowsOf(lines: SideLines): readonly DrawnPart[] {
  const { belt, glassTop, pillar } = lines;
  const [start, end] = [edgeStart(glassTop)[0], edgeEnd(glassTop)[0]];
  const { foot, head, width } = pillar;
  const fore = edge(`M ${foot} 0 L ${head[0]} 0`);
  const post = (dx: number): Edge => {
    const low = stretch(belt, 'x', edgeStart(belt)[0], foot + dx);
    const high = stretch(glassTop, 'x', start, head[0] + dx);
    return [[edgeEnd(low), edgeEnd(high)]];
  };
  const [left, right] = [edgeStart(fore)[0], edgeEnd(fore)[0] + width];
  const pane = (name: SideMark, d: PathData, hit: PathData, shine: Stroke): DrawnPart => ({
    ...part(lines, name, ['glass', d], shine),
    hit,
  });
  const y = edgeStart(belt)[1];
  const gleam = (x: number, wide: number, leaning: number): Stroke => {
    const low = (at: number): Point => [at, pointAt(belt, 'x', at)[1] - 4];
    const high = (at: number): Point => [at, pointAt(glassTop, 'x', at)[1] + 4];
    return [
      'gleam',
      shape([
        [low(x), high(x + leaning)],
        [high(x + leaning), high(x + leaning + wide)],
        [high(x + leaning + wide), low(x + wide)],
      ]),
    ];
  };
  return [
    pane(
      'front-window',
      shape(
        stretch(glassTop, 'x', start, head[0]),
        back(post(0)),
        back(stretch(belt, 'x', start, foot)),
      ),
      shape(`M ${start + 24} ${y} L ${start + 44} 0 L ${right} 0 L ${left} ${y}`),
      gleam(foot - 76, 26, 34),
    ),
    pane(
      'rear-window',
      shape(
        stretch(glassTop, 'x', head[0] + width, end),
        back(stretch(belt, 'x', foot + width, end)),
        post(width),
      ),
      shape(`M ${left} ${y} L ${right} 0 L ${end} 0 L ${end} ${y}`),
      gleam(foot + width + 36, 26, 34),
    ),
  ];
}

function mirrorOf(lines: SideLines): DrawnPart {
  const { head, hit } = lines.mirror;
  return { ...part(lines, 'mirror', ['paint', head]), hit };
}
