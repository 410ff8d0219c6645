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

/**
 * The letter or the call by which somebody came back counts for as long as the session can last:
 * they have nothing else left to prove with until they add something.
 */
export const RECOVERY_PROOF_MS = 12 * 3_600_000;

export type FreshProof = { readonly proof: Proof; readonly atMs: number };

/**
 * Whether what was proven lately is enough: a passkey, or a password and a second proof, or a
 * second proof by somebody who has no password. Each within five minutes. In a session that a
 * recovery opened, its letter or call stands for the second proof.
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
  const second =
    lately.some((proof) => SECONDS.includes(proof)) ||
    fresh.some(
      ({ proof, atMs }) =>
        RECOVERIES.includes(proof) && atMs <= nowMs && nowMs - atMs <= RECOVERY_PROOF_MS,
    );
  return second && (!hasPassword || lately.includes('password'));
}

const RECOVERIES: readonly Proof[] = ['letter', 'call-back'];
const SECONDS: readonly Proof[] = ['app', 'text-code', 'mail-code', 'recovery-code'];
