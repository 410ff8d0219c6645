import { balanceOf } from '../ledger/balances.ts';
import type { Cents } from '../money/cents.ts';
import type { Contract } from './contract.ts';

/** The balance a person follows: a loan's principal, a lease's open payments with their tax. */
export function owedBalance({ product, balances }: Pick<Contract, 'product' | 'balances'>): Cents {
  return product === 'loan'
    ? balanceOf(balances, 'principal')
    : balanceOf(balances, 'lease-payments-receivable') + balanceOf(balances, 'tax-receivable');
}
