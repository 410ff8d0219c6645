import type { RefusalCode } from '@roadbook/domain/contract/refusal';
import { spokenDollars } from '@roadbook/domain/money/cents';
import { APPOINTMENT_PROBLEMS, type AppointmentProblem } from './appointment-problems.ts';
import { AWAY_PROBLEMS, type AwayProblem } from './away-problems.ts';
import { DESK_PROBLEMS, type DeskProblem } from './desk-problems.ts';
import { GIVE_BACK_PROBLEMS } from './give-back-problems.ts';
import { GUEST_PROBLEMS, type GuestProblem } from './guest-problems.ts';
import { IDENTITY_PROBLEMS, type IdentityProblem } from './identity-problems.ts';
import { LIMIT_PROBLEMS, type LimitProblem } from './limit-problems.ts';
import type { ProblemRow } from './problem-row.ts';
import { READING_PROBLEMS } from './reading-problems.ts';

/** Problems that the shell finds, beside the refusals of the core. */
export type ShellProblem =
  | 'invalid-input'
  | 'not-signed-in'
  | 'sign-in-refused'
  | 'too-many-attempts'
  | 'token-refused'
  | 'wrong-origin'
  | 'contract-not-found'
  | 'not-found'
  | 'lease-end-not-for-a-loan'
  | 'no-wear-guide'
  | 'call-back-waiting'
  | 'key-missing'
  | 'key-used-for-other-input'
  | 'payment-method-not-found'
  | 'payment-method-refused'
  | 'payment-method-in-use'
  | 'too-many-methods'
  | 'routing-number-wrong'
  | 'password-wrong'
  | 'payment-date-past'
  | 'body-too-large'
  | 'media-type-not-read'
  | AppointmentProblem
  | IdentityProblem
  | GuestProblem
  | LimitProblem
  | AwayProblem
  | DeskProblem
  | 'unexpected';

export type ProblemCode = RefusalCode | ShellProblem;

const CALL = 'Call us and read out the reference below; we can see what happened.';

