import { describe, expect, test } from 'vitest';
import { beginLife, closeThrough, decide, payOn } from '../../../testing/life.ts';
import { LEASE_TERMS, sampleLease, sampleLoan } from '../../../testing/sample-contracts.ts';
import type { Contract, ScheduledPayment } from '../../contract/contract.ts';
import type { Outcome } from '../../contract/decision.ts';
import type { HoldKind } from '../../contract/hold.ts';
import { balanceOf } from '../../ledger/balances.ts';
import { payoffCents } from '../../loan/payoff.ts';
import { CENTS_MAX } from '../../money/cents.ts';
import { addDays, date } from '../../time/calendar.ts';
import { cancelScheduledPayment, schedulePayment } from './schedule-payment.ts';

const today = date('2026-01-16');
const promise: ScheduledPayment = {
  scheduleId: 'schedule-1',
  amountCents: 489_04n,
  on: date('2026-02-15'),
  purpose: 'regular',
  channel: 'bank-debit',
  methodId: 'method-1',
};

const codeOf = (outcome: Outcome): string =>
  outcome.outcome === 'refused' ? outcome.code : outcome.outcome;
const refused = (changes: Partial<ScheduledPayment>, contract: Contract = sampleLoan()): string =>
  codeOf(schedulePayment(contract, { ...promise, ...changes }, today));

function promised(changes: Partial<ScheduledPayment> = {}, contract: Contract = sampleLoan()) {
  const life = beginLife(contract);
  return decide(life, schedulePayment(contract, { ...promise, ...changes }, today));
}

describe('promising a payment', () => {
  test('moves no money until its day, then draws it at the close', () => {
    const life = promised();
    const before = closeThrough(life, '2026-02-14');
    expect(balanceOf(before.contract.balances, 'principal')).toBe(25_000_00n);
    const after = closeThrough(before, '2026-02-15');
    const drawn = after.history.find(({ kind }) => kind === 'payment')!;
    expect(drawn.effectiveDate).toBe('2026-02-15');
    expect(drawn.payment).toMatchObject({ amountCents: 489_04n, paymentSeq: drawn.seq });
    expect(drawn.messages.map(({ template }) => template)).toContain('debit');
    expect(after.contract.facts.promises).toEqual([]);
    expect(balanceOf(after.contract.balances, 'principal')).toBe(24_648_76n);
  });

  test('is timely when its day is the last timely one', () => {
    const life = closeThrough(promised({ on: date('2026-03-02') }), '2026-03-10');
    expect(balanceOf(life.contract.balances, 'late-fees-receivable')).toBe(0n);
  });

  test('is refused where a payment would be, and for a day that is not ahead or too far', () => {
    expect(refused({ amountCents: 0n })).toBe('amount-not-positive');
    expect(refused({ amountCents: CENTS_MAX + 1n })).toBe('amount-too-large');
    expect(refused({ on: today })).toBe('schedule-date-not-ahead');
    for (const promiseDays of [1, 45, 90]) {
      const { terms } = sampleLoan();
      const customerLimits = { ...terms.policy.customerLimits, promiseDays };
      const policy = { ...terms.policy, customerLimits };
      const loan = { ...sampleLoan(), terms: { ...terms, policy } };
      expect(refused({ on: addDays(today, promiseDays) }, loan)).toBe('decided');
      expect(refused({ on: addDays(today, promiseDays + 1) }, loan)).toBe('schedule-date-too-far');
    }
    expect(refused({ amountCents: 30_000_00n })).toBe('payment-over-payoff');
    expect(refused({ purpose: 'principal-only' }, sampleLease())).toBe('principal-only-on-lease');
    expect(refused({}, { ...sampleLoan(), status: 'closed' })).toBe('nothing-owed');
    expect(refused({}, { ...sampleLoan(), status: 'charged-off' })).toBe('contract-charged-off');
  });

  test('is refused once the contract has as many promises as its lender keeps', () => {
    for (const contract of [sampleLoan(), sampleLease()] as Contract[]) {
      const { promises } = contract.terms.policy.customerLimits;
      const waiting = Array.from({ length: promises }, (_, index) => ({
        ...promise,
        scheduleId: `s${index}`,
      }));
      const having = (count: number): Contract => {
        const facts = { ...contract.facts, promises: waiting.slice(0, count) };
        return { ...contract, facts } as Contract;
      };
      expect(refused({}, having(promises - 1))).toBe('decided');
      expect(refused({}, having(promises))).toBe('too-many-promises');
      const cancelled = cancelScheduledPayment(having(promises), 's0', today);
      expect(codeOf(cancelled)).toBe('decided');
    }
  });

  test('of more than a lease can take, or more than is drawn at once, is refused', () => {
    expect(refused({ amountCents: 17_082_00n }, sampleLease())).toBe('decided');
    expect(refused({ amountCents: 17_082_01n }, sampleLease())).toBe('payment-over-lease');
    const terms = { ...LEASE_TERMS, basePaymentCents: 4_000_00n };
    const dear = sampleLease({ ...terms });
    expect(refused({ amountCents: 100_000_00n }, dear)).toBe('decided');
    expect(refused({ amountCents: 100_000_01n }, dear)).toBe('payment-over-debit-limit');
  });

  test('can be cancelled until it is drawn', () => {
    const life = promised();
    const cancelled = decide(life, cancelScheduledPayment(life.contract, 'schedule-1', today));
    const after = closeThrough(cancelled, '2026-02-20');
    expect(after.history.some(({ kind }) => kind === 'payment')).toBe(false);
    const late = closeThrough(life, '2026-02-15');
    expect(codeOf(cancelScheduledPayment(late.contract, 'schedule-1', date('2026-02-16')))).toBe(
      'scheduled-payment-not-found',
    );
  });
});

