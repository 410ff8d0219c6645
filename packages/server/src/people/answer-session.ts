import type {
  getSession,
  signIn as signInOperation,
  signOut,
} from '@roadbook/api/operations/session';
import { openDayOf } from '../book/day/business-day.ts';
import type { Handler } from '../http/bind.ts';
import { clearSessionCookie, sessionToken, setSessionCookie } from '../http/session-cookie.ts';
import { ProblemError } from '../operation/problem-error.ts';
import type { Shell } from '../operation/shell.ts';
import { calledBy, unsealPerson } from './person.ts';
import { type CustomerSession, closeSession, IDLE_MS, openSession, tokenHash } from './session.ts';
import { signIn } from './sign-in.ts';

/** A sign-in, with the token of the session the same browser had until now. */
export type SignInAttempt = {
  readonly login: string;
  readonly password: string;
  readonly network: string;
  readonly earlierToken: string | null;
};

/**
 * Checks a sign-in and opens a session; answers its token or throws the problem. The session that
 * the browser had before ends: a token from before a sign-in is worth nothing after it.
 */
export async function openSignedIn(
  shell: Shell,
  { earlierToken, ...attempt }: SignInAttempt,
): Promise<{ readonly token: string; readonly personId: string }> {
  const { store, ring, clock } = shell;
  const outcome = await signIn(store, ring, attempt, clock());
  if (outcome.outcome === 'throttled') {
    throw new ProblemError('too-many-attempts', { seconds: outcome.seconds.toString() });
  }
  if (outcome.outcome === 'refused') throw new ProblemError('sign-in-refused');
  if (earlierToken !== null) await closeSession(store, { tokenHash: tokenHash(earlierToken) });
  const token = await openSession(store, outcome.personId, clock());
  return { token, personId: outcome.personId };
}

export function signInHandler(isHttps: boolean): Handler<typeof signInOperation, null> {
  return async ({ shell, body, request, reply }) => {
    const earlierToken = sessionToken(request, isHttps);
    const attempt = { ...body, network: request.ip, earlierToken };
    const { token, personId } = await openSignedIn(shell, attempt);
    setSessionCookie(reply, token, isHttps);
    return describeSession(shell, personId, shell.clock() + IDLE_MS);
  };
}

export const getSessionHandler: Handler<typeof getSession, CustomerSession> = ({ shell, caller }) =>
  describeSession(shell, caller.personId, caller.endsMs);

export function signOutHandler(isHttps: boolean): Handler<typeof signOut, CustomerSession> {
  return async ({ shell, caller, reply }) => {
    await closeSession(shell.store, caller);
    clearSessionCookie(reply, isHttps);
    return {};
  };
}

async function describeSession(shell: Shell, personId: string, endsMs: number) {
  const { store, ring, gateway } = shell;
  const [row] = await store.query<{
    person_id: string;
    key_id: string;
    sealed: Buffer;
    user_name: string;
  }>(
    `select p.person_id, p.key_id, p.sealed, c.user_name
     from person p join credential c using (person_id) where p.person_id = $1`,
    [personId],
  );
  if (row === undefined) throw new ProblemError('not-signed-in');
  return {
    firstName: calledBy(unsealPerson(ring, row)),
    userName: row.user_name,
    idleUntil: new Date(endsMs).toISOString(),
    today: (await openDayOf(store)) ?? '',
    simulated: gateway.simulated,
  };
}
