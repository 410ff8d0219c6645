/** The script of the pages before a session. Their styles come with their HTML. */
import { startInvitation } from './invitation.ts';
import { startSignIn } from './sign-in.ts';

startSignIn(document);
void startInvitation(document);
