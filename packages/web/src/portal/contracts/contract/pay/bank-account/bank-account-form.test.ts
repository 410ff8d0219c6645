import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BankAccountForm, bankAccountOf, checkBankAccount } from './bank-account-form.ts';

const GOOD: BankAccountForm = {
  holderName: ' Ada Example ',
  routingNumber: '0123-4567 2',
  accountNumber: '0012 3456 789',
  accountNumberAgain: '00123456789',
  accountType: 'checking',
  password: 'correct horse',
};

describe('a bank account', () => {
  it('is taken with blanks and dashes, and sent without', () => {
    expect(checkBankAccount(GOOD)).toEqual({});
    expect(bankAccountOf(GOOD)).toEqual({
      holderName: 'Ada Example',
      routingNumber: '012345672',
      accountNumber: '00123456789',
      accountType: 'checking',
      password: 'correct horse',
    });
  });

  it.each([
    [{ holderName: ' ' }, { holderName: 'holder-missing' }],
    [{ routingNumber: '01234567' }, { routingNumber: 'routing-length' }],
    [{ routingNumber: '012345673' }, { routingNumber: 'routing-check-digit' }],
    [{ accountNumber: '123' }, { accountNumber: 'account-length' }],
    [{ accountNumberAgain: '00123456798' }, { accountNumberAgain: 'account-differs' }],
    [{ password: '' }, { password: 'password-missing' }],
  ])('with %j is refused as %j', (part, problems) => {
    expect(checkBankAccount({ ...GOOD, ...part })).toEqual(problems);
  });

  it('notices every single wrong digit of a routing number', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'012345672'];
        digits[at] = String((Number(digits[at]) + by) % 10);
        const problems = checkBankAccount({ ...GOOD, routingNumber: digits.join('') });
        expect(problems).toEqual({ routingNumber: 'routing-check-digit' });
      }),
    );
  });
});
