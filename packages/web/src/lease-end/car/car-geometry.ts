import type { BodyStyle, CarView } from '@roadbook/domain/wear/walk/car-part';
import type { Drawing, ShapeRole } from './drawing.ts';
import { sedanFront, sedanRear } from './ends/sedan-ends.ts';
import { suvFront, suvRear } from './ends/suv-ends.ts';
import { truckFront, truckRear } from './ends/truck-ends.ts';
import { cabinView } from './inside/cabin-view.ts';
import { equipmentView } from './inside/equipment-view.ts';
import { mirrorDrawing } from './mirror-drawing.ts';
import type { PathData } from './path-data.ts';
import { sedanSide } from './side/sedan-side.ts';
import { suvSide } from './side/suv-side.ts';
import { truckSide } from './side/truck-side.ts';
import { sedanTop } from './top/sedan-top.ts';
import { suvTop } from './top/suv-top.ts';
import { truckTop } from './top/truck-top.ts';

/** One path of a picture; `partId` is null for line work that belongs to no part. */
export type CarShape = {
  readonly partId: string | null;
  readonly role: ShapeRole;
  readonly d: PathData;
};

/** A picture as plain data: paths of `M`, `L`, `C` and `Z` only, from the lowest up. */
export type CarGeometry = { readonly viewBox: string; readonly shapes: readonly CarShape[] };

const drawn = new Map<string, Drawing>();

/** The picture of a body style from one place. */
export function drawingOf(style: BodyStyle, view: CarView): Drawing {
  const key = `${style} ${view}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const drawing = draw(style, view);
  drawn.set(key, drawing);
  return drawing;
}

/** The sides and tops are put together when they are first looked at. */
type Outside = Readonly<Record<'front' | 'rear', Drawing> & Record<'left' | 'roof', () => Drawing>>;

const OUTSIDE: Readonly<Record<BodyStyle, Outside>> = {
  sedan: { front: sedanFront, left: sedanSide, rear: sedanRear, roof: sedanTop },
  suv: { front: suvFront, left: suvSide, rear: suvRear, roof: suvTop },
  truck: { front: truckFront, left: truckSide, rear: truckRear, roof: truckTop },
};

/** The room behind the rear seat: a truck has its bed instead. */
const CARGO = { sedan: 'trunk', suv: 'open', truck: null } as const;

function draw(style: BodyStyle, view: CarView): Drawing {
  if (view === 'interior') return cabinView(CARGO[style]);
  if (view === 'equipment') return equipmentView(style);
  if (view === 'right') return mirrorDrawing(drawingOf(style, 'left'));
  const seen = OUTSIDE[style][view];
  return typeof seen === 'function' ? seen() : seen;
}

/** The same picture as plain paths, for a thumbnail or a printed page. */
export function carGeometry(style: BodyStyle, view: CarView): CarGeometry {
  const { width, height, layers } = drawingOf(style, view);
  return {
    viewBox: `0 0 ${String(width)} ${String(height)}`,
    shapes: layers.flatMap(({ partId, shapes }) =>
      shapes.map(([role, d]): CarShape => ({ partId, role, d })),
    ),
  };
}