/**
 * Every problem the product can answer with (RFC 9457). One table: the server takes the status from
 * it, the documents print it, the portal may say it in another language by its code.
 */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemRow>> = {
  'invalid-input': {
    status: 400,
    title: 'Something in the request is not as it should be',
    cause: 'At least one field cannot be read or breaks its rule. The fields are listed.',
    next: 'Correct the fields that are listed and send it again. Nothing was changed.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Please sign in',
    cause: 'You are not signed in, or your session has ended to keep your account safe.',
    next: 'Sign in again. What you had entered is kept on this device.',
  },
  'sign-in-refused': {
    status: 401,
    title: 'That sign-in did not work',
    cause: 'The user name or email and the password do not belong together.',
    next: 'Check both and try again. You can also pay by mail or phone without signing in.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many attempts',
    cause: 'There were too many attempts in a short time, so we are slowing down to keep you safe.',
    next: 'Wait {seconds} seconds and try again. Nothing is locked.',
  },
  'token-refused': {
    status: 401,
    title: 'The access token was not accepted',
    cause: 'The bearer token is missing, unknown or withdrawn.',
    next: 'Make a token with: roadbook token --audience integrator',
  },
  'wrong-origin': {
    status: 403,
    title: 'This request came from another site',
    cause: 'Changes are only taken from our own pages.',
    next: 'Open the portal by its own address and try again.',
  },
  'contract-not-found': {
    status: 404,
    title: 'We cannot find that contract',
    cause: 'There is no such contract among those you may see.',
    next: 'Go back to your contracts, or check the number.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    cause: 'The address does not lead to anything.',
    next: 'Go back, or see /openapi.json for every address of the API.',
  },
  'lease-end-not-for-a-loan': {
    status: 422,
    title: 'A loan has no lease end',
    cause: 'This contract is a loan: when it is paid off the car is simply yours.',
    next: 'See what paying off the loan takes.',
  },
  'lease-has-ended': {
    status: 422,
    title: 'This lease has ended',
    cause: 'The car was given back or bought, so there is no way out left to choose.',
    next: 'See the history of the contract, or call us about the final bill.',
  },
  'no-wear-guide': {
    status: 422,
    title: 'There is no wear guide yet',
    cause: 'A walk is priced by the lender’s guide and charges, and none is in force.',
    next: 'Keep the walk on this device and try again later, or call us.',
  },
  'call-back-waiting': {
    status: 409,
    title: 'We already have your request',
    cause: 'You asked for a call about this contract, and we have not called yet.',
    next: 'We will call you. If it cannot wait, call us with the reference {callBack}.',
  },
  'key-missing': {
    status: 400,
    title: 'An idempotency key is needed',
    cause: 'This command writes, and without a key a repeated request could do it twice.',
    next: 'Send a header Idempotency-Key with 8 to 200 visible characters, such as a UUID.',
  },
  'key-used-for-other-input': {
    status: 409,
    title: 'This key was used for something else',
    cause: 'The same idempotency key came before with different content. Nothing was done again.',
    next: 'Use a new key for a new command; repeat the same content to get the first answer.',
  },
  'payment-method-not-found': {
    status: 404,
    title: 'We cannot find that payment method',
    cause: 'It is not one of your saved payment methods any more.',
    next: 'Choose another payment method or add one.',
  },
  'payment-method-refused': {
    status: 422,
    title: 'The bank account was not accepted',
    cause: 'The payment network does not take debits from this account.',
    next: 'Choose another bank account. No money has moved.',
  },
  'payment-method-in-use': {
    status: 409,
    title: 'A payment is promised from this account',
    cause: 'A payment for a later day is to be drawn from it.',
    next: 'Cancel that payment first, then remove the account.',
  },
  'too-many-methods': {
    status: 422,
    title: 'You have saved as many accounts as we keep',
    cause: 'We keep at most {most} payment methods for a person.',
    next: 'Remove one that you no longer use.',
  },
  'routing-number-wrong': {
    status: 422,
    title: 'That routing number has a typing error',
    cause: 'Its last digit is a check digit, and it does not fit the others.',
    next: 'Look at the nine digits at the bottom left of a check, or ask your bank.',
  },
  'password-wrong': {
    status: 403,
    title: 'That is not your password',
    cause: 'We ask for it again before we save a bank account.',
    next: 'Enter the password you sign in with.',
  },
  'payment-date-past': {
    status: 422,
    title: 'That day is over',
    cause: 'A payment can be made today, {businessDate}, or on a later day.',
    next: 'Choose today or a later day.',
  },
  'body-too-large': {
    status: 413,
    title: 'That is too large',
    cause: 'The request is larger than this address takes.',
    next: 'Send less at once.',
  },
  'media-type-not-read': {
    status: 415,
    title: 'That kind of content is not read here',
    cause: 'This address reads application/json only.',
    next: 'Send JSON with a header Content-Type: application/json.',
  },
  ...APPOINTMENT_PROBLEMS,
  ...IDENTITY_PROBLEMS,
  ...GUEST_PROBLEMS,
  ...LIMIT_PROBLEMS,
  ...AWAY_PROBLEMS,
  ...DESK_PROBLEMS,
  ...READING_PROBLEMS,
  ...GIVE_BACK_PROBLEMS,
  unexpected: {
    status: 500,
    title: 'Something on our side went wrong',
    cause: 'This is our fault, not yours. It has been written down under the reference below.',
    next: CALL,
  },
  'amount-not-positive': {
    status: 422,
    title: 'The amount must be more than zero',
    cause: 'A payment of nothing or less cannot be made.',
    next: 'Enter an amount of at least 0.01.',
  },
  'amount-too-large': {
    status: 422,
    title: 'The amount is too large',
    cause: 'No payment can be larger than {maximumCents}.',
    next: 'Check the amount.',
  },
  'payment-over-payoff': {
    status: 422,
    title: 'That is more than you owe',
    cause: 'Paying off everything on that day takes {payoffCents}.',
    next: 'Pay that amount to end the loan, or a smaller one.',
  },
  'payoff-amount-differs': {
    status: 422,
    title: 'That amount does not pay off the loan',
    cause: 'Paying off everything on that day takes {payoffCents}.',
    next: 'Pay exactly that amount, or make a regular payment.',
  },
  'principal-only-while-due': {
    status: 422,
    title: 'First comes what is due',
    cause: 'An extra payment toward principal is possible when nothing is due; {dueCents} is.',
    next: 'Make a regular payment first. What is over goes to principal as well.',
  },
  'principal-only-on-lease': {
    status: 422,
    title: 'A lease has no principal to pay down',
    cause: 'You pay for the use of the car, so extra money pays later months instead.',
    next: 'Make a regular payment; it will be kept for your next lease payments.',
  },
  'purpose-not-for-this-contract': {
    status: 422,
    title: 'This contract does not take that kind of payment',
    cause: 'A payment of the kind "{purpose}" cannot be made here.',
    next: 'Make a regular payment.',
  },
  'received-in-future': {
    status: 422,
    title: 'That day has not come yet',
    cause: 'The open business day is {businessDate}; money cannot have arrived after it.',
    next: 'Use the day the money arrived.',
  },
  'received-before-contract': {
    status: 422,
    title: 'That day lies before the contract',
    cause: 'The money is dated {receivedOn}; the contract began on {beganOn}.',
    next: 'Check the day on which the money was received and send it again.',
  },
  'nothing-owed': {
    status: 422,
    title: 'Nothing is owed on this contract',
    cause: 'It is paid off.',
    next: 'There is nothing to pay. See the history for your last payment.',
  },
  'contract-closed': {
    status: 422,
    title: 'This contract is closed',
    cause: 'Everything on it has been settled.',
    next: 'See its history.',
  },
  'contract-charged-off': {
    status: 422,
    title: 'This account was charged off',
    cause: 'It left our regular books; the debt remains and payments are arranged in person.',
    next: 'Call us: we will agree on a way together.',
  },
  'stopped-by-hold': {
    status: 422,
    title: 'This cannot be done online just now',
    cause: 'There is a note on the contract ({hold}) that asks for a person to look first.',
    next: 'Call us. We will do it with you by phone.',
  },
  'payment-not-found': {
    status: 404,
    title: 'We cannot find that payment',
    cause: 'There is no such payment on this contract.',
    next: 'Look it up in the history.',
  },
  'payment-already-reversed': {
    status: 409,
    title: 'That payment was taken back already',
    cause: 'A payment can be reversed once.',
    next: 'See the entries of the contract.',
  },
  'schedule-date-not-ahead': {
    status: 422,
    title: 'A promised payment needs a later day',
    cause: 'Today is {businessDate}.',
    next: 'Pay today, or choose a later day.',
  },
  'schedule-date-too-far': {
    status: 422,
    title: 'That day is too far ahead',
    cause: 'A payment can be promised up to {last}.',
    next: 'Choose an earlier day.',
  },
  'scheduled-payment-not-found': {
    status: 404,
    title: 'There is no such promised payment',
    cause: 'It was cancelled, or it has been drawn already.',
    next: 'See the history for what was drawn.',
  },
  'quote-date-past': {
    status: 422,
    title: 'That day is over',
    cause: 'A payoff can be quoted from today, {businessDate}, on.',
    next: 'Choose today or a later day.',
  },
  'quote-date-too-far': {
    status: 422,
    title: 'That day is too far ahead',
    cause: 'A payoff can be quoted up to {last}.',
    next: 'Choose an earlier day.',
  },
  'quote-not-for-this-contract': {
    status: 422,
    title: 'A lease has no payoff',
    cause: 'A lease ends by giving the car back or buying it.',
    next: 'See the ways out of your lease.',
  },
  'day-not-open': {
    status: 503,
    title: 'The business day has just changed',
    cause: 'The command was decided for a day that is closed now. Nothing was written.',
    next: 'Send it again with the same key.',
  },
  'hold-not-found': {
    status: 404,
    title: 'There is no such hold',
    cause: 'No hold of the kind {hold} is in force.',
    next: 'See the holds of the contract.',
  },
  'hold-already-placed': {
    status: 409,
    title: 'That hold is in force already',
    cause: 'A hold of the kind {hold} is in force.',
    next: 'Lift it before placing a new one.',
  },
};

/** A problem as it travels: `application/problem+json`. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly next: string;
  /** The code a person can read out; staff find the request by it. */
  readonly reference: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
};

/** One field that is wrong: never with the value of a secret. */
export type FieldError = {
  readonly field: string;
  readonly value: string;
  readonly rule: string;
};

/** The words of a row with its facts filled in; amounts in dollars: $18,250.42. */
export function fillFacts(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return whole;
    return name.endsWith('Cents') && /^-?\d+$/.test(fact) ? spokenDollars(BigInt(fact)) : fact;
  });
}
