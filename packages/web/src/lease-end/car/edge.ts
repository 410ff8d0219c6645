/**
 * Lines of the drawing as values, so that two parts that meet share one line: the gap between two
 * doors is written once, and each door is closed along it. Positions are units of the picture.
 */

export type Point = readonly [x: number, y: number];

/** A straight piece has two points, a bent one four: both ends and the handles of its ends. */
type Piece = readonly [Point, Point] | readonly [Point, Point, Point, Point];

export type Edge = readonly Piece[];

const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];

const startOf = (piece: Piece): Point => piece[0];
const endOf = (piece: Piece): Point => (piece.length === 2 ? piece[1] : piece[3]);

/** Where an edge begins. */
export function edgeStart(edge: Edge): Point {
  const first = edge[0];
  if (first === undefined) throw new Error('An edge without a piece has no start');
  return startOf(first);
}

/** Where an edge ends. */
export function edgeEnd(edge: Edge): Point {
  const last = edge.at(-1);
  if (last === undefined) throw new Error('An edge without a piece has no end');
  return endOf(last);
}

/** The same line walked the other way. */
export function back(edge: Edge): Edge {
  return edge.toReversed().map((piece): Piece => {
    if (piece.length === 2) return [piece[1], piece[0]];
    return [piece[3], piece[2], piece[1], piece[0]];
  });
}

/** The piece from the one share of its length of parameter to the other, 0 to 1. */
function cut(piece: Piece, from: number, to: number): Piece {
  if (piece.length === 2) {
    return [between(piece[0], piece[1], from), between(piece[0], piece[1], to)];
  }
  const [, , head] = split(piece, to);
  return to === 0 ? head : split(head, from / to)[1];
}

type Bent = readonly [Point, Point, Point, Point];

/** De Casteljau: the halves of a bent piece at `t`; the third is the first half once more. */
function split([a, b, c, d]: Bent, t: number): [Bent, Bent, Bent] {
  const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
  const [abc, bcd] = [between(ab, bc, t), between(bc, cd, t)];
  const middle = between(abc, bcd, t);
  const head: Bent = [a, ab, abc, middle];
  return [head, [middle, bcd, cd, d], head];
}

const axes = { x: 0, y: 1 } as const;

/** How far along a piece its axis reaches a value; the piece runs one way along that axis. */
function shareAt(piece: Piece, axis: 0 | 1, value: number): number {
  const [from, to] = [startOf(piece)[axis], endOf(piece)[axis]];
  if (piece.length === 2) return (value - from) / (to - from);
  const rising = to > from;
  let [low, high] = [0, 1];
  for (let step = 0; step < 24; step += 1) {
    const t = (low + high) / 2;
    const here = endOf(cut(piece, 0, t))[axis];
    if (here < value === rising) low = t;
    else high = t;
  }
  return (low + high) / 2;
}

/**
 * The stretch of an edge between two positions on an axis, in the edge's own direction. The edge
 * runs one way along that axis; positions outside it are where it ends.
 */
export function stretch(edge: Edge, axis: 'x' | 'y', one: number, other: number): Edge {
  const at = axes[axis];
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return edge.flatMap((piece): Piece[] => {
    const [from, to] = [startOf(piece)[at], endOf(piece)[at]];
    const [least, most] = [Math.min(from, to), Math.max(from, to)];
    if (most <= low || least >= high) return [];
    const shareOf = (value: number): number => {
      if (value <= least) return from < to ? 0 : 1;
      if (value >= most) return from < to ? 1 : 0;
      return shareAt(piece, at, value);
    };
    const [a, b] = [shareOf(low), shareOf(high)];
    return [cut(piece, Math.min(a, b), Math.max(a, b))];
  });
}

