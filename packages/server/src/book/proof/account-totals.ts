import type { Cents } from '@roadbook/domain/money/cents';
import type { LedgerPosting } from './read-ledger.ts';

/** The general ledger: what was debited and credited to an account of a product, ever. */
export type AccountTotal = {
  readonly product: string;
  readonly account: string;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
};

export type AccountTotals = {
  add(product: string, posting: LedgerPosting): void;
  /** By product and account. */
  list(): AccountTotal[];
};

type Sums = { debitCents: Cents; creditCents: Cents };

export function totalAccounts(): AccountTotals {
  const products = new Map<string, Map<string, Sums>>();
  const sumsOf = (product: string, account: string): Sums => {
    const accounts = products.get(product) ?? new Map<string, Sums>();
    products.set(product, accounts);
    const sums = accounts.get(account) ?? { debitCents: 0n, creditCents: 0n };
    accounts.set(account, sums);
    return sums;
  };
  return {
    add: (product, { debit, credit, cents }) => {
      sumsOf(product, debit).debitCents += cents;
      sumsOf(product, credit).creditCents += cents;
    },
    list: () =>
      [...products].flatMap(([product, accounts]) =>
        [...accounts]
          .map(([account, sums]) => ({ product, account, ...sums }))
          .sort((a, b) => (a.account < b.account ? -1 : 1)),
      ),
  };
}
