import { describe, expect, test } from 'vitest';
import { sampleLoan } from '../../testing/sample-contracts.ts';
import type { PaymentFact } from '../contract/payment-fact.ts';
import type { PaymentChannel } from '../contract/servicing-policy.ts';
import { date } from '../time/calendar.ts';
import { afterMoney, debitAccountOf, paymentNews, withUncleared } from './money-in.ts';

const on = date('2026-02-15');
const paymentBy = (channel: PaymentChannel, changes: Partial<PaymentFact> = {}): PaymentFact => ({
  amountCents: 489_04n,
  purpose: 'regular',
  channel,
  source: 'arrived',
  methodId: null,
  receivedOn: on,
  paymentSeq: 7,
  ...changes,
});

describe('money on its way', () => {
  test.each<[PaymentChannel, string, string | null]>([
    ['wire', 'cash', null],
    ['cash-network', 'cash', null],
    ['integrator', 'cash', null],
    ['bank-debit', 'payments-in-transit', '2026-02-25'],
    ['card', 'payments-in-transit', '2026-02-25'],
    ['check', 'payments-in-transit', '2026-02-25'],
    ['lockbox', 'payments-in-transit', '2026-02-25'],
  ])('by %s stands in %s and clears on %s', (channel, account, clearsOn) => {
    const payment = paymentBy(channel);
    expect(debitAccountOf(sampleLoan(), payment)).toBe(account);
    expect(withUncleared(sampleLoan(), payment, on, true)).toEqual(
      clearsOn === null ? [] : [{ seq: 7, amountCents: 489_04n, clearsOn }],
    );
  });

  test('clears once: applied again it is not on its way again', () => {
    expect(withUncleared(sampleLoan(), paymentBy('check'), on, false)).toEqual([]);
  });

  test('is asked of the gateway only from a customer’s stored method, and only at first', () => {
    const topics = (payment: PaymentFact, isFirst: boolean) =>
      paymentNews(payment, isFirst).messages.map(({ topic }) => topic);
    const stored = paymentBy('card', { source: 'customer', methodId: 'method-1' });
    expect(topics(stored, true)).toEqual(['gateway', 'notice']);
    expect(topics(stored, false)).toEqual([]);
    expect(topics(paymentBy('lockbox'), true)).toEqual(['notice']);
    expect(topics(paymentBy('card', { source: 'customer' }), true)).toEqual(['notice']);
  });

  test('never turns back the day after which money is new', () => {
    const { facts } = sampleLoan();
    expect(afterMoney(facts, date('2026-03-01')).lastEffective).toBe('2026-03-01');
    expect(afterMoney(facts, date('2026-01-01')).lastEffective).toBe(facts.lastEffective);
  });
});
