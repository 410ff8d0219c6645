import { createHash, randomBytes } from 'node:crypto';
import { type PersonHold, stopsChange } from '@roadbook/domain/person/person-hold';
import type { Proof } from '@roadbook/domain/person/proof';
import { secondProofsOf } from '@roadbook/domain/person/proof';
import {
  type FreshProof,
  isSteppedUp,
  STEP_UP_MS,
  type StepUpAct,
} from '@roadbook/domain/person/step-up';
import { localTime } from '../../lender/local-time.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import type { Shell } from '../../operation/shell.ts';
import { addressesOf } from '../ceremony/progress.ts';
import { forgetGreeting, greetingOf, keepGreeting } from '../greeting.ts';
import { personHolds } from '../proofs/proofs-on-file.sql.ts';
import { fileOf, type PersonFile } from '../proofs/proofs-on-file.ts';
import { ABSOLUTE_MS, type CustomerSession, tokenHash } from '../session.ts';
import { rotateSession, sessionProofs } from './session-list.sql.ts';

/** More proofs than that nobody gives in five minutes; older ones no longer count. */
const PROOFS_KEPT = 8;

/** Where a session stands: what was proven lately, and whether it is enough. */
export type Standing = {
  readonly sessionId: string;
  readonly stored: string;
  readonly fresh: readonly FreshProof[];
  readonly file: PersonFile & { readonly personId: string };
  readonly isEnough: boolean;
};

export async function standingOf(shell: Shell, caller: CustomerSession): Promise<Standing> {
  const row = await sessionProofs(shell.store, caller.tokenHash);
  if (row === undefined) throw new ProblemError('not-signed-in');
  const file = { ...(await fileOf(shell, caller.personId)), personId: caller.personId };
  const fresh = JSON.parse(row.proven) as FreshProof[];
  const nowMs = shell.clock();
  const isEnough =
    isSteppedUp(fresh, file.onFile.password !== 'none', nowMs) ||
    (file.waivesSecond && isFresh(fresh, 'password', nowMs));
  return { sessionId: row.session_id, stored: row.proven, fresh, file, isEnough };
}

export function isFresh(fresh: readonly FreshProof[], proof: Proof, nowMs: number): boolean {
  return fresh.some(
    (each) => each.proof === proof && each.atMs <= nowMs && nowMs - each.atMs <= STEP_UP_MS,
  );
}

/** What is left to prove, as it travels. */
export function stepUpState(shell: Pick<Shell, 'clock'>, standing: Standing) {
  const { fresh, file, isEnough } = standing;
  const hasPassword = file.onFile.password !== 'none';
  const needsPassword = hasPassword && !isFresh(fresh, 'password', shell.clock());
  return {
    isEnough,
    needsPassword: needsPassword && !isEnough,
    ways: isEnough || (file.waivesSecond && needsPassword) ? [] : [...secondProofsOf(file.onFile)],
    ...addressesOf(file),
  };
}

/** Refuses a change that a thief would make, unless the person has just proven themselves. */
export async function demandStepUp(
  shell: Shell,
  caller: CustomerSession,
  act: StepUpAct,
): Promise<Standing> {
  const standing = await standingOf(shell, caller);
  await demandNoHold(shell, caller.personId, act);
  if (standing.isEnough) return standing;
  const { needsPassword, ways } = stepUpState(shell, standing);
  const all = needsPassword ? ['password', ...ways] : ways;
  throw new ProblemError('step-up-needed', { ways: all.join(', ') });
}

/**
 * While an account is frozen nothing of it changes; for a day after a recovery nothing that moves
 * money or letters elsewhere does.
 */
export async function demandNoHold(
  shell: Pick<Shell, 'store' | 'clock' | 'lender'>,
  personId: string,
  act: StepUpAct,
): Promise<void> {
  const hold = await holdOf(shell, personId, act);
  if (hold === null) return;
  if (hold.untilMs === null) throw new ProblemError('data-held');
  const { day, time } = localTime(shell.lender, new Date(hold.untilMs).toISOString());
  throw new ProblemError('data-held-until', { on: day, time });
}

/** What keeps a person from a change just now, or null. */
export async function holdOf(
  { store, clock }: Pick<Shell, 'store' | 'clock'>,
  personId: string,
  act: StepUpAct,
): Promise<PersonHold | null> {
  const holds = await personHolds(store, personId, clock());
  const ends = holds.map(({ kind, until_at: until }) => ({
    kind,
    untilMs: until === null ? null : Date.parse(until),
  }));
  return stopsChange(ends, act);
}

/** A session whose token was changed: the new one, and how long it can last. */
export type Rotated = {
  readonly token: string;
  readonly lastsMs: number;
  readonly caller: CustomerSession;
};

/** Records a proof in a session and gives it another token (ASVS 5.0, V7.2.4). */
export async function proveInSession(
  shell: Shell,
  caller: CustomerSession,
  standing: Standing,
  proof: Proof,
): Promise<Rotated> {
  const nowMs = shell.clock();
  const proven = [...standing.fresh, { proof, atMs: nowMs }].slice(-PROOFS_KEPT);
  const token = randomBytes(32).toString('base64url');
  const hashed = tokenHash(token);
  const did = await rotateSession(
    shell.store,
    { tokenHash: caller.tokenHash, proven: standing.stored },
    { tokenHash: hashed, proven: JSON.stringify(proven) },
  );
  if (!did) throw new ProblemError('not-signed-in');
  const greeting = greetingOf(caller.tokenHash);
  forgetGreeting(caller.tokenHash);
  if (greeting !== null) keepGreeting(hashed, greeting);
  const lastsMs = Math.min(ABSOLUTE_MS, Math.max(0, caller.endsAtLatestMs - nowMs));
  return { token, lastsMs, caller: { ...caller, tokenHash: hashed } };
}

/** Records a proof that came with a change which needs another one; the token stays. */
export async function noteProof(
  shell: Shell,
  caller: CustomerSession,
  standing: Standing,
  proof: Proof,
): Promise<void> {
  const proven = [...standing.fresh, { proof, atMs: shell.clock() }].slice(-PROOFS_KEPT);
  const { tokenHash: hashed } = caller;
  await rotateSession(
    shell.store,
    { tokenHash: hashed, proven: standing.stored },
    { tokenHash: hashed, proven: JSON.stringify(proven) },
  );
}

/** What codes of a session are stored under: it outlives a change of the token. */
export function scopeOf(sessionId: string): Buffer {
  return createHash('sha256').update(`session:${sessionId}`).digest();
}
