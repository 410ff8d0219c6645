import type { CentsRange } from '@roadbook/domain/lease-end/planner/outlook';
import { placeOn, SCALE_LENGTH, scaleOf } from './scale.ts';

type Size = { readonly width: number; readonly height: number };

/** A likely line inside the band of what it may be, as paths of SVG. */
export type Band = {
  readonly band: string;
  readonly line: string;
  /** Where amount zero is, from the top. */
  readonly zero: number;
};

/** Ranges at equal distances, from left to right; zero is always in the picture. */
export function bandOf(ranges: readonly CentsRange[], { width, height }: Size): Band {
  const scale = scaleOf(ranges.flatMap(({ lowCents, highCents }) => [lowCents, highCents]));
  const steps = Math.max(1, ranges.length - 1);
  const x = (at: number): number => Math.round((at * width) / steps);
  const y = (cents: bigint): number =>
    height - Math.round((placeOn(scale, cents) * height) / SCALE_LENGTH);
  const likely = ranges.map(({ likelyCents }, at) => `${x(at)} ${y(likelyCents)}`);
  const high = ranges.map(({ highCents }, at) => `${x(at)} ${y(highCents)}`);
  const low = ranges.map(({ lowCents }, at) => `${x(at)} ${y(lowCents)}`);
  if (ranges.length < 2) return { band: '', line: '', zero: y(0n) };
  return {
    band: `M${[...high, ...low.toReversed()].join('L')}Z`,
    line: `M${likely.join('L')}`,
    zero: y(0n),
  };
}
