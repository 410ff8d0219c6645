import { z } from 'zod';
import { operation } from '../operation.ts';
import { NoContent } from '../schema/basic.ts';
import {
  DeskSession,
  MadePasskey,
  OwnSecurity,
  PasskeyName,
  PasskeyOptions,
  SixDigits,
  StaffEmail,
  StaffInvitation,
  StaffPassword,
  StaffToken,
  UsedPasskey,
} from '../schema/desk-session.ts';

export const deskSignIn = operation({
  id: 'deskSignIn',
  audience: 'desk-guest',
  method: 'POST',
  path: '/api/v1/desk/session',
  summary: 'The first step of signing in at the desk: email and password.',
  description: 'Opens no session. A code of an authenticator or a passkey has to follow.',
  body: z.strictObject({ email: StaffEmail, password: StaffPassword }),
  status: 200,
  response: z.object({ oneOf: z.array(z.enum(['authenticator', 'passkey'])) }),
  problems: ['desk-sign-in-refused', 'too-many-attempts', 'busy'],
});

export const deskProveCode = operation({
  id: 'deskProveCode',
  audience: 'desk-guest',
  method: 'POST',
  path: '/api/v1/desk/session/code',
  summary: 'The second step of signing in: the code that an authenticator shows.',
  body: z.strictObject({ code: SixDigits }),
  status: 200,
  response: DeskSession,
  problems: ['proof-refused', 'sign-in-expired', 'too-many-attempts'],
});

export const deskPasskeyOptions = operation({
  id: 'deskPasskeyOptions',
  audience: 'desk-guest',
  method: 'POST',
  path: '/api/v1/desk/session/passkey-options',
  summary: 'What a browser needs to use a passkey at the desk, with or without a password before.',
  status: 200,
  response: PasskeyOptions,
  problems: ['too-many-attempts'],
});

export const deskProvePasskey = operation({
  id: 'deskProvePasskey',
  audience: 'desk-guest',
  method: 'POST',
  path: '/api/v1/desk/session/passkey',
  summary: 'Sign in at the desk with a passkey.',
  body: z.strictObject({ credential: UsedPasskey }),
  status: 200,
  response: DeskSession,
  problems: ['proof-refused', 'sign-in-expired', 'too-many-attempts'],
});

export const lookAtStaffInvitation = operation({
  id: 'lookAtStaffInvitation',
  audience: 'desk-guest',
  method: 'POST',
  path: '/api/v1/desk/invitation',
  summary: 'Who an invitation to the desk is for, and the authenticator that goes with it.',
  body: z.strictObject({ token: StaffToken }),
  status: 200,
  response: StaffInvitation,
  problems: ['invitation-refused', 'too-many-attempts'],
});

export const staffInvitationPasskey = operation({
  id: 'staffInvitationPasskey',
  audience: 'desk-guest',
  method: 'POST',
  path: '/api/v1/desk/invitation/passkey-options',
  summary: 'What a browser needs to make a passkey for an invitation.',
  body: z.strictObject({ token: StaffToken }),
  status: 200,
  response: PasskeyOptions,
  problems: ['invitation-refused', 'too-many-attempts'],
});

export const acceptStaffInvitation = operation({
  id: 'acceptStaffInvitation',
  audience: 'desk-guest',
  method: 'POST',
  path: '/api/v1/desk/invitation/accept',
  summary: 'Set a password and a second proof, and sign in for the first time.',
  body: z.strictObject({
    token: StaffToken,
    password: StaffPassword,
    /** Either of the two: an account at the desk has a second proof from its first day. */
    proof: z.union([
      z.strictObject({ kind: z.literal('authenticator'), code: SixDigits }),
      z.strictObject({ kind: z.literal('passkey'), name: PasskeyName, credential: MadePasskey }),
    ]),
  }),
  status: 200,
  response: DeskSession,
  problems: [
    'invitation-refused',
    'staff-password-weak',
    'proof-refused',
    'too-many-attempts',
    'busy',
  ],
});

export const getDeskSession = operation({
  id: 'getDeskSession',
  audience: 'staff',
  permission: 'own-security',
  method: 'GET',
  path: '/api/v1/desk/session',
  summary: 'Who is signed in at the desk, and what their role allows.',
  status: 200,
  response: DeskSession,
  problems: [],
});

export const deskSignOut = operation({
  id: 'deskSignOut',
  audience: 'staff',
  permission: 'own-security',
  method: 'DELETE',
  path: '/api/v1/desk/session',
  summary: 'Sign out of the desk.',
  status: 200,
  response: NoContent,
  problems: [],
});

export const getOwnSecurity = operation({
  id: 'getOwnSecurity',
  audience: 'staff',
  permission: 'own-security',
  method: 'GET',
  path: '/api/v1/desk/security',
  summary: 'One’s own sessions, passkeys and authenticator.',
  status: 200,
  response: OwnSecurity,
  problems: [],
});

export const endOwnSession = operation({
  id: 'endOwnSession',
  audience: 'staff',
  permission: 'own-security',
  method: 'DELETE',
  path: '/api/v1/desk/security/sessions/:sessionId',
  summary: 'End one of one’s own sessions at the desk.',
  params: z.object({ sessionId: z.uuid().toLowerCase() }),
  status: 200,
  response: NoContent,
  problems: ['proof-not-found'],
});

export const ownPasskeyOptions = operation({
  id: 'ownPasskeyOptions',
  audience: 'staff',
  permission: 'own-security',
  method: 'POST',
  path: '/api/v1/desk/security/passkey-options',
  summary: 'What a browser needs to make another passkey.',
  status: 200,
  response: PasskeyOptions,
  problems: [],
});

export const addOwnPasskey = operation({
  id: 'addOwnPasskey',
  audience: 'staff',
  permission: 'own-security',
  method: 'POST',
  path: '/api/v1/desk/security/passkeys',
  summary: 'Keep a passkey that was just made.',
  body: z.strictObject({ name: PasskeyName, credential: MadePasskey }),
  status: 201,
  response: OwnSecurity,
  problems: ['proof-refused'],
});

export const removeOwnProof = operation({
  id: 'removeOwnProof',
  audience: 'staff',
  permission: 'own-security',
  method: 'DELETE',
  path: '/api/v1/desk/security/proofs/:proofId',
  summary: 'Remove a passkey or the authenticator, if another one is left.',
  params: z.object({ proofId: z.uuid().toLowerCase() }),
  status: 200,
  response: OwnSecurity,
  problems: ['proof-not-found', 'last-proof'],
});
