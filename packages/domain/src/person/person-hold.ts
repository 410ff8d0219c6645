import { STEP_UP_ACTS, type StepUpAct } from './step-up.ts';

/** What keeps a person from something just now. */
export const PERSON_HOLD_KINDS = ['closed', 'frozen', 'access', 'recovering'] as const;
export type PersonHoldKind = (typeof PERSON_HOLD_KINDS)[number];

/**
 * Which changes each kind stops. Money that comes in is stopped by none of them. Whoever came back
 * without any proof may add a way to sign in, but for a day nothing of theirs goes out or moves.
 */
export const PERSON_HOLD_STOPS: Readonly<Record<PersonHoldKind, readonly StepUpAct[]>> = {
  closed: STEP_UP_ACTS,
  frozen: STEP_UP_ACTS,
  access: STEP_UP_ACTS,
  recovering: ['bank-account', 'contact-data', 'signature', 'export'],
};

/** A hold as far as its end matters; null where somebody has to lift it. */
export type PersonHold = { readonly kind: PersonHoldKind; readonly untilMs: number | null };

/** The hold that stops a change for the longest time; null where nothing does. */
export function stopsChange(holds: readonly PersonHold[], act: StepUpAct): PersonHold | null {
  const stopping = holds.filter(({ kind }) => PERSON_HOLD_STOPS[kind].includes(act));
  const [first, ...rest] = stopping;
  if (first === undefined) return null;
  return rest.reduce((a, b) => (lastsLonger(b, a) ? b : a), first);
}

function lastsLonger(a: PersonHold, b: PersonHold): boolean {
  return b.untilMs !== null && (a.untilMs === null || a.untilMs > b.untilMs);
}
