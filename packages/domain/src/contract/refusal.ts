/** Every lawful "no" of the core. `problem.ts` of the wire gives each its words. */
export type RefusalCode =
  | 'amount-not-positive'
  | 'amount-too-large'
  | 'payment-over-payoff'
  | 'payment-over-lease'
  | 'payment-over-debit-limit'
  | 'payoff-amount-differs'
  | 'principal-only-while-due'
  | 'principal-only-on-lease'
  | 'purpose-not-for-this-contract'
  | 'received-in-future'
  | 'received-before-contract'
  | 'nothing-owed'
  | 'contract-closed'
  | 'contract-charged-off'
  | 'stopped-by-hold'
  | 'payment-not-found'
  | 'payment-already-reversed'
  | 'schedule-date-not-ahead'
  | 'schedule-date-too-far'
  | 'too-many-promises'
  | 'scheduled-payment-not-found'
  | 'quote-date-past'
  | 'quote-date-too-far'
  | 'quote-not-for-this-contract'
  | 'day-not-open'
  | 'hold-not-found'
  | 'hold-already-placed'
  | 'lease-has-ended'
  | GiveBackRefusal
  | ReadingRefusal;

/** Why an act of giving a car back is not taken. */
export type GiveBackRefusal =
  | 'give-back-not-for-a-loan'
  | 'hand-over-in-future'
  | 'hand-over-before-lease'
  | 'hand-over-too-early'
  | 'car-already-received'
  | 'car-not-received'
  | 'car-already-sold'
  | 'return-quote-not-found'
  | 'return-quote-day-past'
  | 'return-quote-too-long'
  | 'bill-already-complete'
  | 'bill-without-lines'
  | 'bill-line-not-allowed'
  | 'bill-line-not-found'
  | 'bill-line-already-disputed'
  | 'dispute-not-found'
  | 'dispute-already-decided'
  | 'credit-over-line'
  | 'refund-over-owed'
  | 'later-act-first';

/** Why a reading of the odometer is not taken, or not yet. */
export type ReadingRefusal =
  | 'reading-not-for-this-contract'
  | 'reading-in-future'
  | 'reading-before-lease'
  | 'reading-impossible'
  | 'reading-known'
  | 'too-many-readings'
  | ReadingDoubt;

/** What is asked about a reading before it is taken: a reason answers it. */
export type ReadingDoubt = 'reading-below-delivery' | 'reading-contradicts' | 'reading-far-ahead';

/** A refusal is a value: the code, and the facts its sentence needs, as text. */
export type Refusal = {
  readonly outcome: 'refused';
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string>>;
};

export function refuse(code: RefusalCode, facts: Readonly<Record<string, string>> = {}): Refusal {
  return { outcome: 'refused', code, facts };
}
