/** The script of the public pages: a kilobyte, and no React. Their styles come with their HTML. */
import { registerOffline } from './offline/register-offline.ts';
import { showWhatIsHere } from './offline/show-what-is-here.ts';
import { enhanceSignIn } from './sign-in/enhance-sign-in.ts';

// What the server says about a form that was sent has to be read first.
document.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
enhanceSignIn(document, sessionStorage);
// An address of bare numbers can have no passkeys.
const canHavePasskeys = 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname);
if (canHavePasskeys && document.querySelector('[data-passkey]') !== null) {
  void import('./sign-in/passkey-sign-in.ts').then(({ offerPasskey }) => offerPasskey(document));
}
if (canHavePasskeys && document.querySelector('[data-new-passkey]') !== null) {
  void import('./register/first-passkey.ts').then(({ offerNewPasskey }) =>
    offerNewPasskey(document),
  );
}
void showWhatIsHere(document);
registerOffline();
