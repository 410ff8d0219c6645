import type { ReactNode } from 'react';
import type { Stroke } from './drawing.ts';
import roles from './shape-roles.module.css';

/** Shapes as paths, each with the class of what it is made of. */
export function RolePaths({ shapes }: { readonly shapes: readonly Stroke[] }): ReactNode {
  return shapes.map(([role, d]) => <path key={d} className={roles[role]} d={d} />);
}
