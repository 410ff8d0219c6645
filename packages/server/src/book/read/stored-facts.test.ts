import { plain } from '@roadbook/api/wire';
import { NOT_GIVEN_BACK } from '@roadbook/domain/contract/give-back';
import { sampleLease, sampleLoan } from '@roadbook/domain/testing/sample-contracts';
import { date } from '@roadbook/domain/time/calendar';
import { expect, test } from 'vitest';
import { factsOf } from './stored-facts.ts';

const flat = {
  lastEffective: '2026-03-01',
  lateFeesDecided: 3,
  awaitedLateFees: [{ installment: 4, unpaidCents: '48904' }],
  uncleared: [{ seq: 9, amountCents: '100', clearsOn: '2026-03-05' }],
  scheduled: [],
  chargedOffCents: '0',
  endedOn: null,
};
const shared = {
  shape: 2,
  lastEffective: date('2026-03-01'),
  lateFees: { decided: 3, awaited: [{ installment: 4, unpaidCents: 489_04n }] },
  clearing: [{ seq: 9, amountCents: 1_00n, clearsOn: date('2026-03-05') }],
  promises: [],
  end: { on: null, chargedOffCents: 0n },
};

test('facts of a loan as earlier builds wrote them are grouped', () => {
  const loan = { ...flat, interestFrom: '2026-02-15', paidTowardCents: '97808' };
  const expected = {
    ...shared,
    interestFrom: date('2026-02-15'),
    paidTowardCents: 978_08n,
    payoffQuoted: [],
  };
  expect(factsOf(loan)).toEqual({ ...expected, feesFirstCents: 0n });
  expect(factsOf({ ...loan, feesFirstCents: '2500' })).toEqual({
    ...expected,
    feesFirstCents: 25_00n,
  });
});

test('and those of a lease, whose periods then came with their payments', () => {
  const lease = { ...flat, billed: 7, open: [], odometer: { miles: 9_000, on: '2026-02-01' } };
  const expected = {
    ...shared,
    billed: 7,
    periodsBooked: 7,
    open: [],
    readings: [{ miles: 9_000, on: date('2026-02-01'), source: 'file', reason: null }],
    holdover: { through: null, billedCents: 0n },
    giveBack: NOT_GIVEN_BACK,
  };
  expect(factsOf(lease)).toEqual(expected);
  expect(factsOf({ ...lease, periodsBooked: 9 })).toEqual({ ...expected, periodsBooked: 9 });
  expect(factsOf({ ...lease, odometer: null })).toEqual({ ...expected, readings: [] });
});

test('a quote of a build that knew no last day of it counts on', () => {
  const { payoffQuoted: _, ...facts } = sampleLoan().facts;
  const of = (payoffQuotedOn: string | null) => factsOf(plain({ ...facts, payoffQuotedOn }));
  expect(of(null)).toEqual({ ...facts, payoffQuoted: [] });
  const from = date('2026-03-01');
  expect(of('2026-03-01')).toEqual({ ...facts, payoffQuoted: [{ from, through: null }] });
});

test('facts of this build stay as they are', () => {
  for (const { facts } of [sampleLoan(), sampleLease()])
    expect(factsOf(plain(facts))).toEqual(facts);
});
