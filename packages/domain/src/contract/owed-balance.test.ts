import { describe, expect, test } from 'vitest';
import { NO_BALANCES, post } from '../ledger/balances.ts';
import { owedBalance } from './owed-balance.ts';

describe('the balance a person follows', () => {
  test('of a loan is its principal, whatever else is owed', () => {
    const balances = post(NO_BALANCES, [
      { debit: 'principal', credit: 'portfolio-opening', cents: 18_250_42n },
      { debit: 'late-fees-receivable', credit: 'fee-income', cents: 24_45n },
    ]);
    expect(owedBalance({ product: 'loan', balances })).toBe(18_250_42n);
  });

  test('of a lease is its open payments with their tax', () => {
    const balances = post(NO_BALANCES, [
      { debit: 'lease-payments-receivable', credit: 'rent-income', cents: 389_00n },
      { debit: 'tax-receivable', credit: 'tax-payable', cents: 25_29n },
    ]);
    expect(owedBalance({ product: 'lease', balances })).toBe(414_29n);
  });
});
