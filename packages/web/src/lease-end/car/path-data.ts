import { back, bow, type Edge, edge, edgeEnd, edgeStart, mirrored, type Point } from './edge.ts';

/**
 * Path data that any renderer draws: only `M`, `L`, `C` and `Z`, every number a position, so that
 * a picture is moved or mirrored by its pairs of numbers and a printed page draws the same lines.
 */
export type PathData = string;

const short = (value: number): string => String(Math.round(value * 10) / 10);
const write = ([x, y]: Point): string => `${short(x)} ${short(y)}`;
const near = (a: Point, b: Point): boolean => Math.hypot(a[0] - b[0], a[1] - b[1]) < 0.06;

function steps(edges: readonly Edge[]): string {
  const [first, ...rest] = edges.filter((each) => each.length > 0);
  if (first === undefined) return '';
  let here = edgeStart(first);
  let text = `M${write(here)}`;
  for (const each of [first, ...rest]) {
    const start = edgeStart(each);
    if (!near(here, start)) text += `L${write(start)}`;
    for (const piece of each) {
      text +=
        piece.length === 2
          ? `L${write(piece[1])}`
          : `C${write(piece[1])} ${write(piece[2])} ${write(piece[3])}`;
    }
    here = edgeEnd(each);
  }
  return text;
}

/** An open line along edges; where one does not begin at the end of the last, a straight step. */
export function line(...edges: readonly (Edge | string)[]): PathData {
  return steps(edges.map(asEdge));
}

/** A closed shape along edges, as `line` walks them. */
export function shape(...edges: readonly (Edge | string)[]): PathData {
  return `${line(...edges)}Z`;
}

const asEdge = (given: Edge | string): Edge => (typeof given === 'string' ? edge(given) : given);

/** A box with round corners; `lean` moves the upper corners to the right. */
export function box(x: number, y: number, width: number, height: number, radius = 0): PathData {
  const r = Math.min(radius, width / 2, height / 2);
  const [right, bottom] = [x + width, y + height];
  if (r === 0) {
    return shape([
      [[x, y] as Point, [right, y] as Point],
      [[right, y] as Point, [right, bottom] as Point],
      [[right, bottom] as Point, [x, bottom] as Point],
    ]);
  }
  return shape(
    bow([x + r, y + r], r, 180, 270),
    bow([right - r, y + r], r, 270, 360),
    bow([right - r, bottom - r], r, 0, 90),
    bow([x + r, bottom - r], r, 90, 180),
  );
}

/** A disc. */
export function disc(center: Point, radius: number): PathData {
  return shape(bow(center, radius, 0, 360));
}

/** A disc with a hole, which stays empty whichever rule of filling a renderer follows. */
export function ring(center: Point, outer: number, inner: number): PathData {
  return `${disc(center, outer)}${shape(bow(center, inner, 360, 0))}`;
}

const mapped = (d: PathData, map: (point: Point) => Point): PathData =>
  d.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => write(map([+x, +y])));

/** The same path on the other side of the upright line at `axis`. */
export function mirrorPath(d: PathData, axis: number): PathData {
  return mapped(d, ([x, y]) => [2 * axis - x, y]);
}

/** The path moved. */
export function movePath(d: PathData, dx: number, dy: number): PathData {
  return mapped(d, ([x, y]) => [x + dx, y + dy]);
}

/** The path and its mirror image in one. */
export function bothSides(d: PathData, axis: number): PathData {
  return `${d}${mirrorPath(d, axis)}`;
}

/** Every position a path names; its handles lie at most a little outside of what is drawn. */
export function pointsOf(d: PathData): Point[] {
  return [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]);
}

export type Bounds = { left: number; top: number; right: number; bottom: number };

/** The box around every position that a path names. */
export function boundsOf(d: PathData): Bounds {
  const points = pointsOf(d);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

/** The shape whose left half runs along edges, from the upright line at `axis` back to it. */
export function symmetric(axis: number, ...half: readonly (Edge | string)[]): PathData {
  const edges = half.map(asEdge);
  return shape(...edges, ...edges.toReversed().map((each) => back(mirrored(each, axis))));
}

/** The open line that `symmetric` would close. */
export function symmetricLine(axis: number, ...half: readonly (Edge | string)[]): PathData {
  const edges = half.map(asEdge);
  return line(...edges, ...edges.toReversed().map((each) => back(mirrored(each, axis))));
}

/** The path turned by a quarter, so that what was up is at the left. */
export function turnPath(d: PathData, width: number): PathData {
  return mapped(d, ([x, y]) => [y, width - x]);
}
