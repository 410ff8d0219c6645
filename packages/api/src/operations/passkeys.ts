import { z } from 'zod';
import { operation } from '../operation.ts';
import { NoContent } from '../schema/basic.ts';
import { CeremonyStep } from '../schema/ceremony.ts';
import {
  NewPasskey,
  PasskeyId,
  PasskeyName,
  PasskeyOptions,
  ProvePasskey,
  SignedAct,
  StepUpPasskey,
} from '../schema/passkey.ts';
import { Passkey, StepUpState } from '../schema/security.ts';

export const askPasskey = operation({
  id: 'askPasskey',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/ceremony/passkey-options',
  summary: 'A challenge to sign in by a passkey, or to go on with one.',
  description: 'Goes on with the ceremony of the cookie, or begins one and sets it.',
  status: 200,
  response: PasskeyOptions,
  problems: ['too-many-attempts'],
});

export const provePasskey = operation({
  id: 'provePasskey',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/ceremony/passkey',
  summary: 'Prove by a passkey. A passkey is two proofs in one.',
  body: ProvePasskey,
  status: 200,
  response: CeremonyStep,
  problems: ['ceremony-over', 'passkey-refused', 'too-many-attempts', 'access-closed'],
});

export const askStepUpPasskey = operation({
  id: 'askStepUpPasskey',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/step-up/passkey-options',
  summary: 'A challenge over what is to be done: only an answer to it counts for that.',
  body: SignedAct,
  status: 200,
  response: PasskeyOptions,
  problems: ['proof-not-asked'],
});

export const stepUpByPasskey = operation({
  id: 'stepUpByPasskey',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/step-up/passkey',
  summary: 'Prove by a passkey that signs the act. Gives the session another token.',
  body: StepUpPasskey,
  status: 200,
  response: StepUpState,
  problems: ['passkey-refused'],
});

export const beginPasskey = operation({
  id: 'beginPasskey',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/passkeys/options',
  summary: 'What a browser needs to make a passkey.',
  status: 200,
  response: PasskeyOptions,
  problems: ['step-up-needed', 'data-held', 'too-many-passkeys'],
});

export const addPasskey = operation({
  id: 'addPasskey',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/passkeys',
  summary: 'Keep a passkey that a browser has made.',
  body: NewPasskey,
  status: 201,
  response: Passkey,
  problems: ['step-up-needed', 'data-held', 'too-many-passkeys', 'passkey-refused'],
});

export const renamePasskey = operation({
  id: 'renamePasskey',
  audience: 'customer',
  method: 'PATCH',
  path: '/api/v1/passkeys/:passkeyId',
  summary: 'Give a passkey another name.',
  params: z.object({ passkeyId: PasskeyId }),
  body: PasskeyName,
  status: 200,
  response: NoContent,
  problems: ['passkey-not-found'],
});

export const removePasskey = operation({
  id: 'removePasskey',
  audience: 'customer',
  method: 'DELETE',
  path: '/api/v1/passkeys/:passkeyId',
  summary: 'Remove a passkey.',
  params: z.object({ passkeyId: PasskeyId }),
  status: 200,
  response: NoContent,
  problems: ['step-up-needed', 'data-held', 'passkey-not-found', 'last-way-in'],
});
