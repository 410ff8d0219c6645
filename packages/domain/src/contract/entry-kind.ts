/**
 * The kinds of entry, in one table: what the memo of each says, and what happens to it when older
 * money takes its place before it. A new kind is a row here; the compiler then asks for the rest.
 */

/** What an entry says besides its amount, by kind. Texts only, never personal data. */
export type EntryMemos = {
  readonly boarded: {
    readonly billed?: string;
    readonly interestFrom?: string;
    readonly chargedOffCents?: string;
    /** What the file still shows of a loan that had ended. */
    readonly endBalanceCents?: string;
  };
  readonly payment: {
    /** A promised payment of which less could be drawn. */
    readonly scheduleId?: string;
    readonly promisedCents?: string;
    readonly amountCents?: string;
    /** Received before the cut-off, and counted from a later day. */
    readonly receivedOn?: string;
    readonly countedOn?: string;
  };
  readonly 'payment-reapplied': EntryMemos['payment'];
  readonly 'payment-reversed': { readonly reason?: string };
  readonly 'late-fee': NoMemo;
  readonly 'late-fee-reversed': NoMemo;
  readonly 'lease-payment-due': NoMemo;
  readonly 'lease-payment-due-reversed': NoMemo;
  readonly 'lease-period-begun': { readonly period: string };
  readonly 'lease-period-begun-reversed': NoMemo;
  readonly 'prepaid-applied': NoMemo;
  readonly 'prepaid-applied-reversed': NoMemo;
  readonly 'holdover-billed': { readonly from: string; readonly through: string };
  readonly 'holdover-billed-reversed': NoMemo;
  readonly 'return-quoted': { readonly quoteId: string; readonly goodThrough: string };
  readonly 'return-quote-withdrawn': { readonly quoteId: string; readonly reason: string };
  readonly 'car-received': {
    readonly handOverId: string;
    readonly miles: string;
    readonly receivedBy?: string;
    /** The SHA-256 of the signed return form. */
    readonly form?: string;
  };
  readonly 'car-received-reversed': { readonly reason?: string; readonly decidedBy?: string };
  readonly 'final-bill': { readonly billId: string; readonly quoteId?: string };
  readonly 'final-bill-reversed': NoMemo;
  readonly 'held-money-applied': NoMemo;
  readonly 'held-money-applied-reversed': NoMemo;
  readonly 'bill-line-disputed': { readonly disputeId: string; readonly lineId: string };
  readonly 'bill-dispute-decided': {
    readonly disputeId: string;
    readonly lineId: string;
    readonly outcome: string;
    readonly reason: string;
    readonly decidedBy: string;
  };
  readonly 'bill-credit': {
    readonly creditId: string;
    readonly lineId: string;
    readonly reason: string;
    readonly decidedBy: string;
  };
  readonly 'bill-credit-reversed': NoMemo;
  readonly 'refund-paid': { readonly refundId: string };
  readonly 'refund-paid-reversed': NoMemo;
  readonly 'car-sold': { readonly buyer: string; readonly evidence: string };
  readonly 'lease-closed': NoMemo;
  readonly 'money-cleared': { readonly payments?: string };
  readonly 'term-ended': NoMemo;
  readonly 'loan-closed': NoMemo;
  readonly 'small-balance-written-off': NoMemo;
  readonly 'small-balance-written-off-reversed': NoMemo;
  readonly 'charged-off': NoMemo;
  readonly 'charged-off-reversed': NoMemo;
  readonly 'payment-scheduled': Readonly<Record<string, string>>;
  readonly 'scheduled-payment-cancelled': Readonly<Record<string, string>>;
  readonly 'scheduled-payment-skipped': Readonly<Record<string, string>>;
  readonly 'payoff-quoted': {
    readonly quotedOn: string;
    readonly from: string;
    readonly goodThrough: string;
    readonly perDiemMicros: string;
    /** Each day of the quote as `date=cents`, with blanks between them. */
    readonly days: string;
  };
  readonly 'refund-owed': NoMemo;
  readonly 'hold-placed': Readonly<Record<string, string>>;
  readonly 'hold-lifted': Readonly<Record<string, string>>;
  readonly 'terms-changed': {
    readonly reason: string;
    readonly version?: string;
    /** Who decided a change of the payments to come, and what it was. */
    readonly decidedBy?: string;
    readonly change?: string;
  };
  readonly 'odometer-read': {
    readonly miles: string;
    readonly readOn: string;
    readonly source: string;
    readonly reason?: string;
  };
};

type NoMemo = Readonly<Record<never, string>>;

export type EntryKind = keyof EntryMemos;

/**
 * `mirror`: the kind that takes an entry back when older money is put before it; null for what does
 * not depend on the order of money. `falls`: an entry that falls at the close of its day stands
 * after the money of that day.
 */
type Traits = { readonly mirror: EntryKind | null; readonly falls: 'in-the-day' | 'at-close' };

const STAYS: Traits = { mirror: null, falls: 'in-the-day' };
const money = (mirror: EntryKind): Traits => ({ mirror, falls: 'in-the-day' });
const atClose = (mirror: EntryKind): Traits => ({ mirror, falls: 'at-close' });

export const ENTRY_KINDS: Readonly<Record<EntryKind, Traits>> = {
  boarded: STAYS,
  payment: money('payment-reversed'),
  'payment-reapplied': money('payment-reversed'),
  'payment-reversed': STAYS,
  'late-fee': atClose('late-fee-reversed'),
  'late-fee-reversed': STAYS,
  'lease-payment-due': money('lease-payment-due-reversed'),
  'lease-payment-due-reversed': STAYS,
  'lease-period-begun': money('lease-period-begun-reversed'),
  'lease-period-begun-reversed': STAYS,
  'prepaid-applied': money('prepaid-applied-reversed'),
  'prepaid-applied-reversed': STAYS,
  'holdover-billed': atClose('holdover-billed-reversed'),
  'holdover-billed-reversed': STAYS,
  'return-quoted': STAYS,
  'return-quote-withdrawn': STAYS,
  'car-received': money('car-received-reversed'),
  'car-received-reversed': STAYS,
  'final-bill': money('final-bill-reversed'),
  'final-bill-reversed': STAYS,
  'held-money-applied': money('held-money-applied-reversed'),
  'held-money-applied-reversed': STAYS,
  'bill-line-disputed': STAYS,
  'bill-dispute-decided': STAYS,
  'bill-credit': money('bill-credit-reversed'),
  'bill-credit-reversed': STAYS,
  'refund-paid': money('refund-paid-reversed'),
  'refund-paid-reversed': STAYS,
  'car-sold': STAYS,
  'lease-closed': STAYS,
  'money-cleared': STAYS,
  'term-ended': STAYS,
  'loan-closed': STAYS,
  'small-balance-written-off': atClose('small-balance-written-off-reversed'),
  'small-balance-written-off-reversed': STAYS,
  'charged-off': atClose('charged-off-reversed'),
  'charged-off-reversed': STAYS,
  'payment-scheduled': STAYS,
  'scheduled-payment-cancelled': STAYS,
  'scheduled-payment-skipped': STAYS,
  'payoff-quoted': STAYS,
  'refund-owed': money('refund-owed'),
  'hold-placed': STAYS,
  'hold-lifted': STAYS,
  'terms-changed': STAYS,
  'odometer-read': STAYS,
};

/** Whether an entry is taken back and decided again when older money comes before it. */
export function dependsOnMoney(kind: EntryKind): boolean {
  return ENTRY_KINDS[kind].mirror !== null;
}