describe('drawing a promised payment', () => {
  const held = (kind: HoldKind): Contract => ({
    ...sampleLoan(),
    holds: [{ kind, from: today, until: null, party: null, evidence: 'e', decidedBy: 's' }],
  });

  test('is skipped, and says so, while a hold stops drafts', () => {
    const life = closeThrough(promised({}, held('bankruptcy')), '2026-02-15');
    const skipped = life.history.find(({ kind }) => kind === 'scheduled-payment-skipped')!;
    expect(skipped.memo).toEqual({
      scheduleId: 'schedule-1',
      reason: 'hold-bankruptcy',
      amountCents: '48904',
      on: '2026-02-15',
    });
    expect(skipped.messages).toHaveLength(1);
    expect(life.contract.facts.promises).toEqual([]);
    expect(balanceOf(life.contract.balances, 'principal')).toBe(25_000_00n);
  });

  test('takes no more than is owed that day', () => {
    let life = promised({ amountCents: 25_000_00n });
    life = payOn(life, '2026-02-10', 24_000_00n);
    const owed = payoffCents(life.contract as never, date('2026-02-15'));
    life = closeThrough(life, '2026-02-15');
    const drawn = life.history.findLast(({ kind }) => kind === 'payment')!;
    expect(drawn.payment?.amountCents).toBe(owed);
    expect(life.contract.status).toBe('paid-in-full');
  });

  test('is forgotten when the loan was paid off before', () => {
    const life = promised();
    const payoff = payoffCents(sampleLoan(), date('2026-02-01'));
    const ended = closeThrough(payOn(life, '2026-02-01', payoff), '2026-02-20');
    expect(ended.contract.facts.promises).toEqual([]);
    expect(ended.contract.status).toBe('closed');
    expect(ended.history.filter(({ kind }) => kind === 'payment')).toHaveLength(1);
  });

  test('for principal alone counts as regular when something is due that day', () => {
    const life = promised({ purpose: 'principal-only' });
    const due = closeThrough(life, '2026-02-15').contract;
    expect(due.product === 'loan' && due.facts.paidTowardCents).toBe(489_04n);
    const early = promised({ purpose: 'principal-only', on: date('2026-02-14') });
    const free = closeThrough(early, '2026-02-14').contract;
    expect(free.product === 'loan' && free.facts.paidTowardCents).toBe(0n);
  });
});
