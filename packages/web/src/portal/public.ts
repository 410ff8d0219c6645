/** The script of the public pages: a kilobyte, and no React. Their styles come with their HTML. */
import { enhanceSignIn } from './sign-in/enhance-sign-in.ts';

enhanceSignIn(document, sessionStorage);
