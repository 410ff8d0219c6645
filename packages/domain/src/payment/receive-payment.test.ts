import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { beginLife, newestPaymentSeq, paymentOf, payOn } from '../../testing/life.ts';
import {
  DEMO_POLICY,
  LEASE_TERMS,
  sampleLease,
  sampleLoan,
} from '../../testing/sample-contracts.ts';
import type { Contract, LoanContract } from '../contract/contract.ts';
import type { Decision, Outcome } from '../contract/decision.ts';
import type { HoldKind } from '../contract/hold.ts';
import type { PaymentPurpose } from '../contract/payment-fact.ts';
import { balanceOf, creditOf, post as postAll, wrongSigns } from '../ledger/balances.ts';
import { postingUnlessZero } from '../ledger/posting.ts';
import { dueCents } from '../loan/amount-due.ts';
import { payoffCents } from '../loan/payoff.ts';
import { CENTS_MAX, sumCents } from '../money/cents.ts';
import { addDays, date } from '../time/calendar.ts';
import { receivePayment } from './receive-payment.ts';

const cases = readFileSync(new URL('./cases/refusals.txt', import.meta.url), 'utf8');
const today = date('2026-03-01');

function held(contract: Contract, kind: HoldKind): Contract {
  const hold = { kind, from: today, until: null, party: null, evidence: 'e', decidedBy: 's' };
  return { ...contract, holds: [hold] };
}

/** The same contract of a lender that draws at most so much at once. */
function lessThan<C extends Contract>(debitCents: bigint, contract: C): C {
  const { terms } = contract;
  const customerLimits = { ...terms.policy.customerLimits, debitCents };
  return { ...contract, terms: { ...terms, policy: { ...terms.policy, customerLimits } } };
}

/** The contracts that the table of refusals names. */
const CONTRACTS: Record<string, Contract> = {
  'a loan with nothing due': sampleLoan(undefined, { satisfiedInstallments: 1 }),
  'a loan with 489.04 due': sampleLoan(),
  'a loan paid in full': { ...sampleLoan(), status: 'paid-in-full' },
  'a loan that is closed': { ...sampleLoan(), status: 'closed' },
  'a loan charged off': { ...sampleLoan(), status: 'charged-off' },
  'a loan under identity theft': held(sampleLoan(), 'identity-theft'),
  'a loan in bankruptcy': held(sampleLoan(), 'bankruptcy'),
  'a lease': sampleLease(),
  'a lease of small debits': lessThan(1_000_00n, sampleLease()),
  'a loan of small debits': lessThan(1_000_00n, sampleLoan()),
  'a lease paid ahead to its end': sampleLease(undefined, { prepaidCents: 36n * 474_50n }),
  'a lease turned in': { ...sampleLease(), status: 'turned-in' },
  'a lease that is closed': { ...sampleLease(), status: 'closed' },
  'a lease charged off': { ...sampleLease(), status: 'charged-off' },
};

const answerOf = (outcome: Outcome): string =>
  outcome.outcome === 'refused' ? outcome.code : outcome.outcome;

