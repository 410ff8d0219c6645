import type { BodyStyle, CarView } from '@roadbook/domain/wear/walk/car-part';
import type { ReactNode } from 'react';
import { carGeometry } from '../../car/car-geometry.ts';
import type { PartState } from '../../car/part-state.tsx';
import sketch from './car-sketch.module.css';

type SketchProps = {
  readonly style: BodyStyle;
  readonly view: CarView;
  readonly states?: ReadonlyMap<string, PartState>;
  readonly className?: string | undefined;
  /** Absent where words beside the picture say the same. */
  readonly label?: string;
};

/** The car as a small picture that nobody presses: outlines, and the parts in their colors. */
export function CarSketch({ style, view, states, className, label }: SketchProps): ReactNode {
  const { viewBox, shapes } = carGeometry(style, view);
  return (
    <svg
      className={`${sketch.sketch} ${className ?? ''}`}
      viewBox={viewBox}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {shapes.map(({ partId, role, d }) => {
        const state = partId === null ? undefined : states?.get(partId);
        return (
          <path
            key={d}
            className={`${sketch[role]} ${state === undefined ? '' : sketch[state]}`}
            d={d}
          />
        );
      })}
    </svg>
  );
}
