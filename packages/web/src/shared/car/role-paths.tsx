import type { ReactNode } from 'react';
import look from './car-picture.module.css';
import type { Stroke } from './drawing.ts';

/** Shapes as paths, each with the class of what it is made of. */
export function RolePaths({ shapes }: { readonly shapes: readonly Stroke[] }): ReactNode {
  return shapes.map(([role, d]) => <path key={d} className={look[role]} d={d} />);
}