describe('a payment that is asked for or has arrived', () => {
  test('is refused with the code of the table, or taken', () => {
    checkTable(cases, (row) => {
      const contract = CONTRACTS[row.text('contract')];
      if (contract === undefined) throw new RangeError(`no such contract: ${row.text('contract')}`);
      const amount = row.text('amount') === 'too much' ? CENTS_MAX + 1n : row.cents('amount');
      const command = paymentOf(amount, row.text('received'), {
        purpose: row.text('purpose') as PaymentPurpose,
        source: row.text('source') as 'customer' | 'arrived',
      });
      return { answer: answerOf(receivePayment(contract, command, today, null)) };
    });
  });

  test('by a lessee is taken up to what can still fall due, and no cent more', () => {
    const opening = fc.record({
      billed: fc.integer({ min: 0, max: 36 }),
      otherFeesCents: fc.bigInt({ min: 0n, max: 900_00n }),
    });
    fc.assert(
      fc.property(
        opening,
        fc.bigInt({ min: 0n, max: 400_00n }),
        ({ billed, otherFeesCents }, more) => {
          const prepaidCents = billed < 36 ? more : 0n;
          const lease = sampleLease(undefined, { billed, otherFeesCents, prepaidCents });
          const most = 474_50n * BigInt(36 - billed) + otherFeesCents - prepaidCents;
          const asked = (cents: bigint, source: 'customer' | 'arrived') =>
            receivePayment(lease, paymentOf(cents, today, { source }), today, null);
          expect(answerOf(asked(most + 1n, 'customer'))).toBe(
            most > 0n ? 'payment-over-lease' : 'nothing-owed',
          );
          if (most > 0n) {
            const taken = asked(most, 'customer') as Decision;
            expect(creditOf(taken.entries.at(-1)!.after.balances, 'unapplied')).toBe(0n);
          }
          const arrived = asked(most + 1n, 'arrived') as Decision;
          expect(creditOf(arrived.entries.at(-1)!.after.balances, 'unapplied')).toBe(1n);
        },
      ),
    );
  });

  test('says the payoff when a customer would pay more', () => {
    const loan = sampleLoan();
    const command = paymentOf(30_000_00n, today, { source: 'customer' });
    const outcome = receivePayment(loan, command, today, null);
    expect(outcome).toEqual({
      outcome: 'refused',
      code: 'payment-over-payoff',
      facts: { payoffCents: payoffCents(loan, today).toString() },
    });
  });

  test('dated before the contract began is refused', () => {
    const { contract } = payOn(beginLife(sampleLoan()), '2026-02-15', 489_04n);
    const early = paymentOf(100_00n, '2026-01-14');
    expect(answerOf(receivePayment(contract, early, today, null))).toBe('received-before-contract');
  });
});

const anyLoan = fc
  .record({
    principalCents: fc.bigInt({ min: 1_00n, max: 25_000_00n }),
    unpaidInterestCents: fc.bigInt({ min: 0n, max: 200_00n }),
    otherFeesCents: fc.bigInt({ min: 0n, max: 60_00n }),
    lateFees: fc.bigInt({ min: 0n, max: 60_00n }),
    satisfiedInstallments: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ lateFees, ...opening }): LoanContract => {
    const loan = sampleLoan(undefined, { ...opening, asOf: date('2026-01-15') });
    const fees = postingUnlessZero('late-fees-receivable', 'fee-income', lateFees);
    return { ...loan, balances: postAll(loan.balances, fees) };
  });
const anyLease = fc
  .record({
    months: fc.integer({ min: 0, max: 36 }),
    otherFeesCents: fc.bigInt({ min: 0n, max: 60_00n }),
  })
  .map(({ months, otherFeesCents }) =>
    sampleLease(LEASE_TERMS, { billed: months, otherFeesCents }),
  );
const anyContract = fc.oneof<fc.Arbitrary<Contract>[]>(anyLoan, anyLease);
const anyMoney = fc.bigInt({ min: 1n, max: 30_000_00n });
const anyDay = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays(date('2026-01-15'), n));
const anyPurpose = fc.constantFrom<PaymentPurpose>(
  'regular',
  'principal-only',
  'payoff',
  'insurance',
  'gap',
  'addon-refund',
  'recovery',
);

function take(contract: Contract, money: bigint, on: string, purpose: PaymentPurpose = 'regular') {
  const outcome = receivePayment(contract, paymentOf(money, on, { purpose }), date(on), null);
  if (outcome.outcome !== 'decided') throw new Error(JSON.stringify(outcome));
  return { outcome, after: outcome.entries.at(-1)!.after };
}

const paymentLines = ({ entries }: Decision): bigint =>
  sumCents(
    entries
      .filter(({ kind }) => kind === 'payment')
      .flatMap(({ lines }) => lines)
      .filter(({ label }) => label !== 'written-off')
      .map(({ cents }) => cents),
  );

