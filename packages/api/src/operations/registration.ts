import { operation } from '../operation.ts';
import { CeremonyState, CeremonyStep, CodeSent } from '../schema/ceremony.ts';
import { PasskeyOptions } from '../schema/passkey.ts';
import {
  AddedContract,
  FinishRegistration,
  RegisterEmail,
  RegisterFacts,
  RegisterLetter,
  RegisterOnFile,
  RegistrationRules,
} from '../schema/registration.ts';

export const getRegistration = operation({
  id: 'getRegistration',
  audience: 'public',
  method: 'GET',
  path: '/api/v1/registration',
  summary: 'What is asked of somebody who opens an account.',
  status: 200,
  response: RegistrationRules,
  problems: [],
});

export const registerByFacts = operation({
  id: 'registerByFacts',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/registration/facts',
  summary: 'Begin to open an account by what the contract says of a person.',
  description:
    'Sets the ceremony cookie. The refusal is the same whatever is wrong, and for somebody who ' +
    'has an account already: the address on file is told.',
  body: RegisterFacts,
  status: 202,
  response: CeremonyState,
  problems: ['registration-refused', 'registration-away', 'too-many-attempts'],
});

export const registerByLetter = operation({
  id: 'registerByLetter',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/registration/letter',
  summary: 'Begin to open an account by the code of a letter.',
  description: 'Sets the ceremony cookie. A code counts for 21 days, for one person.',
  body: RegisterLetter,
  status: 202,
  response: CeremonyState,
  problems: ['registration-refused', 'registration-away', 'too-many-attempts'],
});

export const registerOnFile = operation({
  id: 'registerOnFile',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/registration/on-file',
  summary: 'Begin to open an account by a code to the email or telephone on file.',
  description:
    'Sets the ceremony cookie. The same answer whether or not anybody is known; prove the code ' +
    'by POST /api/v1/ceremony/proof.',
  body: RegisterOnFile,
  status: 202,
  response: CeremonyState,
  problems: ['registration-away', 'too-many-attempts', 'too-many-codes'],
});

export const setRegistrationEmail = operation({
  id: 'setRegistrationEmail',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/registration/email',
  summary: 'Send a code to the email that is to be used.',
  description: 'Prove it as `new-mail-code`. Another email in its place needs a code of its own.',
  body: RegisterEmail,
  status: 200,
  response: CodeSent,
  problems: ['ceremony-over', 'proof-not-asked', 'too-many-codes'],
});

export const askRegistrationPasskey = operation({
  id: 'askRegistrationPasskey',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/registration/passkey',
  summary: 'What a browser needs to make the first passkey of an account.',
  status: 200,
  response: PasskeyOptions,
  problems: ['ceremony-over', 'proof-not-asked'],
});

export const finishRegistration = operation({
  id: 'finishRegistration',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/registration',
  summary: 'Open the account when enough is proven, and sign in.',
  description:
    'Somebody who has an account with this email for another contract gets this contract added ' +
    'to it, and signs in as before (`known-already`).',
  body: FinishRegistration,
  status: 200,
  response: CeremonyStep,
  problems: [
    'ceremony-over',
    'proof-not-asked',
    'password-not-taken',
    'passkey-refused',
    'user-name-taken',
    'user-name-needed',
    'terms-not-accepted',
    'known-already',
    'access-closed',
    'busy',
  ],
});

export const addContract = operation({
  id: 'addContract',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/contracts',
  summary: 'Add another contract of the same person to the account.',
  body: RegisterFacts,
  status: 201,
  response: AddedContract,
  problems: ['registration-refused', 'too-many-attempts', 'data-held', 'data-held-until'],
});
