import { describe, expect, test } from 'vitest';
import { beginLife, closeThrough, decide, type Life } from '../../../testing/life.ts';
import {
  DEMO_POLICY,
  LEASE_TERMS,
  sampleLease,
  sampleLoan,
} from '../../../testing/sample-contracts.ts';
import type { Contract, LeaseContract } from '../../contract/contract.ts';
import type { Outcome } from '../../contract/decision.ts';
import type { HandOver } from '../../contract/give-back.ts';
import type { GiveBackRefusal } from '../../contract/refusal.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { addDays, date } from '../../time/calendar.ts';
import { typicalPolicyOn } from '../typical-policy.ts';
import { payRefund, sellCar, takeBackReceipt } from './after-bill.ts';
import { creditLine, decideDispute, disputeLine } from './dispute-line.ts';
import { issueFinalBill } from './issue-final-bill.ts';
import { issueReturnQuote, withdrawReturnQuote } from './issue-return-quote.ts';
import { receiveCar } from './receive-car.ts';

const policy = typicalPolicyOn(date('2026-01-01'));
// Nobody pays here, and nothing is charged off for it.
const start = sampleLease({ ...LEASE_TERMS, policy: { ...DEMO_POLICY, chargeOffDays: null } });
const maturity = leaseMaturityDate(start.terms);
const today = addDays(maturity, -10);
const lease = closeThrough(beginLife(start), addDays(today, -1));

const received = (life: Life<LeaseContract>, changes: Partial<HandOver> = {}): Outcome =>
  receiveCar(
    life.contract,
    {
      handOver: {
        handOverId: 'h',
        on: life.businessDate,
        miles: 20_000,
        milesReason: null,
        hasNewDamage: false,
        ...changes,
      },
      receivedBy: 'dealer',
      form: 'f',
      billId: 'b',
    },
    policy,
    life.businessDate,
    life.history,
  );
const back = decide(lease, received(lease));
const bill = (contract: Contract, changes: Partial<Parameters<typeof issueFinalBill>[1]> = {}) =>
  issueFinalBill(
    contract,
    { billId: 'b', isLast: true, wear: [], thirdParty: [], ...changes },
    policy,
    today,
  );
const billed = decide(back, bill(back.contract));
const toll = {
  lineId: 'toll',
  rule: 'toll',
  inputs: {},
  chargeCents: 12_00n,
  evidence: 'e',
  decidedBy: 'd',
  incurredOn: addDays(today, -30),
};
const quote = (contract: Contract, days: number): Outcome =>
  issueReturnQuote(
    contract,
    {
      quoteId: 'q',
      goodThrough: addDays(today, days),
      basis: { miles: 20_000, milesEvidence: 'e', wear: [] },
    },
    policy,
    today,
  );
const dispute = (contract: Contract, lineId: string): Outcome =>
  disputeLine(contract, { disputeId: 'd', lineId }, policy, today);
const disputed = decide(billed, dispute(billed.contract, 'disposition-fee'));
const decision = {
  disputeId: 'd',
  outcome: 'dropped',
  toCents: 0n,
  reason: 'goodwill',
  decidedBy: 'd',
  creditId: 'c',
} as const;
const dropped = decide(disputed, decideDispute(disputed.contract, decision, today));
const sold = decide(
  billed,
  sellCar(billed.contract, { priceCents: 1n, buyer: 'b', evidence: 'e' }, today),
);
const mistake = { handOverId: 'h', reason: 'wrong-car', decidedBy: 'd' } as const;
const paidBack = {
  ...billed,
  history: [
    ...billed.history,
    {
      seq: 999,
      kind: 'refund-paid' as const,
      businessDate: today,
      effectiveDate: today,
      postings: [],
      lines: [],
      events: [],
      messages: [],
      act: {
        act: 'refund-paid' as const,
        refund: { refundId: 'r', on: today, refundCents: 1n },
      },
      after: billed.contract,
    },
  ],
};

