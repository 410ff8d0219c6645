/**
 * The ledger accounts of one contract. The order is the order of the stored balances: only ever add
 * at the end. A balance is debits minus credits, so receivables are positive and money we owe or
 * have earned is negative.
 */
export const ACCOUNTS = [
  'principal',
  'interest-receivable',
  'lease-payments-receivable',
  'tax-receivable',
  'late-fees-receivable',
  'other-fees-receivable',
  'holdover-receivable',
  'third-party-receivable',
  'unapplied',
  'prepaid-lease-payments',
  'security-deposit',
  'payments-in-transit',
  'cash',
  'interest-income',
  'rent-income',
  'lease-income',
  'fee-income',
  'holdover-income',
  'net-investment-in-lease',
  'vehicle-under-lease',
  'depreciation',
  'vehicle-held-for-sale',
  'charged-off',
  'recoveries',
  'insurance-proceeds',
  'gap-proceeds',
  'small-balance-write-off',
  'gain-or-loss',
  'refunds-payable',
  'tax-payable',
  'waivers',
  'portfolio-opening',
] as const;

/** A ledger account of a contract; never a bank account. */
export type Account = (typeof ACCOUNTS)[number];

/** What a customer owes us: these never turn negative. */
export const RECEIVABLES = [
  'principal',
  'interest-receivable',
  'lease-payments-receivable',
  'tax-receivable',
  'late-fees-receivable',
  'other-fees-receivable',
  'holdover-receivable',
  'third-party-receivable',
] as const satisfies readonly Account[];

/** What we hold for a customer: these are never positive (they are credits). */
export const HELD_FOR_CUSTOMER = [
  'unapplied',
  'prepaid-lease-payments',
  'security-deposit',
  'refunds-payable',
] as const satisfies readonly Account[];

/** Accounts that grow by credits: what we hold, owe and have earned. The others grow by debits. */
const CREDIT_NORMAL: readonly Account[] = [
  ...HELD_FOR_CUSTOMER,
  'interest-income',
  'rent-income',
  'lease-income',
  'fee-income',
  'holdover-income',
  'recoveries',
  'insurance-proceeds',
  'gap-proceeds',
  'tax-payable',
  'portfolio-opening',
];

/** The side on which an account grows: a balance is debits minus credits, so this is its sign. */
export function normalSide(account: Account): 'debit' | 'credit' {
  return CREDIT_NORMAL.includes(account) ? 'credit' : 'debit';
}

const INDEX = new Map<Account, number>(ACCOUNTS.map((account, index) => [account, index]));

export function accountIndex(account: Account): number {
  const index = INDEX.get(account);
  if (index === undefined) throw new RangeError(`no such account: ${account}`);
  return index;
}

export function isAccount(text: string): text is Account {
  return INDEX.has(text as Account);
}
