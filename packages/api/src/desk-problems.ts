import type { ProblemRow } from './problem-row.ts';

/** What the desk refuses beside what everybody is refused. */
export type DeskProblem =
  | 'desk-sign-in-refused'
  | 'proof-refused'
  | 'sign-in-expired'
  | 'provider-role-missing'
  | 'provider-unreachable'
  | 'invitation-refused'
  | 'staff-password-weak'
  | 'last-proof'
  | 'proof-not-found'
  | 'not-permitted'
  | 'reason-needed'
  | 'reason-not-told'
  | 'customer-not-found'
  | 'hold-until-past'
  | 'promise-past'
  | 'recovery-waiting'
  | 'address-missing'
  | 'call-code-wrong'
  | 'letter-not-found'
  | 'work-not-found'
  | 'work-taken'
  | 'work-not-yours'
  | 'car-not-found'
  | 'document-not-found'
  | 'second-person-needed'
  | 'proposal-differs';

/** The words for people who work at the desk. */
export const DESK_PROBLEMS: Readonly<Record<DeskProblem, ProblemRow>> = {
  'car-not-found': {
    status: 404,
    title: 'We lease no car with that VIN',
    cause: 'No lease of ours has this VIN, or it has a mistake in it.',
    next: 'Read it again from the windshield or the door: 17 letters and digits, no I, O or Q.',
  },
  'document-not-found': {
    status: 404,
    title: 'There is no such document',
    cause: 'This car has no signed return form.',
    next: 'Look again once the car was given back.',
  },
  'second-person-needed': {
    status: 409,
    title: 'Somebody else has to agree',
    cause: 'You proposed this yourself, and so much is taken off only by two people.',
    next: 'Ask a colleague with the same permission to decide the same.',
  },
  'proposal-differs': {
    status: 409,
    title: 'That is not what was proposed',
    cause: 'Somebody proposed {outcome} with {reason}, and two people must agree on the same.',
    next: 'Decide the same, or talk to your colleague.',
  },
  'desk-sign-in-refused': {
    status: 401,
    title: 'That sign-in did not work',
    cause: 'The email and the password do not belong together, or the account was closed.',
    next: 'Check both and try again, or ask whoever runs the desk for a new invitation.',
  },
  'proof-refused': {
    status: 401,
    title: 'That proof did not work',
    cause: 'The code is wrong or was used before, or the passkey is not one of yours.',
    next: 'Wait for the next code and try again, or use another way. After five tries start again.',
  },
  'sign-in-expired': {
    status: 401,
    title: 'This sign-in took too long',
    cause: 'There are ten minutes and five tries from the first step to the last.',
    next: 'Start again with your email and password.',
  },
  'provider-role-missing': {
    status: 403,
    title: 'Your account has no role here',
    cause: 'You signed in, but none of your groups has a role at this desk.',
    next: 'Ask whoever runs the desk to put one of your groups into the table of roles.',
  },
  'provider-unreachable': {
    status: 503,
    title: 'We cannot ask your sign-on provider',
    cause: 'We ask it every minute whether you still work here, and it did not answer.',
    next: 'Try again in a moment. Nothing was changed, and you are still signed in.',
  },
  'invitation-refused': {
    status: 404,
    title: 'This invitation does not work',
    cause: 'It was used before, has run out after seven days, or was replaced by a newer one.',
    next: 'Ask whoever runs the desk for a new one.',
  },
  'staff-password-weak': {
    status: 422,
    title: 'That password is too easy to guess',
    cause:
      'It needs at least 15 characters, and not your name, your email or the same few letters.',
    next: 'Take a longer one, such as four or five words that do not belong together.',
  },
  'last-proof': {
    status: 409,
    title: 'This is your only second proof',
    cause: 'Without a passkey or an authenticator nobody can sign in at the desk.',
    next: 'Add another one first, then remove this one.',
  },
  'proof-not-found': {
    status: 404,
    title: 'There is no such passkey or session',
    cause: 'It is not among yours, or it was removed a moment ago.',
    next: 'Load the page again to see what there is.',
  },
  'not-permitted': {
    status: 403,
    title: 'Your role does not allow this',
    cause: 'It needs the permission {permission}, and the role {role} does not have it.',
    next: 'Ask somebody whose role allows it, such as a supervisor.',
  },
  'reason-needed': {
    status: 403,
    title: 'Say why you look at this customer',
    cause: 'You have not given a reason, or the one you gave is older than {minutes} minutes.',
    next: 'Give the reason, then open the customer again.',
  },
  'reason-not-told': {
    status: 422,
    title: 'Say what the other reason is',
    cause: 'The reason “other” needs a sentence.',
    next: 'Write why you look, in a few words.',
  },
  'customer-not-found': {
    status: 404,
    title: 'We cannot find that customer',
    cause: 'There is no such customer.',
    next: 'Go back to the search.',
  },
  'hold-until-past': {
    status: 422,
    title: 'The hold would end before it begins',
    cause: 'The open business day is {today}, and the hold was to end on {until}.',
    next: 'Take a later day, or none: then it holds until somebody lifts it.',
  },
  'promise-past': {
    status: 422,
    title: 'That day has passed',
    cause: 'The open business day is {today}, and the call was promised for {promisedOn}.',
    next: 'Promise the call for today or a later day.',
  },
  'recovery-waiting': {
    status: 409,
    title: 'A letter is on its way already',
    cause: 'A recovery was started on {day}, and its letter has not been used.',
    next: 'Wait for the letter to arrive. Its code works for 21 days.',
  },
  'address-missing': {
    status: 422,
    title: 'There is no address to write to',
    cause: 'A recovery goes by letter to the address on file, and this customer has none.',
    next: 'Ask the customer to come to a branch with a photo ID.',
  },
  'call-code-wrong': {
    status: 422,
    title: 'That is not the code',
    cause: 'It is not the code that the page of this customer shows, or it was heard before.',
    next: 'Ask the customer to read it out again, digit by digit. Do not help.',
  },
  'letter-not-found': {
    status: 404,
    title: 'There is no such letter',
    cause: 'It was printed before, or it was never made. A letter is printed once.',
    next: 'Start the recovery again if the letter was lost.',
  },
  'work-not-found': {
    status: 404,
    title: 'This work is no longer there',
    cause: 'Somebody has done it, or it has settled by itself.',
    next: 'Load the queue again.',
  },
  'work-taken': {
    status: 409,
    title: 'Somebody else has taken this',
    cause: '{owner} took it before you.',
    next: 'Take another one, or ask {owner} to hand it back.',
  },
  'work-not-yours': {
    status: 409,
    title: 'Take this first',
    cause: 'Only who has taken a piece of work can hand it back or finish it.',
    next: 'Take it, then try again.',
  },
};
