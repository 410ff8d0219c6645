import { ask } from '../wire/desk-client.ts';

/** Goes to the sign-in page and keeps the place; an address holds nothing but ids. */
export function leaveToSignIn(why: 'session-ended'): void {
  sessionStorage.setItem('desk.place', location.pathname);
  location.replace(`/sign-in?why=${why}`);
}

/** Ends the session and leaves nothing of it in this browser. */
export async function signOutOfDesk(): Promise<void> {
  await ask('deskSignOut', {}).catch(() => undefined);
  sessionStorage.clear();
  location.replace('/sign-in?why=signed-out');
}
