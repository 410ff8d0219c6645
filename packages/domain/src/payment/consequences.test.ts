import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginLife,
  closeThrough,
  type Life,
  paymentOf,
  post,
  standingOf,
} from '../../testing/life.ts';
import { sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import type { Contract } from '../contract/contract.ts';
import { addDays, type BusinessDate, date } from '../time/calendar.ts';
import { nextConsequence } from './consequences.ts';

const contracts = fc.constantFrom<Contract>(sampleLoan(), sampleLease());

/** Posts money on one day that was received on another, and closes every day before it. */
function postOn(
  life: Life<Contract>,
  on: BusinessDate,
  receivedOn: BusinessDate,
  cents: bigint,
): Life<Contract> {
  return post(closeThrough(life, addDays(on, -1)), paymentOf(cents, receivedOn));
}

describe('what dates imply', () => {
  test('depend on when money was received, never on when it was posted', () => {
    const anyMoney = fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 330 }),
        lag: fc.integer({ min: 0, max: 150 }),
        cents: fc.bigInt({ min: 1_00n, max: 1_500_00n }),
      }),
      { maxLength: 6 },
    );
    const live = (contract: Contract, money: { on: number; day: number; cents: bigint }[]) => {
      const start = contract.facts.lastEffective;
      let life = beginLife(contract);
      // The same day's money in the order in which it was received, whatever the order of posting.
      for (const { on, day, cents } of money.toSorted((a, b) => a.on - b.on || a.day - b.day)) {
        life = postOn(life, addDays(start, on), addDays(start, day), cents);
      }
      return closeThrough(life, addDays(start, 500)).contract;
    };
    fc.assert(
      fc.property(contracts, anyMoney, (of, money) => {
        const days = new Set(money.map(({ day }) => day));
        fc.pre(days.size === money.length);
        const late = money.map(({ day, lag, cents }) => ({ on: day + lag, day, cents }));
        const inTime = money.map(({ day, cents }) => ({ on: day, day, cents }));
        expect(standingOf(live(of, late))).toEqual(standingOf(live(of, inTime)));
      }),
      { numRuns: 60 },
    );
  });

  test('comes in the order of its days', () => {
    const loan = beginLife<Contract>(sampleLoan()).contract;
    const asked = (on: string) => nextConsequence(loan, date(on));
    expect(asked('2026-01-16')).toBe('2026-03-03');
    const lease = closeThrough(beginLife<Contract>(sampleLease()), '2026-01-25').contract;
    expect(nextConsequence(lease, date('2026-01-26'))).toBe('2026-02-10');
    const gone = closeThrough(beginLife<Contract>(sampleLoan()), '2026-06-15').contract;
    expect(nextConsequence(gone, date('2026-06-16'))).toBeNull();
  });
});
