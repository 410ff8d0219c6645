import type { NoticeTemplate } from '@roadbook/domain/contract/notice-template';

/** An amount, a day, or a part of a sentence that the catalogue has under a key. */
export type Money = { readonly cents: string };
export type Day = { readonly day: string };

/** Whose letter it is, and the last four characters of the contract's number. */
type OfContract<More = object> = {
  readonly name: string;
  readonly account: string;
} & More;

/** Whose letter it is, and nothing of a contract. `token` is the end of its link. */
type OfPerson<More> = { readonly name: string } & More;

/** What the words of each letter are filled with. A new letter begins here. */
export type LetterValues = {
  'payment-received': OfContract<{ amount: Money; on: Day }>;
  'payment-reversed': OfContract<{ amount: Money; on: Day; reason: string }>;
  'payment-scheduled': OfContract<{ amount: Money; on: Day }>;
  'scheduled-payment-cancelled': OfContract<{ amount: Money; on: Day }>;
  'scheduled-payment-lowered': OfContract<{ promised: Money; amount: Money; on: Day }>;
  'scheduled-payment-skipped': OfContract<{ amount: Money; on: Day; reason: string }>;
  'late-fee-assessed': OfContract<{ amount: Money; on: Day }>;
  'payoff-quoted': OfContract<{ from: Day; through: Day }>;
  'loan-matured': OfContract<{ on: Day }>;
  'lease-matured': OfContract<{ on: Day }>;
  'loan-paid-off': OfContract;
  'loan-closed': OfContract;
  'refund-owed': OfContract<{ amount: Money }>;
  'charged-off': OfContract<{ amount: Money; on: Day }>;
  'charge-off-undone': OfContract;
  'terms-changed': OfContract<{ on: Day }>;
  'return-quoted': OfContract<{ amount: Money; through: Day }>;
  'return-quote-withdrawn': OfContract<{ reason: string }>;
  'car-received': OfContract<{ on: Day; miles: string }>;
  'car-receipt-taken-back': OfContract<{ reason: string }>;
  'final-bill': OfContract<{ on: Day }>;
  'bill-line-disputed': OfContract<{ by: Day }>;
  'bill-dispute-decided': OfContract<{ outcome: string; reason: string }>;
  'bill-credit': OfContract<{ on: Day }>;
  'refund-paid': OfContract<{ amount: Money }>;
  'lease-settled': OfContract;
  'one-time-code': OfPerson<{ code: string }>;
  'user-name-reminder': OfPerson<{ userName: string }>;
  'new-device-sign-in': OfPerson<{ token: string; device: string }>;
  'security-notice': OfPerson<{ token: string; reason: string }>;
  'recovery-started': OfPerson<{ token: string; on: Day }>;
  'account-opened': OfPerson<{ userName: string }>;
  'account-opened-notice': OfPerson<{ token: string }>;
  'registered-already': OfPerson<object>;
};

export type LetterTemplate = keyof LetterValues;

/** Where the one link of a letter leads: a page, never a contract or a person. */
type LetterPage = '/contracts' | '/contact' | '/sign-in' | '/sign-in/proof' | '/not-me';

/** Each letter with its page. What is missing here, or has no values above, does not compile. */
export const LETTERS: { readonly [T in LetterTemplate | NoticeTemplate]: LetterPage } = {
  'payment-received': '/contracts',
  'payment-reversed': '/contracts',
  'payment-scheduled': '/contracts',
  'scheduled-payment-cancelled': '/contracts',
  'scheduled-payment-lowered': '/contracts',
  'scheduled-payment-skipped': '/contracts',
  'late-fee-assessed': '/contracts',
  'payoff-quoted': '/contracts',
  'loan-matured': '/contracts',
  'lease-matured': '/contracts',
  'loan-paid-off': '/contracts',
  'loan-closed': '/contracts',
  'refund-owed': '/contact',
  'charged-off': '/contact',
  'charge-off-undone': '/contracts',
  'terms-changed': '/contracts',
  'return-quoted': '/contracts',
  'return-quote-withdrawn': '/contracts',
  'car-received': '/contracts',
  'car-receipt-taken-back': '/contact',
  'final-bill': '/contracts',
  'bill-line-disputed': '/contracts',
  'bill-dispute-decided': '/contracts',
  'bill-credit': '/contracts',
  'refund-paid': '/contracts',
  'lease-settled': '/contracts',
  'one-time-code': '/sign-in/proof',
  'user-name-reminder': '/sign-in',
  'new-device-sign-in': '/not-me',
  'security-notice': '/not-me',
  'recovery-started': '/not-me',
  'account-opened': '/contracts',
  'account-opened-notice': '/not-me',
  'registered-already': '/sign-in',
};

export function isLetterTemplate(name: string): name is LetterTemplate {
  return Object.hasOwn(LETTERS, name);
}
