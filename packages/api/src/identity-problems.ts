import type { ProblemRow } from './problem-row.ts';

/** What can be said to somebody who is proving who they are. */
export type IdentityProblem =
  | 'second-proof-needed'
  | 'ceremony-over'
  | 'proof-not-asked'
  | 'code-wrong'
  | 'code-used-up'
  | 'too-many-codes'
  | 'facts-wrong'
  | 'password-not-taken'
  | 'access-closed'
  | 'step-up-needed'
  | 'data-held'
  | 'passkey-refused'
  | 'too-many-passkeys'
  | 'passkey-not-found'
  | 'last-way-in'
  | 'authenticator-not-begun'
  | 'session-not-found'
  | 'registration-refused'
  | 'registration-away'
  | 'user-name-taken'
  | 'user-name-needed'
  | 'terms-not-accepted'
  | 'known-already';

const AGAIN = 'Begin again. Nothing was changed.';

/** Proving who one is: each refusal says what still works. */
export const IDENTITY_PROBLEMS: Readonly<Record<IdentityProblem, ProblemRow>> = {
  'second-proof-needed': {
    status: 401,
    title: 'One more step',
    cause: 'The password is right. We do not know this device, so we ask for one more proof.',
    next: 'Choose one of these ways: {ways}.',
  },
  'ceremony-over': {
    status: 401,
    title: 'This took too long',
    cause: 'There is nothing to go on with: it was finished, or it took too long.',
    next: AGAIN,
  },
  'proof-not-asked': {
    status: 409,
    title: 'This is not what we ask for now',
    cause: 'We ask for another proof at this point.',
    next: 'Choose one of these ways: {ways}.',
  },
  'code-wrong': {
    status: 422,
    title: 'That code is not right',
    cause: 'The code is not the one that counts now. Only the newest code counts.',
    next: 'Check the code and try again, or ask for a new one.',
  },
  'code-used-up': {
    status: 422,
    title: 'That code no longer counts',
    cause: 'It was used, it is older than 10 minutes, or it was tried too often.',
    next: 'Ask for a new code.',
  },
  'too-many-codes': {
    status: 429,
    title: 'That is enough codes for now',
    cause: 'We have sent several codes in a short time.',
    next: 'Use the newest code, or ask for another one in {seconds} seconds.',
  },
  'facts-wrong': {
    status: 422,
    title: 'We could not match what you entered',
    cause: 'At least one of these differs from what we have on file. We do not say which one.',
    next: 'Check each of them against your contract and try again, or call us.',
  },
  'password-not-taken': {
    status: 422,
    title: 'Please choose another password',
    cause: 'This password does not keep your account safe enough. The reasons are listed.',
    next: 'Choose another one. A few words that do not belong together work well.',
  },
  'access-closed': {
    status: 403,
    title: 'We cannot let you in online just now',
    cause: 'Online access to this account is closed. No late fee falls while we keep you out.',
    next: 'Call us. You can still pay by mail or phone.',
  },
  'step-up-needed': {
    status: 403,
    title: 'Please prove that it is you',
    cause: 'Before this change we ask for a fresh proof, not older than five minutes.',
    next: 'Prove it in one of these ways: {ways}.',
  },
  'data-held': {
    status: 403,
    title: 'This cannot be changed yet',
    cause: 'Changes are stopped to keep the account safe. You can pay as always.',
    next: 'Call us if it cannot wait.',
  },
  'passkey-refused': {
    status: 422,
    title: 'That passkey did not work',
    cause: 'We do not know this passkey, or its answer does not fit our question.',
    next: 'Try again, or sign in another way.',
  },
  'too-many-passkeys': {
    status: 422,
    title: 'You have as many passkeys as we keep',
    cause: 'We keep at most {most} passkeys for a person.',
    next: 'Remove one that you no longer use.',
  },
  'passkey-not-found': {
    status: 404,
    title: 'We cannot find that passkey',
    cause: 'It is not one of your passkeys any more.',
    next: 'Load the page again to see the passkeys that you have.',
  },
  'last-way-in': {
    status: 409,
    title: 'This is your only way to sign in',
    cause: 'Without it you could not sign in any more.',
    next: 'Set a password or add another passkey first.',
  },
  'authenticator-not-begun': {
    status: 409,
    title: 'There is no authenticator app to confirm',
    cause: 'It was set up before, or setting it up was not begun.',
    next: 'Begin again to get a new code to scan.',
  },
  'session-not-found': {
    status: 404,
    title: 'That session has ended',
    cause: 'It is not one of your open sessions any more.',
    next: 'Load the page again to see the sessions that are open.',
  },
  'registration-refused': {
    status: 422,
    title: 'We could not open an account with this',
    cause:
      'Something differs from what we have on file, or there is an account already. We do not ' +
      'say which; if there is one, we have just written to the email on file.',
    next: 'Check what you typed against your contract, choose another way, or call us.',
  },
  'registration-away': {
    status: 503,
    title: 'Accounts cannot be opened just now',
    cause: 'We cannot send mail at the moment, and your email has to be confirmed by a code.',
    next: 'Try again later, or call us. You can pay without an account in the meantime.',
  },
  'user-name-taken': {
    status: 409,
    title: 'That user name is taken',
    cause: 'Somebody else signs in by this user name.',
    next: 'Choose another one.',
  },
  'user-name-needed': {
    status: 409,
    title: 'Please choose a user name',
    cause: 'Somebody else signs in by this email, so it cannot be what you sign in by.',
    next: 'Choose a user name. Letters still go to your email.',
  },
  'terms-not-accepted': {
    status: 422,
    title: 'Please agree to the terms',
    cause: 'An account can be opened only by somebody who agrees to the terms that are in force.',
    next: 'Read them and check the box.',
  },
  'known-already': {
    status: 409,
    title: 'You have an account already',
    cause:
      'You sign in by this email for another contract. We added this contract to that account.',
    next: 'Sign in as before: both contracts are there.',
  },
};
