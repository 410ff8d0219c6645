import type { CentsText } from '../format/cents.ts';
import type { DateText } from '../format/date.ts';
import { daysFromTo } from '../format/relative-day.ts';
import { lengthOf } from './length-of.ts';

export type CurvePoint = {
  readonly on: DateText;
  readonly balanceCents: CentsText;
  readonly projected: boolean;
};

export type Curve = {
  /** The balance as it was: a path of SVG. Empty when nothing is past. */
  readonly past: string;
  /** The balance to come, beginning where the past ends. */
  readonly future: string;
  /** Where the past ends, or null when all is past or all to come. */
  readonly now: { readonly x: number; readonly y: number } | null;
};

type Size = { readonly width: number; readonly height: number };

/** Whole positions in a picture: where money becomes a length, exactness is no longer needed. */
export function curveOf(points: readonly CurvePoint[], { width, height }: Size): Curve {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return { past: '', future: '', now: null };
  const days = Math.max(1, daysFromTo(first.on, last.on));
  const top = points.reduce((most, { balanceCents }) => {
    const cents = BigInt(balanceCents);
    return cents > most ? cents : most;
  }, 1n);
  const place = ({ on, balanceCents }: CurvePoint) => ({
    x: Math.round((daysFromTo(first.on, on) * width) / days),
    y: height - lengthOf(BigInt(balanceCents), top, height),
  });
  const turn = points.filter((point) => !point.projected).length;
  const past = points.slice(0, turn).map(place);
  const future = points.slice(turn).map(place);
  const now = past.at(-1) ?? null;
  return {
    past: pathOf(past),
    future: pathOf(now === null ? future : [now, ...future]),
    now: now === null || future.length === 0 ? null : now,
  };
}

function pathOf(places: readonly { x: number; y: number }[]): string {
  if (places.length < 2) return '';
  return places.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** What a table needs: the first point, each that changes the balance, and the last of the past. */
export function stepsOf(points: readonly CurvePoint[]): CurvePoint[] {
  return points.filter((point, at) => {
    const before = points[at - 1];
    const isToday = !point.projected && points[at + 1]?.projected !== false;
    return isToday || before?.balanceCents !== point.balanceCents;
  });
}
