import type { z } from 'zod';
import type { Problem } from './problem.ts';
import type { GuestContract, GuestReceipt } from './schema/guest.ts';

/** What can be wrong with a field of a form that the server draws. */
export type ServedRule =
  | 'contract-number-missing'
  | 'zip-missing'
  | 'reference-missing'
  | 'amount-missing'
  | 'amount-not-a-number'
  | 'amount-too-precise'
  | 'amount-not-positive'
  | 'amount-too-large'
  | 'holder-missing'
  | 'routing-length'
  | 'routing-check-digit'
  | 'account-length'
  | 'account-type-missing';

export type ServedFault = { readonly field: string; readonly rule: ServedRule };

type Form<Typed> = {
  /** What was typed, to be shown again. */
  readonly typed: Typed;
  readonly faults: readonly ServedFault[];
  readonly problem: Problem | null;
};

export type GuestFindTyped = { readonly contractNumber: string; readonly zip: string };

export type GuestAmountTyped = {
  readonly amount: string;
  readonly holderName: string;
  readonly routingNumber: string;
  readonly accountNumber: string;
  readonly accountType: string;
};

type Due = Omit<z.output<typeof GuestContract>, 'pass'>;

/**
 * A page that the server draws for one request, because it has to work without script: which page,
 * and all that stands on it. The web's build draws it (`packages/web/src/portal/served`).
 */
export type ServedPage =
  | ({ readonly page: 'guest-find' } & Form<GuestFindTyped>)
  | ({ readonly page: 'guest-amount'; readonly due: Due } & Form<GuestAmountTyped>)
  | {
      readonly page: 'guest-check';
      readonly due: Due;
      readonly amountCents: string;
      readonly holderName: string;
      readonly accountType: 'checking' | 'savings';
      readonly accountEnding: string;
      /** No real money moves here, and the page says so. */
      readonly isSimulated: boolean;
    }
  | {
      readonly page: 'guest-receipt';
      readonly receipt: z.output<typeof GuestReceipt>;
      readonly isSimulated: boolean;
    }
  | ({ readonly page: 'guest-receipt-find' } & Form<{ readonly reference: string }>);

/** What an amount that was typed comes to: cents, or what is wrong with it. */
export type TypedAmount = { readonly cents: string } | { readonly rule: ServedRule };

/** What the web's build gives the server. */
export type ServedPages = {
  /** A whole HTML document, with the markers of the brand in it. */
  readonly draw: (page: ServedPage) => string;
  readonly readAmount: (typed: string) => TypedAmount;
};
