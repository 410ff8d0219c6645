import { forgetDrafts } from '../ask/drafts.ts';
import { changePlan, NOTHING_TOLD, onPlanChange, planState } from '../plan-store.ts';
import { planAsText, planFromText } from './plan-file.ts';

/** Whatever the planner and the walk keep in a browser has a name that begins like one of these. */
const KEPT_NAMES = ['roadbook.lease-end', 'roadbook.walk', 'roadbook-walk'];

const PLAN = 'roadbook.lease-end.plan';

/** A plan that came by a link is looked at; the one that is kept stays until told otherwise. */
let isThisKept = false;

/** Whether the person asked this browser to keep the plan that is open. */
export function isKeptHere(storage: Storage): boolean {
  return isThisKept && storage.getItem(PLAN) !== null;
}

export function keepHere(storage: Storage): void {
  isThisKept = true;
  storage.setItem(PLAN, planAsText(planState()));
}

export function keepNoLonger(storage: Storage): void {
  storage.removeItem(PLAN);
}

/** Another plan is looked at: what is kept stays as it is. */
export function leaveKeptAlone(): void {
  isThisKept = false;
}

/** Takes up the kept plan and follows its changes; a kept plan that is odd is let go. */
export function takeUpKept(storage: Storage): void {
  const text = storage.getItem(PLAN);
  if (text === null) return;
  const read = planFromText(text);
  isThisKept = read.outcome === 'read';
  if (read.outcome === 'read') changePlan(read.state);
  else keepNoLonger(storage);
}

/** Writes every change from now on for as long as the plan is kept. */
export function followChanges(storage: Storage): void {
  onPlanChange(() => {
    if (isKeptHere(storage)) keepHere(storage);
  });
}

/**
 * Forgets what was typed and everything that the planner and the walk around the car ever kept in
 * this browser: storage and photos. The pages themselves stay, they
 * hold nothing of anybody.
 */
export async function forgetEverything(): Promise<void> {
  for (const storage of [localStorage, sessionStorage]) {
    for (const name of Object.keys(storage)) {
      if (isOurs(name)) storage.removeItem(name);
    }
  }
  forgetDrafts();
  changePlan(NOTHING_TOLD);
  const databases = (await indexedDB.databases?.()) ?? [];
  for (const { name = '' } of databases) {
    if (isOurs(name)) indexedDB.deleteDatabase(name);
  }
}

function isOurs(name: string): boolean {
  return KEPT_NAMES.some((each) => name.startsWith(each));
}
