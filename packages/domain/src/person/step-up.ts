import type { Proof } from './proof.ts';

/** What a session may do only after the person has proven themselves again. */
export const STEP_UP_ACTS = [
  'bank-account',
  'contact-data',
  'payoff',
  'signature',
  'passkey',
  'authenticator',
  'password',
  'export',
] as const;
export type StepUpAct = (typeof STEP_UP_ACTS)[number];

/** A proof counts for this long; a remembered device never counts. */
export const STEP_UP_MS = 5 * 60_000;

export type FreshProof = { readonly proof: Proof; readonly atMs: number };

/**
 * Whether what was proven lately is enough: a passkey, or a password and a second proof, or a
 * second proof by somebody who has no password. Each within five minutes.
 */
export function isSteppedUp(
  fresh: readonly FreshProof[],
  hasPassword: boolean,
  nowMs: number,
): boolean {
  const lately = fresh
    .filter(({ atMs }) => atMs <= nowMs && nowMs - atMs <= STEP_UP_MS)
    .map(({ proof }) => proof);
  if (lately.includes('passkey')) return true;
  const second = lately.some((proof) => SECONDS.includes(proof));
  return second && (!hasPassword || lately.includes('password'));
}

const SECONDS: readonly Proof[] = ['app', 'text-code', 'mail-code', 'recovery-code'];
