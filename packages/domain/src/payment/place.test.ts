import { expect, test } from 'vitest';
import { beginLife, closeThrough, payOn } from '../../testing/life.ts';
import { sampleLoan } from '../../testing/sample-contracts.ts';
import { date } from '../time/calendar.ts';
import { placeInOrder } from './place.ts';

const paid = payOn(beginLife(sampleLoan()), '2026-02-15', 489_04n);
const life = closeThrough(paid, '2026-02-20');
const received = (on: string) => ({
  on: date(on),
  payment: {
    amountCents: 100_00n,
    purpose: 'regular' as const,
    channel: 'wire' as const,
    source: 'arrived' as const,
    methodId: null,
    receivedOn: date(on),
    paymentSeq: 0,
  },
});

test('the newest needs no history, what is older asks for it', () => {
  const { contract, businessDate } = life;
  const newest = placeInOrder(contract, received('2026-02-20'), businessDate, null);
  expect(newest?.entries.map(({ kind }) => kind)).toEqual(['payment']);
  expect(placeInOrder(contract, received('2026-02-10'), businessDate, null)).toBeNull();
});

test('what is older goes in its place, and what came after it is decided again', () => {
  const { contract, businessDate, history } = life;
  const placed = placeInOrder(contract, received('2026-02-10'), businessDate, history);
  expect(placed?.entries.map(({ kind }) => kind)).toEqual([
    'payment-reversed',
    'payment',
    'payment-reapplied',
  ]);
});
