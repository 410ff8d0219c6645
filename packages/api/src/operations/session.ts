import { operation } from '../operation.ts';
import { NoContent } from '../schema/basic.ts';
import { Details, Session, SignIn } from '../schema/session.ts';

export const signIn = operation({
  id: 'signIn',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/session',
  summary: 'Sign in with user name or email and password.',
  description:
    'Sets the session cookie. Says the same whether or not the login exists. Where one more ' +
    'proof is needed, sets the ceremony cookie, and the facts of the problem list the ways.',
  body: SignIn,
  status: 200,
  response: Session,
  problems: [
    'sign-in-refused',
    'second-proof-needed',
    'too-many-attempts',
    'busy',
    'access-closed',
  ],
});

export const getSession = operation({
  id: 'getSession',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/session',
  summary: 'Who is signed in.',
  status: 200,
  response: Session,
  problems: [],
});

export const getDetails = operation({
  id: 'getDetails',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/details',
  summary: 'What we have on file about the customer who asks.',
  status: 200,
  response: Details,
  problems: [],
});

export const signOut = operation({
  id: 'signOut',
  audience: 'customer',
  method: 'DELETE',
  path: '/api/v1/session',
  summary: 'Sign out of this session.',
  status: 200,
  response: NoContent,
  problems: [],
});
