import type { PlanState } from '../plan-store.ts';
import { planAsText, planFromText, type ReadPlan } from './plan-file.ts';
import { unread } from './shape.ts';

/** What stands before the plan in the part of an address that no browser ever sends. */
const MARK = '#plan=';

/** Longer than any plan that was made here. */
const LONGEST = 16_000;

/** An address that carries the plan in its fragment: base64url of its JSON. */
export function planLink(origin: string, state: PlanState): string {
  const bytes = new TextEncoder().encode(planAsText(state));
  const text = btoa(String.fromCharCode(...bytes));
  const safe = text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `${origin}/lease-end/plan${MARK}${safe}`;
}

/** The plan in a fragment; null when there is none in it. */
export function planFromFragment(fragment: string): ReadPlan | null {
  if (!fragment.startsWith(MARK)) return null;
  const text = fragment.slice(MARK.length);
  if (text.length > LONGEST || !/^[\w-]+$/.test(text)) return unread('link');
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    );
    return planFromText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return unread('link');
  }
}
