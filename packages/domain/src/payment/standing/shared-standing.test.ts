import { expect, test } from 'vitest';
import { sampleLoan } from '../../../testing/sample-contracts.ts';
import { date } from '../../time/calendar.ts';
import { avoidableOn, promisedOf } from './shared-standing.ts';

const loan = sampleLoan();
const next = { payBy: date('2026-03-02'), feeCents: 24_45n };

test('a late fee is told with the payment that it would be for', () => {
  expect(avoidableOn(loan, next)).toEqual({ ...next, dueDate: date('2026-02-15') });
  expect(avoidableOn(loan, null)).toBeNull();
});

test('promises are told soonest first', () => {
  const promise = (on: string) => ({
    scheduleId: on,
    amountCents: 1_00n,
    on: date(on),
    purpose: 'regular' as const,
    channel: 'bank-debit' as const,
    methodId: 'm-1',
  });
  const promises = ['2026-03-09', '2026-03-02', '2026-03-09'].map(promise);
  const { facts } = loan;
  expect(promisedOf({ ...loan, facts: { ...facts, promises } }).map(({ on }) => on)).toEqual([
    '2026-03-02',
    '2026-03-09',
    '2026-03-09',
  ]);
});
