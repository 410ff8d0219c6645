import { z } from 'zod';
import { operation } from '../operation.ts';
import { NoContent } from '../schema/basic.ts';
import { NewPassword, ProveCode } from '../schema/ceremony.ts';
import {
  AuthenticatorBegun,
  ConfirmAuthenticator,
  RecoveryCodes,
  Security,
  SessionId,
  StepUpCode,
  StepUpPassword,
  StepUpState,
} from '../schema/security.ts';

export const getSecurity = operation({
  id: 'getSecurity',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/security',
  summary: 'How the customer signs in, and where they are signed in.',
  status: 200,
  response: Security,
  problems: [],
});

export const endSession = operation({
  id: 'endSession',
  audience: 'customer',
  method: 'DELETE',
  path: '/api/v1/sessions/:sessionId',
  summary: 'Sign one device out.',
  params: z.object({ sessionId: SessionId }),
  status: 200,
  response: NoContent,
  problems: ['session-not-found'],
});

export const endOtherSessions = operation({
  id: 'endOtherSessions',
  audience: 'customer',
  method: 'DELETE',
  path: '/api/v1/sessions',
  summary: 'Sign every device out but this one.',
  status: 200,
  response: NoContent,
  problems: [],
});

export const getStepUp = operation({
  id: 'getStepUp',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/step-up',
  summary: 'What has to be proven again before a change that a thief would make.',
  status: 200,
  response: StepUpState,
  problems: [],
});

export const stepUpByPassword = operation({
  id: 'stepUpByPassword',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/step-up/password',
  summary: 'Prove by the password again. Gives the session another token.',
  body: StepUpPassword,
  status: 200,
  response: StepUpState,
  problems: ['password-wrong', 'too-many-attempts', 'busy'],
});

export const sendStepUpCode = operation({
  id: 'sendStepUpCode',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/step-up/code',
  summary: 'Send a code to the email or telephone on file.',
  body: StepUpCode,
  status: 200,
  response: StepUpState,
  problems: ['proof-not-asked', 'too-many-codes'],
});

export const stepUpByCode = operation({
  id: 'stepUpByCode',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/step-up/proof',
  summary: 'Prove by a code. Gives the session another token.',
  body: ProveCode,
  status: 200,
  response: StepUpState,
  problems: ['proof-not-asked', 'code-wrong', 'code-used-up', 'too-many-attempts'],
});

export const changePassword = operation({
  id: 'changePassword',
  audience: 'customer',
  method: 'PUT',
  path: '/api/v1/password',
  summary: 'Set another password. Ends every other session.',
  body: NewPassword,
  status: 200,
  response: NoContent,
  problems: ['step-up-needed', 'password-not-taken', 'busy', 'data-held'],
});

export const beginAuthenticator = operation({
  id: 'beginAuthenticator',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/authenticator',
  summary: 'Begin an authenticator app. Its secret is told once.',
  status: 200,
  response: AuthenticatorBegun,
  problems: ['step-up-needed', 'authenticator-not-begun', 'data-held'],
});

export const confirmAuthenticator = operation({
  id: 'confirmAuthenticator',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/authenticator/confirm',
  summary: 'Confirm an authenticator app by its first code.',
  body: ConfirmAuthenticator,
  status: 200,
  response: NoContent,
  problems: ['step-up-needed', 'code-wrong', 'too-many-attempts', 'data-held'],
});

export const removeAuthenticator = operation({
  id: 'removeAuthenticator',
  audience: 'customer',
  method: 'DELETE',
  path: '/api/v1/authenticator',
  summary: 'Remove the authenticator app.',
  status: 200,
  response: NoContent,
  problems: ['step-up-needed', 'authenticator-not-begun', 'data-held'],
});

export const makeRecoveryCodes = operation({
  id: 'makeRecoveryCodes',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/recovery-codes',
  summary: 'Make ten recovery codes in place of earlier ones. They are told once.',
  status: 200,
  response: RecoveryCodes,
  problems: ['step-up-needed', 'data-held'],
});
