import type { Point } from './edge.ts';
import type { PathData } from './path-data.ts';

/**
 * What a shape is made of or stands for. Renderers turn it into colour: the screen with classes,
 * a printed page with greys. `shade` darkens what lies under it, `line` and `fine` are strokes
 * without a filling, everything else is filled and outlined.
 */
export type ShapeRole =
  | 'ground'
  | 'paint'
  | 'shade'
  | 'glass'
  | 'gleam'
  | 'rubber'
  | 'metal'
  | 'alloy'
  | 'dark'
  | 'lamp'
  | 'tail-lamp'
  | 'cloth'
  | 'trim'
  | 'line'
  | 'fine';

export type Stroke = readonly [role: ShapeRole, d: PathData];

/** One part of the car as drawn: its shapes from the lowest up; the first is its outline. */
export type DrawnPart = {
  readonly partId: string;
  readonly shapes: readonly Stroke[];
  /** Where the mark of its state stands, and from where the arrow keys measure. */
  readonly mark: Point;
  /** What a finger may touch beyond the shapes: free ground beside a small part. */
  readonly hit?: PathData;
  /** What a finger, but no mouse, may touch although another part is drawn there. */
  readonly fingerHit?: PathData;
};

/** Drawn, but no part a person can choose: the pillars, the ground, a crease over two doors. */
export type Backdrop = { readonly partId: null; readonly shapes: readonly Stroke[] };

/** A picture of the car from one place, from the lowest layer up. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly (DrawnPart | Backdrop)[];
};

export const backdrop = (...shapes: readonly Stroke[]): Backdrop => ({ partId: null, shapes });
