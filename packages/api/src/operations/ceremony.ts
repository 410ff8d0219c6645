import { operation } from '../operation.ts';
import { NoContent } from '../schema/basic.ts';
import {
  AskCode,
  AskRecoveryCall,
  CeremonyState,
  CeremonyStep,
  CodeSent,
  ContractFacts,
  NewPassword,
  ProveCode,
  ProveRecovery,
  RecoveryAsked,
  RemindUserName,
  ResetPassword,
} from '../schema/ceremony.ts';

export const getCeremony = operation({
  id: 'getCeremony',
  audience: 'public',
  method: 'GET',
  path: '/api/v1/ceremony',
  summary: 'What is to be proven next, by the ceremony cookie.',
  status: 200,
  response: CeremonyState,
  problems: ['ceremony-over'],
});

export const sendCeremonyCode = operation({
  id: 'sendCeremonyCode',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/ceremony/code',
  summary: 'Send a code to the email or telephone on file.',
  description:
    'The same answer whether or not somebody is known. A code counts for ten minutes, once.',
  body: AskCode,
  status: 200,
  response: CodeSent,
  problems: ['ceremony-over', 'proof-not-asked', 'too-many-codes'],
});

export const proveCeremonyCode = operation({
  id: 'proveCeremonyCode',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/ceremony/proof',
  summary: 'Prove by a code of a letter, a text, an authenticator app or the recovery codes.',
  body: ProveCode,
  status: 200,
  response: CeremonyStep,
  problems: [
    'ceremony-over',
    'proof-not-asked',
    'code-wrong',
    'code-used-up',
    'too-many-attempts',
    'access-closed',
  ],
});

export const proveCeremonyFacts = operation({
  id: 'proveCeremonyFacts',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/ceremony/facts',
  summary: 'Prove by what the contract says: number, date of birth, SSN and ZIP.',
  body: ContractFacts,
  status: 200,
  response: CeremonyStep,
  problems: [
    'ceremony-over',
    'proof-not-asked',
    'facts-wrong',
    'too-many-attempts',
    'access-closed',
  ],
});

export const beginPasswordReset = operation({
  id: 'beginPasswordReset',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/password-reset',
  summary: 'Begin to set a new password.',
  description: 'Sets the ceremony cookie. Says the same whether or not the login exists.',
  body: ResetPassword,
  status: 202,
  response: CeremonyState,
  problems: ['too-many-attempts'],
});

export const setCeremonyPassword = operation({
  id: 'setCeremonyPassword',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/ceremony/password',
  summary: 'Set a new password when enough is proven. Ends every other session.',
  body: NewPassword,
  status: 200,
  response: CeremonyStep,
  problems: [
    'ceremony-over',
    'proof-not-asked',
    'password-not-taken',
    'busy',
    'recovery-stopped',
    'access-closed',
  ],
});

export const remindUserName = operation({
  id: 'remindUserName',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/user-name-reminder',
  summary: 'Mail somebody their user name.',
  description: 'Says the same whether or not the address is on file.',
  body: RemindUserName,
  status: 202,
  response: NoContent,
  problems: ['too-many-attempts'],
});

export const beginLostEverything = operation({
  id: 'beginLostEverything',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/lost-everything',
  summary: 'Begin a way back in for somebody who has no password, telephone or email left.',
  description:
    'Sets the ceremony cookie. Opens nothing: a letter or a call and a waiting time come next, ' +
    'and every address on file is told. It does not say which of the facts is wrong.',
  body: ContractFacts,
  status: 202,
  response: CeremonyState,
  problems: [
    'facts-wrong',
    'too-many-attempts',
    'no-sign-in-yet',
    'recovery-stopped',
    'access-closed',
  ],
});

export const getRecoveryAsked = operation({
  id: 'getRecoveryAsked',
  audience: 'public',
  method: 'GET',
  path: '/api/v1/ceremony/recovery',
  summary: 'What was asked for so far: a letter, a call, and until when no late fee falls.',
  status: 200,
  response: RecoveryAsked,
  problems: ['ceremony-over'],
});

export const askRecoveryLetter = operation({
  id: 'askRecoveryLetter',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/ceremony/recovery/letter',
  summary: 'Send a letter with a code to the address on file.',
  description: 'Asked again it is the same letter. No late fee falls while it is on its way.',
  status: 202,
  response: RecoveryAsked,
  problems: [
    'ceremony-over',
    'proof-not-asked',
    'no-address-on-file',
    'recovery-stopped',
    'access-closed',
  ],
});

export const askRecoveryCall = operation({
  id: 'askRecoveryCall',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/ceremony/recovery/call',
  summary: 'Book a call to the number on file, with the code to read out in it.',
  description: 'Asked again it is the same call and the same code.',
  body: AskRecoveryCall,
  status: 202,
  response: RecoveryAsked,
  problems: [
    'ceremony-over',
    'proof-not-asked',
    'no-phone-on-file',
    'recovery-stopped',
    'access-closed',
  ],
});

export const proveRecovery = operation({
  id: 'proveRecovery',
  audience: 'public',
  method: 'POST',
  path: '/api/v1/ceremony/recovery/proof',
  summary: 'Prove by the code of the letter, or by the one that was read out in the call.',
  description:
    'The waiting time begins with the first time, and every address on file is told. The same ' +
    'code counts again in another browser until it has let somebody in.',
  body: ProveRecovery,
  status: 200,
  response: CeremonyStep,
  problems: [
    'ceremony-over',
    'proof-not-asked',
    'recovery-code-wrong',
    'call-not-made',
    'too-many-attempts',
    'recovery-stopped',
    'access-closed',
  ],
});
