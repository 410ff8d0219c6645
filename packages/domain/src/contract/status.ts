/** Every status of a loan. A matured loan is past its last due date and still owed. */
export type LoanStatus = 'active' | 'matured' | 'paid-in-full' | 'closed' | 'charged-off';

/** Every status of a lease. In holdover the car is kept past maturity without an extension. */
export type LeaseStatus = 'active' | 'holdover' | 'turned-in' | 'bought' | 'closed' | 'charged-off';

/** The few words a customer sees. */
export type PublicStatus = 'open' | 'ended' | 'paid-off' | 'charged-off' | 'closed';

export type StatusEvent =
  | 'term-ended'
  | 'paid-off'
  | 'all-money-cleared'
  | 'decided-again'
  | 'sale-decided-again'
  | 'charged-off'
  | 'vehicle-turned-in'
  | 'vehicle-bought'
  | 'final-bill-settled';

type Edge<Status> = { readonly from: Status; readonly event: StatusEvent; readonly to: Status };

export const LOAN_EDGES: readonly Edge<LoanStatus>[] = [
  { from: 'active', event: 'term-ended', to: 'matured' },
  { from: 'active', event: 'paid-off', to: 'paid-in-full' },
  { from: 'matured', event: 'paid-off', to: 'paid-in-full' },
  { from: 'paid-in-full', event: 'all-money-cleared', to: 'closed' },
  { from: 'paid-in-full', event: 'decided-again', to: 'active' },
  { from: 'closed', event: 'decided-again', to: 'active' },
  { from: 'charged-off', event: 'decided-again', to: 'active' },
  { from: 'active', event: 'charged-off', to: 'charged-off' },
  { from: 'matured', event: 'charged-off', to: 'charged-off' },
];

export const LEASE_EDGES: readonly Edge<LeaseStatus>[] = [
  { from: 'active', event: 'term-ended', to: 'holdover' },
  { from: 'active', event: 'charged-off', to: 'charged-off' },
  { from: 'holdover', event: 'charged-off', to: 'charged-off' },
  { from: 'charged-off', event: 'decided-again', to: 'active' },
  { from: 'active', event: 'vehicle-turned-in', to: 'turned-in' },
  { from: 'holdover', event: 'vehicle-turned-in', to: 'turned-in' },
  { from: 'active', event: 'vehicle-bought', to: 'bought' },
  { from: 'holdover', event: 'vehicle-bought', to: 'bought' },
  { from: 'turned-in', event: 'final-bill-settled', to: 'closed' },
  { from: 'bought', event: 'all-money-cleared', to: 'closed' },
  { from: 'closed', event: 'decided-again', to: 'turned-in' },
  { from: 'closed', event: 'sale-decided-again', to: 'bought' },
];

const LOAN_PUBLIC: Readonly<Record<LoanStatus, PublicStatus>> = {
  active: 'open',
  matured: 'open',
  'paid-in-full': 'paid-off',
  closed: 'closed',
  'charged-off': 'charged-off',
};

const LEASE_PUBLIC: Readonly<Record<LeaseStatus, PublicStatus>> = {
  active: 'open',
  holdover: 'open',
  'turned-in': 'ended',
  bought: 'ended',
  closed: 'closed',
  'charged-off': 'charged-off',
};

/** The status after an event; an edge the table does not have is a bug and throws. */
export function nextLoanStatus(from: LoanStatus, event: StatusEvent): LoanStatus {
  return follow(LOAN_EDGES, from, event);
}

export function nextLeaseStatus(from: LeaseStatus, event: StatusEvent): LeaseStatus {
  return follow(LEASE_EDGES, from, event);
}

/** Whether payments fall due, fees fall and promised payments are drawn in this status. */
export function isRunning(status: LoanStatus | LeaseStatus): boolean {
  return status === 'active' || status === 'matured' || status === 'holdover';
}

export function publicLoanStatus(status: LoanStatus): PublicStatus {
  return LOAN_PUBLIC[status];
}

export function publicLeaseStatus(status: LeaseStatus): PublicStatus {
  return LEASE_PUBLIC[status];
}

function follow<Status extends string>(
  edges: readonly Edge<Status>[],
  from: Status,
  event: StatusEvent,
): Status {
  const edge = edges.find((each) => each.from === from && each.event === event);
  if (edge === undefined) throw new RangeError(`no edge from ${from} by ${event}`);
  return edge.to;
}
