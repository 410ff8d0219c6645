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
  | 'data-held-until'
  | 'no-sign-in-yet'
  | 'recovery-stopped'
  | 'no-address-on-file'
  | 'no-phone-on-file'
  | 'recovery-code-wrong'
  | 'call-not-made'
  | 'contact-known'
  | 'too-many-contacts'
  | 'contact-not-found'
  | 'last-contact'
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
  'data-held-until': {
    status: 403,
    title: 'This cannot be changed yet',
    cause:
      'You came back into your account without your usual proofs. Bank accounts and contact ' +
      'data stay as they are until {on}, {time}. You can pay as always.',
    next: 'Come back after that time, or call us if it cannot wait.',
  },
  'no-sign-in-yet': {
    status: 409,
    title: 'You have not registered yet',
    cause: 'We know your contract, and nobody signs in for it under your name yet.',
    next: 'Register to choose how you sign in. You can pay without signing in, too.',
  },
  'recovery-stopped': {
    status: 403,
    title: 'We have stopped this',
    cause:
      'Somebody told us that this was not you, so the account is protected. Paying stays ' +
      'open.',
    next: 'Call us. We make the account yours again together with you.',
  },
  'no-address-on-file': {
    status: 422,
    title: 'We have no address to write to',
    cause: 'The letter goes to the address on file, and there is none.',
    next: 'Choose the call instead, or call us.',
  },
  'no-phone-on-file': {
    status: 422,
    title: 'We have no number to call',
    cause: 'The call goes to the number on file, and there is none.',
    next: 'Choose the letter instead, or call us.',
  },
  'recovery-code-wrong': {
    status: 422,
    title: 'That code is not right',
    cause: 'It is not the code of a letter to you or of a call with you, or it no longer counts.',
    next: 'Check each character and try again, or ask for a new letter or call.',
  },
  'call-not-made': {
    status: 409,
    title: 'We have not talked to you yet',
    cause: 'This code counts after we have called you and you have read it out.',
    next: 'Wait for our call. Your page says on which day it comes.',
  },
  'contact-known': {
    status: 409,
    title: 'You have this one already',
    cause: 'This address or number is on file for you.',
    next: 'Use it as it is, or enter another one.',
  },
  'too-many-contacts': {
    status: 422,
    title: 'That is as many as we keep',
    cause: 'We keep at most {most} emails and {most} telephones for a person.',
    next: 'Remove one that you no longer use, then add this one.',
  },
  'contact-not-found': {
    status: 404,
    title: 'We do not have this one',
    cause: 'It is not one of the addresses and numbers on file for you.',
    next: 'Load the page again to see what is on file.',
  },
  'last-contact': {
    status: 409,
    title: 'This is the only one',
    cause: 'We tell you by email when something of your account changes, so one has to stay.',
    next: 'Add another email first, then remove this one.',
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
