/** The script of the public pages: a kilobyte, and no React. Their styles come with their HTML. */
import { enhanceSignIn } from './sign-in/enhance-sign-in.ts';

enhanceSignIn(document, sessionStorage);
// An address of bare numbers can have no passkeys.
const canHavePasskeys = 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname);
if (canHavePasskeys && document.querySelector('[data-passkey]') !== null) {
  void import('./sign-in/passkey-sign-in.ts').then(({ offerPasskey }) => offerPasskey(document));
}
