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

/** What an appointment is for, as the catalogue chooses by it. */
export type AppointmentWord = 'return' | 'inspection' | 'home';

/** What is said of an appointment; the time names its zone, and the place its town. */
type Appointment = {
  /** A word of the catalogue's, whose choices know no hyphen. */
  readonly kind: AppointmentWord;
  readonly on: Day;
  readonly time: string;
  readonly place: string;
  readonly address: string;
  readonly reference: string;
};

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
  'appointment-booked': OfContract<Appointment>;
  'appointment-moved': OfContract<Appointment>;
  'appointment-cancelled': OfContract<Appointment>;
  'appointment-missed': OfContract<Appointment>;
  'appointment-reminder': OfContract<Appointment>;
  'appointment-displaced': OfContract<
    Appointment & { offer: 'none' | 'kept'; offerOn: Day; offerTime: string; offerPlace: string }
  >;
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
  'appointment-booked': '/contracts',
  'appointment-moved': '/contracts',
  'appointment-cancelled': '/contracts',
  'appointment-missed': '/contracts',
  'appointment-reminder': '/contracts',
  'appointment-displaced': '/contracts',
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