describe('money', () => {
  test('is never made or lost, and every line of it is told', () => {
    fc.assert(
      fc.property(anyContract, anyMoney, anyDay, anyPurpose, (contract, money, on, purpose) => {
        const { outcome, after } = take(contract, money, on, purpose);
        expect(paymentLines(outcome)).toBe(money);
        expect(balanceOf(after.balances, 'cash') - balanceOf(contract.balances, 'cash')).toBe(
          money,
        );
        expect(sumCents(after.balances)).toBe(0n);
        expect(wrongSigns(after.balances)).toEqual([]);
      }),
    );
  });

  test('pays no fee while an installment is due, and nothing ahead while a fee is owed', () => {
    fc.assert(
      fc.property(anyLoan, anyMoney, anyDay, (loan, money, on) => {
        const { outcome, after } = take(loan, money, on);
        const labels = outcome.entries[0]!.lines.map(({ label }) => label);
        const hasMatured = on > '2031-01-15';
        if (labels.includes('late-fees') || labels.includes('other-fees')) {
          expect(dueCents(after as LoanContract, on)).toBe(0n);
        }
        if (labels.includes('principal') && !hasMatured) {
          expect(balanceOf(after.balances, 'late-fees-receivable')).toBe(0n);
          expect(balanceOf(after.balances, 'other-fees-receivable')).toBe(0n);
        }
      }),
    );
  });

  test('of exactly the payoff ends the loan with nothing owed', () => {
    fc.assert(
      fc.property(anyLoan, anyDay, fc.constantFrom('regular', 'payoff'), (loan, on, purpose) => {
        const { after } = take(loan, payoffCents(loan, on), on, purpose as PaymentPurpose);
        expect(after.status).toBe('paid-in-full');
        expect(after.facts.end.on).toBe(on);
        expect(payoffCents(after as LoanContract, addDays(on, 400))).toBe(0n);
        expect(creditOf(after.balances, 'unapplied')).toBe(0n);
      }),
    );
  });

  test('leaves as payoff what the payoff was less the money', () => {
    fc.assert(
      fc.property(anyLoan, anyMoney, anyDay, (loan, money, on) => {
        const { after } = take(loan, money, on);
        expect(payoffCents(after as LoanContract, on)).toBe(payoffCents(loan, on) - money);
      }),
    );
  });

  test('on a lease beyond all payments to come is unapplied', () => {
    const { after } = take(sampleLease(), 474_50n * 36n + 12_34n, '2026-01-10');
    expect(creditOf(after.balances, 'prepaid-lease-payments')).toBe(474_50n * 35n);
    expect(creditOf(after.balances, 'unapplied')).toBe(12_34n);
  });

  test('that may come back stands in transit, and is known by its own entry', () => {
    const life = payOn(beginLife(sampleLease()), '2026-02-10', 474_50n, { channel: 'check' });
    const seq = newestPaymentSeq(life);
    expect(life.history.find((entry) => entry.seq === seq)?.kind).toBe('payment');
    expect(balanceOf(life.contract.balances, 'payments-in-transit')).toBe(474_50n);
    expect(life.contract.facts.clearing).toEqual([
      { seq, amountCents: 474_50n, clearsOn: '2026-02-20' },
    ]);
  });
});

describe('the receipt', () => {
  test('tells how the money was used and what is left', () => {
    const { outcome } = take(sampleLoan(), 489_04n, '2026-02-15');
    expect(outcome.receipt).toMatchObject({
      amountCents: 489_04n,
      effectiveDate: '2026-02-15',
      principalCents: 24_648_76n,
      status: 'active',
    });
    expect(outcome.entries[0]!.messages).toEqual([
      {
        topic: 'notice',
        template: 'payment-received',
        data: { amountCents: '48904', paymentSeq: '2' },
      },
    ]);
  });

  test('asks the gateway for money only when a customer pays by a stored method', () => {
    const command = paymentOf(489_04n, '2026-02-15', { source: 'customer', methodId: 'method-1' });
    const outcome = receivePayment(sampleLoan(), command, date('2026-02-15'), null);
    if (outcome.outcome !== 'decided') throw new Error(outcome.outcome);
    expect(outcome.entries[0]!.messages.map(({ template }) => template)).toEqual([
      'debit',
      'payment-received',
    ]);
    expect(DEMO_POLICY.clearingDays.wire).toBe(0);
  });
});
