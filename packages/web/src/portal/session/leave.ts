import { call } from '../../shared/wire/client.ts';
import { isSessionEnded } from '../../shared/wire/problem-error.ts';
import { keepPlace } from './place.ts';

/** Leads to the sign-in page when the session is over, and keeps where the person was. */
export function leaveWhenSessionEnded(fault: unknown): void {
  // Elsewhere nobody needs to be signed in to be told that there is nothing.
  const isInside = /^\/(?:contracts|payment-methods|details|security)/.test(location.pathname);
  if (isInside && isSessionEnded(fault)) leaveToSignIn();
}

/** Goes to the sign-in page, to come back to this place. */
export function leaveToSignIn(): void {
  keepPlace(sessionStorage, location.pathname, Date.now());
  location.replace('/sign-in?problem=session-ended');
}

/** Ends the session and leaves nothing of it in this browser. */
export async function signOut(): Promise<void> {
  await call('signOut', {});
  sessionStorage.clear();
  location.replace('/sign-in?problem=signed-out');
}
