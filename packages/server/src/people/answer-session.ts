import type * as operations from '@roadbook/api/operations/session';
import { openDayOf } from '../book/day/business-day.ts';
import type { Handler } from '../operation/handler.ts';
import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { recordAct } from './audit-trail.sql.ts';
import { signedInPerson, userNameOf } from './credential.sql.ts';
import { forgetGreeting, greetingOf, keepGreeting } from './greeting.ts';
import { calledBy, unsealPerson } from './person.ts';
import {
  ABSOLUTE_MS,
  type CustomerSession,
  closeSession,
  IDLE_MS,
  openSession,
  tokenHash,
} from './session.ts';
import { signIn } from './sign-in.ts';

/** A sign-in, with the token of the session the same browser had until now. */
export type SignInAttempt = {
  readonly login: string;
  readonly password: string;
  readonly network: string;
  readonly earlierToken: string | null;
  /** The device cookie, if the browser has one. */
  readonly device: string | null;
};

/** A session that has just been opened: its token, and how long it can last at most. */
export type SignedIn = CustomerSession & {
  readonly token: string;
  /** The device cookie that the browser is to keep. */
  readonly device: string;
  readonly lastsMs: number;
};

/**
 * Checks a sign-in and opens a session, or throws the problem. The session that the browser had
 * before ends: a token from before a sign-in is worth nothing after it.
 */
export async function openSignedIn(
  shell: Shell,
  { earlierToken, ...attempt }: SignInAttempt,
): Promise<SignedIn> {
  const { store, ring, clock } = shell;
  const outcome = await signIn(store, ring, attempt, clock());
  if (outcome.outcome === 'throttled') {
    throw new ProblemError('too-many-attempts', { seconds: outcome.seconds.toString() });
  }
  if (outcome.outcome === 'busy') throw new ProblemError('busy');
  if (outcome.outcome === 'refused') throw new ProblemError('sign-in-refused');
  if (earlierToken !== null) await closeSession(store, { tokenHash: tokenHash(earlierToken) });
  const { personId, device } = outcome;
  const token = await openSession(store, personId, clock());
  const hashed = tokenHash(token);
  const sealed = await signedInPerson(store, personId);
  if (sealed !== undefined) keepGreeting(hashed, calledBy(unsealPerson(ring, sealed)));
  const now = clock();
  const lasts = {
    lastsMs: ABSOLUTE_MS,
    endsMs: now + IDLE_MS,
    endsAtLatestMs: now + ABSOLUTE_MS,
  };
  return { personId, token, tokenHash: hashed, device, ...lasts };
}

export const getSession: Handler<typeof operations.getSession, CustomerSession> = ({
  shell,
  caller,
}) => describeSession(shell, caller);

export const signOut: Handler<typeof operations.signOut, CustomerSession> = async ({
  shell,
  caller,
}) => {
  const { store, clock } = shell;
  await closeSession(store, caller);
  forgetGreeting(caller.tokenHash);
  const act = { what: 'signed-out', subject: `person:${caller.personId}` } as const;
  await recordAct(store, { ...act, networkHash: Buffer.alloc(0) }, clock());
  return {};
};

/** What the screens show of a session. Nothing sealed is opened for it. */
export async function describeSession(
  { store, gateway, clock }: Shell,
  { personId, tokenHash: hashed, endsMs, endsAtLatestMs }: CustomerSession,
) {
  const secondsUntil = (ms: number): number => Math.max(0, Math.floor((ms - clock()) / 1_000));
  const userName = await userNameOf(store, personId);
  if (userName === undefined) throw new ProblemError('not-signed-in');
  return {
    firstName: greetingOf(hashed),
    userName,
    idleUntil: new Date(endsMs).toISOString(),
    endsInSeconds: secondsUntil(endsMs),
    endsAtLatestInSeconds: secondsUntil(endsAtLatestMs),
    today: (await openDayOf(store)) ?? '',
    simulated: gateway.simulated,
  };
}
