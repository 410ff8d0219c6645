import { operation } from '../operation.ts';
import { NoContent } from '../schema/basic.ts';
import {
  AskCode,
  CeremonyState,
  CeremonyStep,
  CodeSent,
  ContractFacts,
  NewPassword,
  ProveCode,
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
  problems: ['ceremony-over', 'proof-not-asked', 'password-not-taken', 'busy', 'access-closed'],
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
