import { useSyncExternalStore } from 'react';

/** The planner's pages are addresses below this one; the browser's history is the only router. */
export const PLANNER_HOME = '/lease-end';

const listeners = new Set<() => void>();

function tellAll(): void {
  for (const listener of listeners) listener();
}

/** Calls back whenever the address has moved, by a link of ours or by Back; answers how to stop. */
export function onMove(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', tellAll);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', tellAll);
  };
}

/** The path that is shown, without a slash at its end. */
export function usePath(): string {
  return useSyncExternalStore(onMove, pathNow);
}

function pathNow(): string {
  return location.pathname.replace(/(?<=.)\/$/, '');
}

let hasMoved = false;

/** Whether somebody came to this page from another page of the planner, without loading it. */
export function cameFromInside(): boolean {
  return hasMoved;
}

/** Goes to a page of the planner as a link would: a step in the history, from its top. */
export function goTo(path: string): void {
  hasMoved = true;
  history.pushState(null, '', path);
  scrollTo(0, 0);
  tellAll();
}
