import type * as operations from '@roadbook/api/operations/session';
import { openDayOf } from '../book/day/business-day.ts';
import type { Handler } from '../operation/handler.ts';
import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { signedInPerson } from './credential.sql.ts';
import { unsealPerson } from './person.ts';
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
};

/** A session that has just been opened: its token, and how long it can last at most. */
export type SignedIn = {
  readonly personId: string;
  readonly token: string;
  readonly lastsMs: number;
  /** When it ends if nothing more is asked. */
  readonly endsMs: number;
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
  if (outcome.outcome === 'refused') throw new ProblemError('sign-in-refused');
  if (earlierToken !== null) await closeSession(store, { tokenHash: tokenHash(earlierToken) });
  const { personId } = outcome;
  const token = await openSession(store, personId, clock());
  return { personId, token, lastsMs: ABSOLUTE_MS, endsMs: clock() + IDLE_MS };
}

export const getSession: Handler<typeof operations.getSession, CustomerSession> = ({
  shell,
  caller,
}) => describeSession(shell, caller);

export const signOut: Handler<typeof operations.signOut, CustomerSession> = async ({
  shell,
  caller,
}) => {
  await closeSession(shell.store, caller);
  return {};
};

/** What the screens show of a session. */
export async function describeSession(
  shell: Shell,
  { personId, endsMs }: Pick<CustomerSession, 'personId' | 'endsMs'>,
) {
  const { store, ring, gateway } = shell;
  const row = await signedInPerson(store, personId);
  if (row === undefined) throw new ProblemError('not-signed-in');
  return {
    firstName: unsealPerson(ring, row).firstName,
    userName: row.user_name,
    idleUntil: new Date(endsMs).toISOString(),
    today: (await openDayOf(store)) ?? '',
    simulated: gateway.simulated,
  };
}
