import { describe, expect, test } from 'vitest';
import { beginLife, closeThrough, decide, type Life, payOn } from '../../../testing/life.ts';
import { sampleLoan } from '../../../testing/sample-contracts.ts';
import type { Contract } from '../../contract/contract.ts';
import { date } from '../../time/calendar.ts';
import { schedulePayment } from './schedule-payment.ts';

describe('promised payments that an end makes needless', () => {
  const promise = (life: Life<Contract>, scheduleId: string, on: string, amountCents: bigint) => {
    const scheduled = {
      scheduleId,
      amountCents,
      on: date(on),
      purpose: 'regular' as const,
      channel: 'bank-debit' as const,
      methodId: 'method-1',
    };
    return decide(life, schedulePayment(life.contract, scheduled, life.businessDate));
  };
  const skippedIn = (life: Life<Contract>) =>
    life.history
      .filter(({ kind }) => kind === 'scheduled-payment-skipped')
      .map(({ memo, messages }) => [memo?.scheduleId, memo?.reason, messages.length]);

  test('end with a message each, when the loan is paid off', () => {
    let life: Life<Contract> = beginLife(sampleLoan());
    life = promise(life, 'a', '2026-02-15', 489_04n);
    life = promise(life, 'b', '2026-03-15', 489_04n);
    life = payOn(life, '2026-02-01', 25_075_57n, { purpose: 'payoff' });
    expect(life.contract.facts.promises).toEqual([]);
    expect(skippedIn(life)).toEqual([
      ['a', 'loan-paid-off', 1],
      ['b', 'loan-paid-off', 1],
    ]);
  });

  test('end with a message when a promised payment of the same day was the last', () => {
    let life: Life<Contract> = beginLife(sampleLoan());
    life = promise(life, 'a', '2026-02-01', 25_075_57n);
    life = promise(life, 'b', '2026-02-01', 489_04n);
    life = closeThrough(life, '2026-02-01');
    expect(skippedIn(life)).toEqual([['b', 'loan-paid-off', 1]]);
  });

  test('end with a message when the contract is charged off', () => {
    let life: Life<Contract> = closeThrough(beginLife(sampleLoan()), '2026-06-10');
    life = promise(life, 'a', '2026-06-20', 489_04n);
    expect(skippedIn(closeThrough(life, '2026-06-15'))).toEqual([['a', 'charged-off', 1]]);
  });
});
