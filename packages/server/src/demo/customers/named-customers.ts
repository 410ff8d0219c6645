/** The password of every named customer. Printed, so that anybody can look around. */
export const DEMO_PASSWORD = 'larkspur-demo-1';

export type NamedCustomer = {
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  /** What one sees when signed in as this customer. */
  readonly shows: string;
};

/** The customers one can sign in as; the first is the one to begin with. */
export const NAMED_CUSTOMERS: readonly NamedCustomer[] = [
  {
    userName: 'maya',
    firstName: 'Maya',
    lastName: 'Okafor',
    shows: 'a loan due in 12 days, and a lease 140 days before its end with too many miles',
  },
  { userName: 'sam', firstName: 'Sam', lastName: 'Whitfield', shows: 'a loan 40 days late' },
  {
    userName: 'rosa',
    firstName: 'Rosa',
    lastName: 'Delgado',
    shows: 'a lease that matured yesterday, with the car not given back yet',
  },
  {
    userName: 'theo',
    firstName: 'Theo',
    lastName: 'Lindqvist',
    shows: 'a loan paid two installments ahead, with extra money to principal',
  },
  { userName: 'ines', firstName: 'Ines', lastName: 'Carvalho', shows: 'a loan due tomorrow' },
  {
    userName: 'oscar',
    firstName: 'Oscar',
    lastName: 'Nakamura',
    shows: 'a loan 95 days late, and a savings account that refuses every debit',
  },
  {
    userName: 'lena',
    firstName: 'Lena',
    lastName: 'Haddad',
    shows: 'a loan with a payment promised for next week, and two leases',
  },
];

/**
 * One more who can sign in: an ordinary customer of the portfolio, by place, whom no password alone
 * lets in. Everybody above is let in by it, so that people can look around at once.
 */
export const ASKED_TWICE: NamedCustomer & { readonly place: number } = {
  place: 20,
  userName: 'vera',
  firstName: 'Vera',
  lastName: 'Lundgren',
  shows: 'is asked for a second proof; the code is in /demo/mailbox',
};

/** The one whose leases are at their end, by place: after everybody else. */
export const GIVES_BACK: NamedCustomer & { readonly place: number } = {
  place: 98,
  userName: 'nora',
  firstName: 'Nora',
  lastName: 'Vandermeer',
  shows: 'cars on their way back: a price, a receipt, a disputed bill, and one settled',
};

/** Everybody one can sign in as. */
export const SIGN_INS: readonly NamedCustomer[] = [...NAMED_CUSTOMERS, ASKED_TWICE, GIVES_BACK];
