import { describe, expect, test } from 'vitest';
import {
  beginLife,
  closeThrough,
  type Life,
  newestPaymentSeq,
  payOn,
  reverse,
  standingOf,
} from '../../testing/life.ts';
import { sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import type { Contract } from '../contract/contract.ts';
import type { Outcome } from '../contract/decision.ts';
import { balanceOf } from '../ledger/balances.ts';
import { payoffCents } from '../loan/payoff.ts';
import { date } from '../time/calendar.ts';
import { liveEntries } from './replay.ts';
import { reversePayment } from './reverse-payment.ts';

function tryReverse({ contract, businessDate, history }: Life<Contract>, paymentSeq: number) {
  return reversePayment(contract, { paymentSeq, reason: 'r01' }, businessDate, history);
}

const codeOf = (outcome: Outcome): string =>
  outcome.outcome === 'refused' ? outcome.code : outcome.outcome;

describe('reversing a payment on a loan', () => {
  const paid = payOn(beginLife(sampleLoan()), '2026-02-15', 489_04n);
  const seq = newestPaymentSeq(paid);

  test('is recorded today, effective on the payment’s own day: principal returns', () => {
    const later = closeThrough(paid, '2026-02-25');
    const back = reverse(later, seq);
    const mirror = back.history.find(({ kind }) => kind === 'payment-reversed')!;
    expect(mirror.effectiveDate).toBe('2026-02-15');
    expect(mirror.businessDate).toBe('2026-02-26');
    expect(mirror.reverses).toBe(seq);
    expect(mirror.events.map(({ kind }) => kind)).toContain('payment-reversed');
    // 25,000.00 at 6.49 % for 42 days from the first day, as if nothing had been paid: 186.70.
    expect(payoffCents(back.contract, date('2026-02-26'))).toBe(25_186_70n);
  });

  test('makes the late fee due that it had avoided, once', () => {
    const back = reverse(closeThrough(paid, '2026-03-05'), seq);
    const fees = liveEntries(back.history).filter(({ kind }) => kind === 'late-fee');
    expect(fees.map(({ effectiveDate, businessDate }) => [effectiveDate, businessDate])).toEqual([
      ['2026-03-03', '2026-03-06'],
    ]);
    expect(balanceOf(back.contract.balances, 'late-fees-receivable')).toBe(24_45n);
    const closed = closeThrough(back, '2026-03-20');
    expect(balanceOf(closed.contract.balances, 'late-fees-receivable')).toBe(24_45n);
  });

  test('before its grace ends makes no fee yet', () => {
    const back = reverse(closeThrough(paid, '2026-02-20'), seq);
    expect(balanceOf(back.contract.balances, 'late-fees-receivable')).toBe(0n);
    expect(back.contract.facts.paidTowardCents).toBe(0n);
  });

  test('applies later payments again from their own days', () => {
    const two = payOn(paid, '2026-03-15', 489_04n);
    const back = reverse(two, seq);
    const again = back.history.find(({ kind }) => kind === 'payment-reapplied')!;
    // 59 days of interest on all the principal, then 226.77 of principal.
    expect(again.effectiveDate).toBe('2026-03-15');
    expect(again.lines.map(({ label, cents }) => [label, cents])).toEqual([
      ['interest', 262_27n],
      ['due-principal', 226_77n],
    ]);
    expect(balanceOf(back.contract.balances, 'principal')).toBe(24_773_23n);
  });

  test('opens a loan that it had ended, and the money of a later payment still counts', () => {
    const payoff = payoffCents(paid.contract, date('2026-03-01'));
    const ended = closeThrough(
      payOn(paid, '2026-03-01', payoff, { purpose: 'payoff' }),
      '2026-03-05',
    );
    expect(ended.contract.status).toBe('closed');
    const back = reverse(ended, newestPaymentSeq(ended));
    expect(back.contract.status).toBe('active');
    expect(back.contract.facts.end.on).toBeNull();
    expect(balanceOf(back.contract.balances, 'principal')).toBe(24_648_76n);
  });

  test('takes money out of transit while it clears, and out of cash once it has', () => {
    const byCheck = payOn(beginLife(sampleLoan()), '2026-02-15', 489_04n, { channel: 'check' });
    const check = newestPaymentSeq(byCheck);
    for (const last of ['2026-02-20', '2026-03-10']) {
      const back = reverse(closeThrough(byCheck, last), check);
      expect(balanceOf(back.contract.balances, 'cash')).toBe(0n);
      expect(balanceOf(back.contract.balances, 'payments-in-transit')).toBe(0n);
      expect(back.contract.facts.clearing).toEqual([]);
    }
  });

  test('leaves the clearing of another payment alone', () => {
    let life = payOn(beginLife(sampleLoan()), '2026-02-15', 489_04n, { channel: 'check' });
    const first = newestPaymentSeq(life);
    life = payOn(life, '2026-03-15', 489_04n, { channel: 'check' });
    life = reverse(closeThrough(life, '2026-04-05'), first);
    expect(balanceOf(life.contract.balances, 'cash')).toBe(489_04n);
    const later = closeThrough(life, '2026-04-30');
    expect(balanceOf(later.contract.balances, 'cash')).toBe(489_04n);
    expect(balanceOf(later.contract.balances, 'payments-in-transit')).toBe(0n);
  });

  test('is refused twice, and for a payment that is not there', () => {
    const back = reverse(paid, seq);
    expect(codeOf(tryReverse(back, seq))).toBe('payment-already-reversed');
    expect(codeOf(tryReverse(paid, 99))).toBe('payment-not-found');
    expect(codeOf(tryReverse(paid, 1))).toBe('payment-not-found');
    const { contract, businessDate } = paid;
    const blind = reversePayment(contract, { paymentSeq: seq, reason: 'r01' }, businessDate, null);
    expect(codeOf(blind)).toBe('needs-history');
  });

  test('that was applied again can come back as well', () => {
    const two = payOn(paid, '2026-03-15', 489_04n);
    const second = newestPaymentSeq(two);
    const none = reverse(reverse(two, seq), second);
    expect(balanceOf(none.contract.balances, 'principal')).toBe(25_000_00n);
    expect(codeOf(tryReverse(none, second))).toBe('payment-already-reversed');
  });
});

describe('reversing a payment on a loan that was charged off', () => {
  const charged = closeThrough(payOn(beginLife(sampleLoan()), '2026-02-15', 489_04n), '2026-08-31');

  test('charges it off anew on the day it would have been, at what was owed then', () => {
    expect(charged.contract.facts.end.on).toBe('2026-07-13');
    const back = reverse(charged, newestPaymentSeq(charged));
    // 120 days after 2026-02-15: 25,000.00 and 151 days at 6.49 %, 671.23.
    expect(back.contract.facts.end.on).toBe('2026-06-15');
    expect(back.contract.facts.end.chargedOffCents).toBe(25_671_23n);
    expect(balanceOf(back.contract.balances, 'charged-off')).toBe(25_671_23n);
    expect(balanceOf(back.contract.balances, 'principal')).toBe(0n);
    expect(balanceOf(back.contract.balances, 'cash')).toBe(0n);
    const never = closeThrough(beginLife(sampleLoan()), '2026-08-31');
    expect(standingOf(back.contract)).toEqual(standingOf(never.contract));
  });

  test('takes a recovery back as a recovery', () => {
    const recovered = payOn(charged, '2026-10-01', 300_00n, { purpose: 'recovery' });
    expect(balanceOf(recovered.contract.balances, 'recoveries')).toBe(-300_00n);
    const back = reverse(recovered, newestPaymentSeq(recovered));
    expect(balanceOf(back.contract.balances, 'recoveries')).toBe(0n);
    expect(back.contract.facts.end.chargedOffCents).toBe(
      charged.contract.facts.end.chargedOffCents,
    );
    expect(standingOf(back.contract).amounts).toEqual(standingOf(charged.contract).amounts);
  });
});

describe('reversing a payment on a lease', () => {
  test('opens the payment it had paid, and the prepaid one after it', () => {
    const paid = payOn(beginLife(sampleLease()), '2026-01-20', 949_00n);
    const life = closeThrough(paid, '2026-02-15');
    expect(life.contract.facts.open).toEqual([]);
    const back = reverse(life, newestPaymentSeq(life));
    expect(back.contract.facts.open.map(({ number }) => number)).toEqual([1, 2]);
    expect(balanceOf(back.contract.balances, 'prepaid-lease-payments')).toBe(0n);
    // The first payment's grace ended on 2026-01-20.
    expect(balanceOf(back.contract.balances, 'late-fees-receivable')).toBe(22_17n);
    const closed = closeThrough(back, '2026-02-21');
    expect(balanceOf(closed.contract.balances, 'late-fees-receivable')).toBe(44_34n);
  });
});
