import type { EntryKind } from '@roadbook/domain/contract/entry-kind';

/**
 * What an entry is called in files that leave the product, such as the export of a history. The
 * portal's catalogue has the same words; a test holds the two together.
 */
export const ENTRY_WORDS: Readonly<Record<EntryKind, string>> = {
  boarded: 'Contract taken over',
  payment: 'Payment',
  'payment-reapplied': 'Payment, worked out again',
  'payment-reversed': 'Payment taken back',
  'late-fee': 'Late fee',
  'late-fee-reversed': 'Late fee taken back',
  'lease-payment-due': 'Lease payment fell due',
  'lease-payment-due-reversed': 'Lease payment due, taken back',
  'lease-period-begun': 'Lease month began',
  'lease-period-begun-reversed': 'Lease month taken back',
  'prepaid-applied': 'Paid from what you had paid ahead',
  'prepaid-applied-reversed': 'Use of prepaid money taken back',
  'money-cleared': 'Money cleared',
  'term-ended': 'Term ended',
  'charged-off': 'Charged off',
  'charged-off-reversed': 'Charge-off taken back',
  'payment-scheduled': 'Payment promised',
  'scheduled-payment-cancelled': 'Promised payment cancelled',
  'scheduled-payment-skipped': 'Promised payment not drawn',
  'payoff-quoted': 'Payoff quote saved',
  'refund-owed': 'Refund on its way to you',
  'hold-placed': 'Note placed on the contract',
  'hold-lifted': 'Note on the contract lifted',
  'holdover-billed': 'Rent after the lease ended',
  'holdover-billed-reversed': 'Rent after the lease ended, taken back',
  'loan-closed': 'Loan closed',
  'small-balance-written-off': 'Small rest forgiven',
  'small-balance-written-off-reversed': 'Small rest forgiven, taken back',
  'terms-changed': 'Terms changed',
  'odometer-read': 'Odometer reading',
};