/** The point of an edge at a position on an axis. */
export function pointAt(edge: Edge, axis: 'x' | 'y', value: number): Point {
  const at = axes[axis];
  for (const piece of edge) {
    const [from, to] = [startOf(piece)[at], endOf(piece)[at]];
    if (value < Math.min(from, to) || value > Math.max(from, to)) continue;
    return endOf(cut(piece, 0, shareAt(piece, at, value)));
  }
  throw new Error(`The edge has no point at ${axis} ${value.toString()}`);
}

/** The edge moved by a distance along each axis. */
export function moved(edge: Edge, dx: number, dy: number): Edge {
  return edge.map((piece) => piece.map(([x, y]): Point => [x + dx, y + dy]) as unknown as Piece);
}

/** The edge on the other side of the upright line at `axis`. */
export function mirrored(edge: Edge, axis: number): Edge {
  return edge.map((piece) => piece.map(([x, y]): Point => [2 * axis - x, y]) as unknown as Piece);
}

const numbersIn = (text: string): number[] => (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);

function pointsIn(text: string): Point[] {
  const numbers = numbersIn(text);
  return numbers.flatMap((x, at): Point[] => {
    const y = numbers[at + 1];
    return at % 2 === 1 || y === undefined ? [] : [[x, y]];
  });
}

/**
 * Reads `M x y` and then any of `L` (straight to each point), `C` (bent, as in SVG) and `R` (a
 * smooth line through each point), all in positions and not in distances.
 */
export function edge(text: string): Edge {
  const pieces: Piece[] = [];
  let here: Point = [0, 0];
  for (const [, letter = '', rest = ''] of text.matchAll(/([MLCR])([^MLCR]*)/g)) {
    const points = pointsIn(rest);
    if (letter === 'L') {
      for (const point of points) {
        pieces.push([here, point]);
        here = point;
      }
    }
    if (letter === 'C') {
      for (let at = 0; at + 2 < points.length; at += 3) {
        const [b, c, d] = points.slice(at, at + 3) as [Point, Point, Point];
        pieces.push([here, b, c, d]);
        here = d;
      }
    }
    if (letter === 'R') pieces.push(...smooth([here, ...points]));
    here = points.at(-1) ?? here;
  }
  return pieces;
}

/** A Catmull-Rom line: at each inner point it runs as its neighbours lie. */
function smooth(points: readonly Point[]): Piece[] {
  return points.slice(1).map((end, at): Piece => {
    const start = points[at] ?? end;
    const before = points[at - 1] ?? start;
    const after = points[at + 2] ?? end;
    const reach = Math.hypot(end[0] - start[0], end[1] - start[1]) / 3;
    return [start, along(start, before, end, reach), along(end, after, start, reach), end];
  });
}

/** From `at`, a handle of the given length that runs as the line from `before` to `after` does. */
function along(at: Point, before: Point, after: Point, reach: number): Point {
  const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [at[0] + (dx / length) * reach, at[1] + (dy / length) * reach];
}

/** A bow of a circle, in degrees clockwise from the right. */
export function bow([x, y]: Point, radius: number, from: number, to: number): Edge {
  const count = Math.max(1, Math.ceil(Math.abs(to - from) / 90));
  const turn = ((to - from) / count / 180) * Math.PI;
  const handle = (4 / 3) * Math.tan(turn / 4) * radius;
  return Array.from({ length: count }, (_, at): Piece => {
    const a = (from / 180) * Math.PI + at * turn;
    const b = a + turn;
    const start: Point = [x + radius * Math.cos(a), y + radius * Math.sin(a)];
    const end: Point = [x + radius * Math.cos(b), y + radius * Math.sin(b)];
    return [
      start,
      [start[0] - handle * Math.sin(a), start[1] + handle * Math.cos(a)],
      [end[0] + handle * Math.sin(b), end[1] - handle * Math.cos(b)],
      end,
    ];
  });
}

/** The opening over a wheel, from its left foot over the top to its right foot, both at `floor`. */
export function arch(center: Point, radius: number, floor: number): Edge {
  const lean = (Math.asin((floor - center[1]) / radius) / Math.PI) * 180;
  return bow(center, radius, 180 - lean, 360 + lean);
}
