/** What a payment gateway says to a debit. */
export type Authorization =
  | { readonly outcome: 'authorized'; readonly reference: string }
  | { readonly outcome: 'refused'; readonly reason: string };

export type DebitRequest = {
  /** The same key asks for the same debit: a repeat answers the same and moves nothing twice. */
  readonly key: string;
  readonly methodId: string;
  readonly amountCents: bigint;
  /** The last four digits, all a gateway's log may hold. */
  readonly lastFour: string;
};

/** Takes money from a customer's bank account. Called outside any transaction. */
export type PaymentGateway = {
  readonly name: string;
  readonly simulated: boolean;
  authorize(request: DebitRequest): Promise<Authorization>;
  /** Sends an authorized debit on its way; called from the outbox, at least once. */
  submit(request: Pick<DebitRequest, 'key' | 'methodId' | 'amountCents'>): Promise<void>;
};
