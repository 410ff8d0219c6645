/**
 * What the people of a contract are told of. The words are in the copy catalogue, and the server
 * has a row for each: one that lacks them does not compile.
 */
export const NOTICE_TEMPLATES = [
  'payment-received',
  'payment-reversed',
  'payment-scheduled',
  'scheduled-payment-cancelled',
  'scheduled-payment-lowered',
  'scheduled-payment-skipped',
  'late-fee-assessed',
  'payoff-quoted',
  'loan-matured',
  'lease-matured',
  'loan-paid-off',
  'loan-closed',
  'refund-owed',
  'charged-off',
  'charge-off-undone',
  'terms-changed',
  'return-quoted',
  'return-quote-withdrawn',
  'car-received',
  'car-receipt-taken-back',
  'final-bill',
  'bill-line-disputed',
  'bill-dispute-decided',
  'bill-credit',
  'refund-paid',
  'lease-settled',
] as const;
export type NoticeTemplate = (typeof NOTICE_TEMPLATES)[number];
