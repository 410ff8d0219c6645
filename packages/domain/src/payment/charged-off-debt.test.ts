import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import type { Contract } from '../contract/contract.ts';
import type { Account } from '../ledger/account.ts';
import { NO_BALANCES, post } from '../ledger/balances.ts';
import { posting } from '../ledger/posting.ts';
import { chargedOffDebt } from './charged-off-debt.ts';

/** A charged-off contract with so much of each. */
function chargedOff(contract: Contract, memo: bigint, fees: bigint, paid: bigint): Contract {
  const moves: [Account, Account, bigint][] = [
    ['late-fees-receivable', 'fee-income', fees],
    ['cash', 'recoveries', paid],
  ];
  const postings = moves.flatMap(([debit, credit, cents]) =>
    cents === 0n ? [] : [posting(debit, credit, cents)],
  );
  const facts = { ...contract.facts, end: { on: null, chargedOffCents: memo } };
  return { ...contract, facts, balances: post(NO_BALANCES, postings) } as Contract;
}

describe('the debt of a charged-off contract', () => {
  test.each([
    ['as it left the books', 927_392n, 0n, 0n, [['charged-off', 927_392n]], 927_392n],
    [
      'with fees, after a payment',
      927_392n,
      4_608n,
      42_500n,
      [
        ['charged-off', 927_392n],
        ['fees', 4_608n],
        ['recovery', -42_500n],
      ],
      889_500n,
    ],
  ])('%s', (_, memo, fees, paid, lines, totalCents) => {
    for (const contract of [sampleLoan(), sampleLease()]) {
      const debt = chargedOffDebt(chargedOff(contract, memo, fees, paid));
      expect(debt.lines.map(({ label, cents }) => [label, cents])).toEqual(lines);
      expect(debt.totalCents).toBe(totalCents);
    }
  });

  test('of a lease has the days in it that the car was kept, and what others charged', () => {
    const balances = post(NO_BALANCES, [
      posting('holdover-receivable', 'holdover-income', 2_300n),
      posting('third-party-receivable', 'cash', 700n),
    ]);
    const debt = chargedOffDebt({ ...chargedOff(sampleLease(), 237_250n, 0n, 0n), balances });
    expect(debt.totalCents).toBe(240_250n);
  });

  test('goes down by every cent that is paid', () => {
    const cents = fc.bigInt({ min: 0n, max: 10_000_000n });
    fc.assert(
      fc.property(cents, cents, cents, (memo, fees, paid) => {
        const before = chargedOffDebt(chargedOff(sampleLoan(), memo, fees, 0n));
        const after = chargedOffDebt(chargedOff(sampleLoan(), memo, fees, paid));
        expect(before.totalCents - after.totalCents).toBe(paid);
      }),
    );
  });
});
