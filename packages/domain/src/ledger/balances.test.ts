import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACCOUNTS, accountIndex, HELD_FOR_CUSTOMER, isAccount, RECEIVABLES } from './account.ts';
import { balanceOf, creditOf, NO_BALANCES, post, wrongSigns } from './balances.ts';
import { mirrored, posting, postingUnlessZero } from './posting.ts';

const account = fc.constantFrom(...ACCOUNTS);
const anyPosting = fc
  .tuple(account, account, fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([debit, credit, cents]) => posting(debit, credit, cents));
const anyPostings = fc.array(anyPosting, { maxLength: 30 });

describe('the ledger of a contract', () => {
  test('always sums to nothing: a debit is somebody’s credit', () => {
    fc.assert(
      fc.property(anyPostings, (postings) => {
        expect(post(NO_BALANCES, postings).reduce((a, b) => a + b, 0n)).toBe(0n);
      }),
    );
  });

  test('is what its postings say, account by account', () => {
    fc.assert(
      fc.property(anyPostings, account, (postings, which) => {
        let expected = 0n;
        for (const { debit, credit, cents } of postings) {
          if (debit === which) expected += cents;
          if (credit === which) expected -= cents;
        }
        const balances = post(NO_BALANCES, postings);
        expect(balanceOf(balances, which)).toBe(expected);
        expect(creditOf(balances, which) + expected).toBe(0n);
      }),
    );
  });

  test('comes back to where it was when everything is mirrored', () => {
    fc.assert(
      fc.property(anyPostings, anyPostings, (before, postings) => {
        const start = post(NO_BALANCES, before);
        expect(post(post(start, postings), postings.map(mirrored))).toEqual(start);
      }),
    );
  });

  test('grows with accounts that are added later', () => {
    const old = NO_BALANCES.slice(0, 10);
    expect(post(old, [posting('waivers', 'cash', 5n)])).toHaveLength(ACCOUNTS.length);
    expect(balanceOf(old, 'portfolio-opening')).toBe(0n);
  });

  test('refuses a posting of nothing or less', () => {
    expect(() => posting('cash', 'principal', 0n)).toThrow('positive');
    expect(() => posting('cash', 'principal', -1n)).toThrow('positive');
    expect(() => postingUnlessZero('cash', 'principal', -1n)).toThrow('positive');
    expect(postingUnlessZero('cash', 'principal', 0n)).toEqual([]);
  });
});

describe('signs', () => {
  test('name a receivable below zero and money held above it, and nothing else', () => {
    for (const each of ACCOUNTS) {
      const debited = post(NO_BALANCES, [posting(each, 'portfolio-opening', 1n)]);
      const credited = post(NO_BALANCES, [posting('portfolio-opening', each, 1n)]);
      const isHeld = HELD_FOR_CUSTOMER.includes(each as (typeof HELD_FOR_CUSTOMER)[number]);
      const isOwed = RECEIVABLES.includes(each as (typeof RECEIVABLES)[number]);
      expect(wrongSigns(debited)).toEqual(isHeld ? [each] : []);
      expect(wrongSigns(credited)).toEqual(isOwed ? [each] : []);
    }
  });

  test('cover every receivable by its name', () => {
    const named = ACCOUNTS.filter((each) => each === 'principal' || each.endsWith('-receivable'));
    expect([...RECEIVABLES].sort()).toEqual(named.sort());
  });
});

describe('accounts', () => {
  test('keep their order, which is the order of stored balances', () => {
    ACCOUNTS.forEach((each, index) => {
      expect(accountIndex(each)).toBe(index);
    });
    expect(isAccount('principal')).toBe(true);
    expect(isAccount('suspense')).toBe(false);
    expect(() => accountIndex('suspense' as 'cash')).toThrow('no such account');
  });
});
