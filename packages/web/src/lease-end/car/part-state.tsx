import type { ReactNode } from 'react';
import look from './car-picture.module.css';
import type { Point } from './edge.ts';

/** What is known about a part so far; the picture shows it by colour and by a mark. */
export type PartState = 'untouched' | 'fine' | 'ordinary' | 'chargeable' | 'unknown' | 'skipped';

/** The sign in the mark of a state, in a square of 18; none for a part nobody looked at yet. */
const SIGNS: Readonly<Record<PartState, string | null>> = {
  untouched: null,
  fine: 'M-3.8 0.3L-1.1 3L4.1 -3',
  ordinary: 'M0 0h0.01',
  chargeable: 'M0 -4.6V0.8M0 4.2h0.01',
  unknown: 'M-2.7 -2.2C-2.7 -5.6 3 -5.6 3 -2.2C3 -0.3 0 -0.3 0 1.4M0 4.6h0.01',
  skipped: 'M-3.8 0H3.8',
};

export const stateClass: Readonly<Record<PartState, string | undefined>> = {
  untouched: '',
  fine: look.isFine,
  ordinary: look.isOrdinary,
  chargeable: look.isChargeable,
  unknown: look.isUnknown,
  skipped: look.isSkipped,
};

type PartMarkProps = { readonly state: PartState; readonly at: Point; readonly unit: number };

/**
 * The mark on a part, about as large on a telephone as on a desk: `unit` is how much of the
 * picture one pixel of a narrow telephone is.
 */
export function PartMark({ state, at, unit }: PartMarkProps): ReactNode {
  const sign = SIGNS[state];
  if (sign === null) return null;
  return (
    <g
      className={stateClass[state]}
      transform={`translate(${at.join(' ')}) scale(${unit.toString()})`}
    >
      <g className={look.mark}>
        <circle className={look.markGround} r="9" />
        <path className={state === 'ordinary' ? look.markDot : look.markSign} d={sign} />
      </g>
    </g>
  );
}
