/** The two deals of the demonstration's contracts, as its files are named. */
export const LOAN_DEAL = 'larkspur-loans';
export const LEASE_DEAL = 'larkspur-leases';
