import { deskSignInOn } from './desk-sign-in-suite.ts';

deskSignInOn('embedded');
