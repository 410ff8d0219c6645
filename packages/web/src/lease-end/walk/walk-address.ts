import { CAR_VIEWS, type CarView, partById } from '@roadbook/domain/wear/walk/car-part';
import { useSyncExternalStore } from 'react';
import { goTo, onMove, PLANNER_HOME } from '../address.ts';

/** The screens of the walk. */
export type WalkScreen =
  | { readonly name: 'start' | 'estimate' | 'report' | 'gauge' | 'compare' }
  /** Setting up the screen, from the start or from a mark that is being noted. */
  | { readonly name: 'screen'; readonly part: PartPlace | null }
  | { readonly name: 'look'; readonly view: CarView }
  | ({ readonly name: 'part' } & PartPlace);

/** One mark of a part, or a new one. */
export type PartPlace = { readonly partId: string; readonly findingId: string | null };

const PLAIN = ['estimate', 'report', 'gauge', 'compare'] as const;

let home = `${PLANNER_HOME}/walk`;

/** Says at which address the walk is: the public one, or that of a contract. */
export function walkIsAt(path: string): void {
  home = path;
}

export const PUBLIC_WALK = home;

/** Screens stand in the fragment: a browser sends no fragment, not even when a page is reloaded. */
export function walkHref(screen: WalkScreen): string {
  if (screen.name === 'start') return home;
  if (screen.name === 'look') return `${home}#${screen.view}`;
  if (screen.name === 'part') return `${home}#part/${placeText(screen)}`;
  const from = screen.name === 'screen' && screen.part !== null ? `/${placeText(screen.part)}` : '';
  return `${home}#${screen.name}${from}`;
}

function placeText({ partId, findingId }: PartPlace): string {
  return findingId === null ? partId : `${partId}/${findingId}`;
}

/** The screen of a fragment; null for one that is none, as the skip link's. */
export function screenOf(fragment: string): WalkScreen | null {
  const [name = '', partId = '', findingId = null] = fragment.replace(/^#/, '').split('/');
  if (name === '') return { name: 'start' };
  const view = CAR_VIEWS.find((each) => each === name);
  if (view !== undefined) return { name: 'look', view };
  const part = partById(partId) === null ? null : { partId, findingId };
  if (name === 'screen') return { name, part };
  if (name === 'part' && part !== null) return { name, ...part };
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
