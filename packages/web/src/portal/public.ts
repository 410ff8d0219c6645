/** The script of the public pages: a kilobyte, and no React. Their styles come with their HTML. */
import { registerOffline } from './offline/register-offline.ts';
import { showWhatIsHere } from './offline/show-what-is-here.ts';
import { enhanceSignIn } from './sign-in/enhance-sign-in.ts';

enhanceSignIn(document, sessionStorage);
void showWhatIsHere(document);
registerOffline();
