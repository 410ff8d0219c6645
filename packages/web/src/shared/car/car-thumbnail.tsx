import type { BodyStyle, CarView } from '@roadbook/domain/wear/car-part';
import type { ReactNode } from 'react';
import { drawingOf } from './car-geometry.ts';
import look from './car-picture.module.css';
import { RolePaths } from './role-paths.tsx';
import roles from './shape-roles.module.css';

type CarThumbnailProps = { readonly style: BodyStyle; readonly view: CarView };

/**
 * A small picture of the car for a button or a heading that says in words what it shows: nothing
 * in it can be chosen, and the finest lines are left out.
 */
export function CarThumbnail({ style, view }: CarThumbnailProps): ReactNode {
  const { width, height, layers } = drawingOf(style, view);
  const shapes = layers.flatMap((layer) => layer.shapes);
  return (
    <svg
      className={`${look.picture} ${look.thumbnail} ${roles.palette}`}
      viewBox={`0 0 ${width.toString()} ${height.toString()}`}
      aria-hidden="true"
    >
      <RolePaths shapes={shapes.filter(([role]) => role !== 'fine' && role !== 'gleam')} />
    </svg>
  );
}
