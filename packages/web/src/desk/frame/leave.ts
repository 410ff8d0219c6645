import { ask } from '../wire/desk-client.ts';

const WAS_IN = 'desk.was-in';

/** Notes that somebody is signed in in this tab: only then can a session have ended. */
export function noteSignedIn(): void {
  sessionStorage.setItem(WAS_IN, 'yes');
}

/** Goes to the sign-in page and keeps the place; an address holds nothing but ids. */
export function leaveToSignIn(why: 'session-ended'): void {
  sessionStorage.setItem('desk.place', location.pathname);
  const wasIn = sessionStorage.getItem(WAS_IN) !== null;
  location.replace(wasIn ? `/sign-in?why=${why}` : '/sign-in');
}

/** Ends the session and leaves nothing of it in this browser. */
export async function signOutOfDesk(): Promise<void> {
  await ask('deskSignOut', {}).catch(() => undefined);
  sessionStorage.clear();
  location.replace('/sign-in?why=signed-out');
}
