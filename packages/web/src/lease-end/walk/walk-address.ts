import { CAR_VIEWS, type CarView, partById } from '@roadbook/domain/wear/walk/car-part';
import { useSyncExternalStore } from 'react';
import { goTo, onMove, PLANNER_HOME } from '../address.ts';

/** The screens of the walk. */
export type WalkScreen =
  | { readonly name: 'start' | 'screen' | 'estimate' | 'report' | 'gauge' | 'compare' }
  | { readonly name: 'look'; readonly view: CarView }
  | { readonly name: 'part'; readonly partId: string; readonly findingId: string | null };

const WALK_HOME = `${PLANNER_HOME}/walk`;
const PLAIN = ['screen', 'estimate', 'report', 'gauge', 'compare'] as const;

/** Screens stand in the fragment: a browser sends no fragment, not even when a page is reloaded. */
export function walkHref(screen: WalkScreen): string {
  if (screen.name === 'start') return WALK_HOME;
  if (screen.name === 'look') return `${WALK_HOME}#${screen.view}`;
  if (screen.name !== 'part') return `${WALK_HOME}#${screen.name}`;
  const finding = screen.findingId === null ? '' : `/${screen.findingId}`;
  return `${WALK_HOME}#part/${screen.partId}${finding}`;
}

/** The screen of a fragment; null for one that is none, as the skip link's. */
export function screenOf(fragment: string): WalkScreen | null {
  const [name = '', partId = '', findingId = null] = fragment.replace(/^#/, '').split('/');
  if (name === '') return { name: 'start' };
  const view = CAR_VIEWS.find((each) => each === name);
  if (view !== undefined) return { name: 'look', view };
  if (name === 'part' && partById(partId) !== null) return { name, partId, findingId };
  const plain = PLAIN.find((each) => each === name);
  return plain === undefined ? null : { name: plain };
}

let shown: string | null = null;

/** The last fragment that was a screen's. */
function fragmentNow(): string {
  if (shown === null || screenOf(location.hash) !== null) shown = location.hash;
  return shown;
}

export function useScreen(): WalkScreen {
  return screenOf(useSyncExternalStore(onMove, fragmentNow)) ?? { name: 'start' };
}

/** Goes to a screen as a link would. */
export function walkTo(screen: WalkScreen): void {
  goTo(walkHref(screen));
}