/** How the core comes to each "no" about a car that is given back. */
const WAYS: Record<GiveBackRefusal, () => Outcome> = {
  'give-back-not-for-a-loan': () => bill(sampleLoan()),
  'hand-over-in-future': () => received(lease, { on: addDays(today, 1) }),
  'hand-over-before-lease': () => received(lease, { on: start.terms.startsOn }),
  'hand-over-too-early': () => received(lease, { on: addDays(maturity, -46) }),
  'car-already-received': () => received(back),
  'car-not-received': () => bill(lease.contract),
  'car-already-sold': () => takeBackReceipt(sold.contract, mistake, today, sold.history),
  'return-quote-not-found': () =>
    withdrawReturnQuote(lease.contract, { quoteId: 'q', reason: 'fraud' }, today),
  'return-quote-day-past': () => quote(lease.contract, -1),
  'return-quote-too-long': () => quote(lease.contract, 11),
  'bill-already-complete': () => bill(billed.contract),
  'bill-without-lines': () => {
    const open = decide(back, bill(back.contract, { isLast: false }));
    return bill(open.contract, { isLast: false });
  },
  'bill-line-not-allowed': () =>
    bill(back.contract, { thirdParty: [{ ...toll, incurredOn: addDays(today, 1) }] }),
  'bill-line-not-found': () => dispute(billed.contract, 'nothing'),
  'bill-line-already-disputed': () => dispute(disputed.contract, 'disposition-fee'),
  'dispute-not-found': () => decideDispute(billed.contract, decision, today),
  'dispute-already-decided': () => decideDispute(dropped.contract, decision, today),
  'credit-over-line': () =>
    creditLine(
      billed.contract,
      {
        creditId: 'c',
        lineId: 'disposition-fee',
        toCents: 395_00n,
        reason: 'goodwill',
        decidedBy: 'd',
      },
      today,
    ),
  'refund-over-owed': () => payRefund(billed.contract, { refundId: 'r', refundCents: 1n }, today),
  'later-act-first': () => takeBackReceipt(paidBack.contract, mistake, today, paidBack.history),
};

describe('every lawful "no" about a car that is given back', () => {
  test.each(Object.entries(WAYS))('%s can be reached, and its facts are text', (code, way) => {
    const outcome = way();
    expect(outcome).toMatchObject({ outcome: 'refused', code });
    if (outcome.outcome !== 'refused') return;
    for (const fact of Object.values(outcome.facts)) expect(typeof fact).toBe('string');
  });
});

describe('what else may be charged', () => {
  const add = (changes: Partial<typeof toll>): string => {
    const outcome = bill(billed.contract, { thirdParty: [{ ...toll, ...changes }] });
    return outcome.outcome === 'refused' ? outcome.code : outcome.outcome;
  };

  test('after the last bill only a dated third-party charge from before the return', () => {
    expect(add({})).toBe('decided');
    expect(add({ incurredOn: addDays(today, 1) })).toBe('bill-line-not-allowed');
    expect(add({ lineId: 'disposition-fee' })).toBe('bill-line-not-allowed');
    expect(add({ chargeCents: 2_500_01n })).toBe('bill-line-not-allowed');
    const late = issueFinalBill(
      billed.contract,
      { billId: 'c', isLast: true, wear: [], thirdParty: [toll] },
      policy,
      addDays(today, 181),
    );
    expect(late).toMatchObject({ code: 'bill-line-not-allowed' });
  });

  test('new wear only where the receipt shows new damage', () => {
    const wear = [{ ...toll, lineId: 'dent' }];
    const firstOf = (life: Life<LeaseContract>) =>
      decide(life, bill(life.contract, { isLast: false }));
    const clean = firstOf(back).contract;
    expect(bill(clean, { wear })).toMatchObject({ code: 'bill-line-not-allowed' });
    const damaged = firstOf(decide(lease, received(lease, { hasNewDamage: true }))).contract;
    expect(bill(damaged, { wear })).toMatchObject({ outcome: 'decided' });
  });
});
