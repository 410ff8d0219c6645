import { CAR_VIEWS, type CarView } from '@roadbook/domain/wear/walk/car-part';
import { completeness } from '@roadbook/domain/wear/walk/condition-report';
import { reportOf, type Walk } from '../walk.ts';

/** The first view of the walk, from one on and around, that has a part nobody looked at yet. */
export function nextView(walk: Walk, after: CarView | null = null): CarView | null {
  const { byView } = completeness(reportOf(walk));
  const from = after === null ? 0 : CAR_VIEWS.indexOf(after) + 1;
  const around = [...CAR_VIEWS.slice(from), ...CAR_VIEWS.slice(0, from)];
  return around.find((view) => byView[view].left.length > 0) ?? null;
}
