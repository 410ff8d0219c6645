import { expect, test } from 'vitest';
import { sampleLease, sampleLoan } from '../../../testing/sample-contracts.ts';
import type { Contract } from '../../contract/contract.ts';
import { begin } from '../../contract/record.ts';
import { date } from '../../time/calendar.ts';
import { applyPayment } from './apply-payment.ts';

const on = date('2026-02-15');

test('a payment is applied by the rules of its product', () => {
  const labels = (contract: Contract): string[] => {
    const payment = {
      amountCents: 489_04n,
      purpose: 'regular',
      channel: 'wire',
      source: 'arrived',
      methodId: null,
      receivedOn: on,
      paymentSeq: contract.version + 1,
    } as const;
    const step = applyPayment(begin(contract), payment, on, 'payment');
    return step.entries.at(-1)!.lines.map(({ label }) => label);
  };
  expect(labels(sampleLoan())).toEqual(['interest', 'due-principal']);
  expect(labels(sampleLease())).toEqual(['base-payment', 'tax']);
});
