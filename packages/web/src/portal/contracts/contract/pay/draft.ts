/** What a person wants to pay. `due`, `past-due` and `other` are regular payments. */
export const AMOUNT_CHOICES = ['past-due', 'due', 'other', 'principal-only', 'payoff'] as const;
export type AmountChoice = (typeof AMOUNT_CHOICES)[number];

/**
 * A payment that is being made. It lives in the browser's session storage, so that Back, reload and
 * signing in again keep it, and it holds nothing secret: a method is only its id.
 */
export type PaymentDraft = {
  /** The idempotency key: made once per draft, so that sending twice pays once. */
  readonly key: string;
  readonly choice: AmountChoice;
  readonly amountCents: string;
  readonly methodId: string;
  readonly on: string;
};

/** What a draft has become: from now on its check page leads to the receipt. */
export type PaidDraft = { readonly paymentId: string };

export type KeptDraft = PaymentDraft | PaidDraft;
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = (contractId: string): string => `roadbook.payment.${contractId}`;

/** The draft of a contract, or null when there is none or it cannot be read any more. */
export function readDraft(store: DraftStore, contractId: string): KeptDraft | null {
  const text = store.getItem(nameOf(contractId));
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/**
 * Keeps what was chosen. The key stays while the draft says the same; another amount, day, account
 * or purpose is another payment and gets a key of its own.
 */
export function keepDraft(
  store: DraftStore,
  contractId: string,
  chosen: Omit<PaymentDraft, 'key'>,
  newKey: () => string,
): PaymentDraft {
  const before = readDraft(store, contractId);
  const same = before !== null && isOpen(before) && saysTheSame(before, chosen);
  const draft = { ...chosen, key: same ? before.key : newKey() };
  store.setItem(nameOf(contractId), JSON.stringify(draft));
  return draft;
}

/** After success only the way to the receipt is kept. */
export function markPaid(store: DraftStore, contractId: string, paymentId: string): void {
  store.setItem(nameOf(contractId), JSON.stringify({ paymentId } satisfies PaidDraft));
}

export function isOpen(draft: KeptDraft): draft is PaymentDraft {
  return 'key' in draft;
}

/** The API's word for a choice. */
export function purposeOf(choice: AmountChoice): 'regular' | 'principal-only' | 'payoff' {
  return choice === 'principal-only' || choice === 'payoff' ? choice : 'regular';
}

function saysTheSame(draft: PaymentDraft, chosen: Omit<PaymentDraft, 'key'>): boolean {
  return (
    draft.choice === chosen.choice &&
    draft.amountCents === chosen.amountCents &&
    draft.methodId === chosen.methodId &&
    draft.on === chosen.on
  );
}

function isDraft(kept: unknown): kept is KeptDraft {
  if (kept === null || typeof kept !== 'object') return false;
  const has = (field: string): boolean => typeof Reflect.get(kept, field) === 'string';
  return has('paymentId') || ['key', 'choice', 'amountCents', 'methodId', 'on'].every(has);
}
