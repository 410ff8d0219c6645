import type { Point } from './edge.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** A part and where it stands in the picture. */
export type PlacedPart = { readonly partId: string; readonly mark: Point };

const ways: Readonly<Record<Direction, Point>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The part that an arrow key leads to: among those that lie that way, the nearest, where a step
 * aside counts twice. Null when nothing lies that way.
 */
export function nearestPart(
  parts: readonly PlacedPart[],
  from: Point,
  direction: Direction,
): string | null {
  const [wx, wy] = ways[direction];
  let best: { partId: string; cost: number } | null = null;
  for (const { partId, mark } of parts) {
    const [dx, dy] = [mark[0] - from[0], mark[1] - from[1]];
    const ahead = dx * wx + dy * wy;
    if (ahead < 1) continue;
    const aside = Math.abs(dx * wy - dy * wx);
    // What lies far more aside than ahead belongs to the other arrows.
    if (aside > ahead * 3) continue;
    const cost = ahead + aside * 2;
    if (best === null || cost < best.cost) best = { partId, cost };
  }
  return best?.partId ?? null;
}
