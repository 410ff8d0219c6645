import { describe, expect, test } from 'vitest';
import { beginLife, newestPaymentSeq, paymentOf, payOn, reverse } from '../../testing/life.ts';
import { sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import type { Contract } from '../contract/contract.ts';
import type { Outcome } from '../contract/decision.ts';
import type { Hold } from '../contract/hold.ts';
import { liftHold, placeHold } from '../contract/place-hold.ts';
import type { OdometerReading } from '../contract/reading.ts';
import type { GiveBackRefusal, RefusalCode } from '../contract/refusal.ts';
import { tellReading } from '../lease/reading/tell-reading.ts';
import { quotePayoff } from '../loan/quote-payoff.ts';
import { CENTS_MAX } from '../money/cents.ts';
import { addDays, date } from '../time/calendar.ts';
import { cancelScheduledPayment, schedulePayment } from './promise/schedule-payment.ts';
import { receivePayment } from './receive-payment.ts';
import { reversePayment } from './reverse-payment.ts';

const today = date('2026-03-01');
const loan = sampleLoan();
const lease = sampleLease();
const theft: Hold = {
  kind: 'identity-theft',
  from: today,
  until: null,
  party: null,
  evidence: 'report 26-1',
  decidedBy: 'staff-1',
};
/** A lender that draws little at once, and promises nothing. */
const customerLimits = { debitCents: 400_00n, promises: 0, promiseDays: 90 };
const limited: Contract = {
  ...loan,
  terms: { ...loan.terms, policy: { ...loan.terms.policy, customerLimits } },
};
const held: Contract = { ...loan, holds: [theft] };
const paid = payOn(beginLife(loan), today, 489_04n);
const seq = newestPaymentSeq(paid);
const returned = reverse(paid, seq);

const ask = (contract: Contract, cents: bigint, changes = {}): Outcome =>
  receivePayment(
    contract,
    paymentOf(cents, today, { source: 'customer', ...changes }),
    today,
    paid.history,
  );
const promise = (days: number, contract: Contract = loan): Outcome =>
  schedulePayment(
    contract,
    {
      scheduleId: 'schedule-1',
      amountCents: 100_00n,
      on: addDays(today, days),
      purpose: 'regular',
      channel: 'bank-debit',
      methodId: 'method-1',
    },
    today,
  );
const takeBack = (life: typeof paid, paymentSeq: number): Outcome =>
  reversePayment(life.contract, { paymentSeq, reason: 'r01' }, life.businessDate, life.history);
const lastYear = addDays(lease.terms.startsOn, 1);
const knowing = (...readings: readonly OdometerReading[]): Contract => {
  const told = readings.map((each) => ({ ...each, source: 'file' as const, reason: null }));
  return { ...lease, facts: { ...lease.facts, readings: told } };
};
const read = (miles: number, days: number, contract: Contract = lease): Outcome =>
  tellReading(contract, { miles, on: addDays(today, days), reason: null }, today);

/**
 * How the core comes to each "no". The shell says two of them itself: the core never does. Those of
 * a car that is given back are in lease-end/case/.
 */
const WAYS: Record<Exclude<RefusalCode, GiveBackRefusal>, (() => Outcome) | 'said by the shell'> = {
  'amount-not-positive': () => ask(loan, 0n),
  'amount-too-large': () => ask(loan, CENTS_MAX + 1n),
  'payment-over-payoff': () => ask(loan, 26_000_00n),
  'payment-over-lease': () => ask(lease, 20_000_00n),
  'payment-over-debit-limit': () => ask(limited, 400_01n),
  'payoff-amount-differs': () => ask(loan, 20_000_00n, { purpose: 'payoff' }),
  'principal-only-while-due': () => ask(loan, 100_00n, { purpose: 'principal-only' }),
  'principal-only-on-lease': () => ask(lease, 100_00n, { purpose: 'principal-only' }),
  'purpose-not-for-this-contract': () => ask(lease, 100_00n, { purpose: 'payoff' }),
  'received-in-future': () => ask(loan, 100_00n, { receivedOn: addDays(today, 1) }),
  'received-before-contract': () =>
    ask(paid.contract, 100_00n, { receivedOn: date('2026-01-14'), source: 'arrived' }),
  'nothing-owed': () => ask({ ...loan, status: 'closed' }, 100_00n),
  'contract-closed': 'said by the shell',
  'contract-charged-off': () => ask({ ...loan, status: 'charged-off' }, 100_00n),
  'stopped-by-hold': () => ask(held, 100_00n),
  'payment-not-found': () => takeBack(paid, 99),
  'payment-already-reversed': () => takeBack(returned, seq),
  'schedule-date-not-ahead': () => promise(0),
  'schedule-date-too-far': () => promise(91),
  'too-many-promises': () => promise(1, limited),
  'scheduled-payment-not-found': () => cancelScheduledPayment(loan, 'schedule-9', today),
  'quote-date-past': () => quotePayoff(loan, addDays(today, -1), today),
  'quote-date-too-far': () => quotePayoff(loan, addDays(today, 61), today),
  'quote-not-for-this-contract': () => quotePayoff(lease, today, today),
  'day-not-open': 'said by the shell',
  'hold-not-found': () => liftHold(loan, 'scra', today),
  'hold-already-placed': () => placeHold(held, theft, today),
  'lease-has-ended': () => read(1_000, 0, { ...lease, status: 'turned-in' }),
  'reading-not-for-this-contract': () => read(1_000, 0, loan),
  'reading-in-future': () => read(1_000, 1),
  'reading-before-lease': () => read(1_000, -2_000),
  'reading-impossible': () => read(999_999, 0),
  'reading-known': () => read(1_000, 0, knowing({ miles: 1_000, on: today })),
  'too-many-readings': () =>
    read(1_000, 0, knowing(...Array.from({ length: 400 }, () => ({ miles: 12, on: lastYear })))),
  'reading-below-delivery': () => read(11, 0),
  'reading-contradicts': () => read(1_000, 0, knowing({ miles: 2_000, on: addDays(today, -1) })),
  'reading-far-ahead': () => read(1_400, 0, knowing({ miles: 1_000, on: addDays(today, -1) })),
};

describe('every lawful "no" of the core', () => {
  const ways = Object.entries(WAYS).flatMap(([code, way]) =>
    way === 'said by the shell' ? [] : [[code, way] as const],
  );

  test.each(ways)('%s can be reached, and its facts are text', (code, way) => {
    const outcome = way();
    expect(outcome).toMatchObject({ outcome: 'refused', code });
    if (outcome.outcome !== 'refused') return;
    for (const fact of Object.values(outcome.facts)) expect(typeof fact).toBe('string');
  });
});
