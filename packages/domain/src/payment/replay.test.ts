import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginLife,
  closeThrough,
  type Life,
  newestPaymentSeq,
  paymentOf,
  post,
  reverse,
  standingOf,
} from '../../testing/life.ts';
import {
  DEMO_POLICY,
  LEASE_TERMS,
  leaseTerms,
  loanTerms,
  sampleLease,
  sampleLoan,
} from '../../testing/sample-contracts.ts';
import type { Contract } from '../contract/contract.ts';
import type { PaymentChannel } from '../contract/servicing-policy.ts';
import { balanceOf, creditOf, NO_BALANCES, post as postAll } from '../ledger/balances.ts';
import { addDays, type BusinessDate } from '../time/calendar.ts';
import { liveEntries } from './replay.ts';

// A loan of nine months and a lease of twelve, so that lives reach maturity and beyond it. They are
// never charged off: that is decided once and stays, whatever money turns up.
const policy = { ...DEMO_POLICY, chargeOffDays: null };
const LOAN = sampleLoan(loanTerms({ amountFinancedCents: 4_000_00n, installmentCount: 9, policy }));
const LEASE = sampleLease(
  leaseTerms({
    termMonths: 12,
    residualValueCents: 27_000_00n,
    policy: { ...policy, graceDays: 10 },
    tax: { ...LEASE_TERMS.tax, taxable: ['base-payment', 'late-fee'] },
  }),
);
const anyContract = fc.constantFrom<Contract>(LOAN, LEASE);

type Money = { readonly day: number; readonly cents: bigint; readonly channel: PaymentChannel };

// Due days, last timely days and fee days of both contracts: where a day makes a difference.
const KEEN_DAYS = [10, 11, 31, 41, 42, 46, 47, 59, 69, 70, 74, 75, 90, 105, 106, 273, 274];

const anyMoney: fc.Arbitrary<Money> = fc.record({
  day: fc.oneof(fc.integer({ min: 1, max: 380 }), fc.constantFrom(...KEEN_DAYS)),
  cents: fc.oneof(
    fc.constantFrom(474_50n, 456_39n, 470_00n, 1_000_00n),
    fc.bigInt({ min: 1n, max: 1_500_00n }),
  ),
  channel: fc.constantFrom<PaymentChannel>('wire', 'check'),
});
/** Money on other days than the one asked about: order within a day is its own question. */
const anyCase = fc
  .tuple(anyMoney, fc.array(anyMoney, { maxLength: 12 }), fc.integer({ min: 1, max: 60 }))
  .map(([asked, others, lag]) => ({
    asked,
    others: others.filter(({ day }) => day !== asked.day).toSorted((a, b) => a.day - b.day),
    lag,
  }));

const dayOf = (contract: Contract, day: number): BusinessDate =>
  addDays(contract.facts.lastEffective, day);

/** Lives through steps in order of the day they happen, then closes until all money has cleared. */
function live(
  contract: Contract,
  steps: readonly { day: number; act: (life: Life<Contract>) => Life<Contract> }[],
): Life<Contract> {
  let life = beginLife(contract);
  for (const { day, act } of steps.toSorted((a, b) => a.day - b.day)) {
    life = act(closeThrough(life, addDays(dayOf(contract, day), -1)));
  }
  return closeThrough(life, dayOf(contract, 480));
}

/** Money received on its day and posted so many days later. */
function pay(contract: Contract, { day, cents, channel }: Money, lag = 0) {
  const command = paymentOf(cents, dayOf(contract, day), { channel });
  return { day: day + lag, act: (life: Life<Contract>) => post(life, command) };
}

describe('a payment that comes back', () => {
  test('leaves the contract as if it had never been', () => {
    fc.assert(
      fc.property(anyContract, anyCase, (contract, { asked, others, lag }) => {
        let seq = 0;
        const paid = pay(contract, asked);
        const remember = (life: Life<Contract>): Life<Contract> => {
          const next = paid.act(life);
          seq = newestPaymentSeq(next);
          return next;
        };
        const reversed = live(contract, [
          ...others.map((money) => pay(contract, money)),
          { day: asked.day, act: remember },
          { day: asked.day + lag, act: (life) => reverse(life, seq) },
        ]);
        const never = live(
          contract,
          others.map((money) => pay(contract, money)),
        );
        expect(standingOf(reversed.contract)).toEqual(standingOf(never.contract));
      }),
      { numRuns: 120 },
    );
  });
});

describe('money that posts late', () => {
  test('leaves the contract as if it had posted on the day it was received', () => {
    fc.assert(
      fc.property(anyContract, anyCase, (contract, { asked, others, lag }) => {
        const late = live(contract, [
          ...others.map((money) => pay(contract, money)),
          pay(contract, asked, lag),
        ]);
        const inTime = live(
          contract,
          [...others, asked].map((money) => pay(contract, money)),
        );
        expect(standingOf(late.contract)).toEqual(standingOf(inTime.contract));
      }),
      { numRuns: 120 },
    );
  });
});

describe('money that posts the day after', () => {
  const life = (contract: Contract) => closeThrough(beginLife(contract), '2026-02-09');

  test('a late fee was assessed on is counted before the fee, which falls at the day’s end', () => {
    const assessed = closeThrough(life(sampleLoan()), '2026-03-03');
    expect(balanceOf(assessed.contract.balances, 'late-fees-receivable')).toBe(24_45n);
    const counted = post(assessed, paymentOf(600_00n, '2026-03-03'));
    // It paid 489.04 due and 110.96 of principal: the fee was not there yet to be paid.
    expect(balanceOf(counted.contract.balances, 'late-fees-receivable')).toBe(24_45n);
  });

  test('within grace takes the fee back', () => {
    const assessed = closeThrough(life(sampleLoan()), '2026-03-03');
    const counted = post(assessed, paymentOf(489_04n, '2026-03-02'));
    expect(balanceOf(counted.contract.balances, 'late-fees-receivable')).toBe(0n);
    const kinds = counted.history.slice(-2).map(({ kind }) => kind);
    expect(kinds).toEqual(['late-fee-reversed', 'payment']);
  });

  test('a lease payment fell due pays what was owed on its own day', () => {
    const fees = { billed: 1, otherFeesCents: 25_00n };
    const due = closeThrough(beginLife(sampleLease(LEASE_TERMS, fees)), '2026-02-10');
    const counted = post(due, paymentOf(100_00n, '2026-02-09'));
    expect(balanceOf(counted.contract.balances, 'other-fees-receivable')).toBe(0n);
    const { facts } = counted.contract;
    expect(facts.open.map((each) => each.baseCents + each.taxCents)).toEqual([399_50n]);
  });
});

describe('the books behind it', () => {
  const lived = fc.tuple(anyContract, anyCase).map(([contract, { asked, others, lag }]) => {
    let seq = 0;
    return live(contract, [
      ...others.map((money, index) => pay(contract, money, index % 3 === 0 ? 7 : 0)),
      {
        day: asked.day,
        act: (life) => {
          const next = pay(contract, asked).act(life);
          seq = newestPaymentSeq(next);
          return next;
        },
      },
      { day: asked.day + lag, act: (life) => reverse(life, seq) },
    ]);
  });

  test('are the sum of all postings ever made, corrections and all', () => {
    fc.assert(
      fc.property(lived, ({ contract, history }) => {
        const opening = history[0]!.after as Contract;
        const postings = history.flatMap((entry) => entry.postings);
        expect(postAll(opening.balances, postings)).toEqual(contract.balances);
        expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1));
      }),
      { numRuns: 60 },
    );
  });

  test('hold the money that stayed and none that is still on its way', () => {
    fc.assert(
      fc.property(lived, ({ contract, history }) => {
        const money = liveEntries(history).flatMap(({ payment }) => payment?.amountCents ?? []);
        const kept = money.reduce((sum, cents) => sum + cents, 0n);
        expect(balanceOf(contract.balances, 'cash')).toBe(kept);
        expect(balanceOf(contract.balances, 'payments-in-transit')).toBe(0n);
        expect(creditOf(contract.balances, 'unapplied')).toBe(0n);
        expect(contract.facts.clearing).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('mirror what they take back to the cent, and each entry at most once', () => {
    fc.assert(
      fc.property(lived, ({ history }) => {
        const mirrors = history.filter(({ reverses }) => reverses !== undefined);
        expect(new Set(mirrors.map(({ reverses }) => reverses)).size).toBe(mirrors.length);
        for (const { reverses, postings, effectiveDate } of mirrors) {
          const original = history.find(({ seq }) => seq === reverses)!;
          expect(effectiveDate).toBe(original.effectiveDate);
          expect(postAll(postAll(NO_BALANCES, original.postings), postings)).toEqual(NO_BALANCES);
        }
      }),
      { numRuns: 60 },
    );
  });
});
