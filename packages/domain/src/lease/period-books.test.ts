import { describe, expect, test } from 'vitest';
import { leaseTerms, sampleLease } from '../../testing/sample-contracts.ts';
import { begin } from '../contract/record.ts';
import { balanceOf, creditOf } from '../ledger/balances.ts';
import { date } from '../time/calendar.ts';
import { billDue } from './bill.ts';
import { nextPeriodDay } from './period-books.ts';

/** 32,145.50 against one payment of 15,000.00 now and 19,890.00 of residual value in 36 months. */
const paidAtOnce = leaseTerms({ timing: 'single-payment', basePaymentCents: 15_000_00n });
const financed = leaseTerms({
  timing: 'single-payment',
  basePaymentCents: 15_000_00n,
  accounting: 'finance',
});

const postedThrough = (terms: typeof paidAtOnce, on: string) =>
  billDue(begin(sampleLease(terms)), date(on)).contract;

describe('a lease that is paid at once', () => {
  test('earns its rent month by month, until the investment is the residual value', () => {
    const bookOn = (on: string) =>
      balanceOf(postedThrough(financed, on).balances, 'net-investment-in-lease');
    // (19,890.00 / 17,145.50) to the 36th part is 1.0041329…: 70.86 in the first month, then 71.16.
    expect(bookOn('2026-01-10')).toBe(17_216_36n);
    expect(bookOn('2026-02-09')).toBe(17_216_36n);
    expect(bookOn('2026-02-10')).toBe(17_287_52n);
    expect(bookOn('2026-03-10')).toBe(17_358_97n);
    expect(bookOn('2028-12-10')).toBe(19_890_00n);
    expect(bookOn('2029-06-30')).toBe(19_890_00n);
  });

  test('writes its vehicle down month by month, though its income fell due at once', () => {
    const { balances } = postedThrough(paidAtOnce, '2026-03-10');
    // 12,255.50 over 36 months is 340.43 and two cents more, which the first two months take.
    expect(balanceOf(balances, 'depreciation')).toBe(3n * 340_43n + 2n);
    expect(balanceOf(balances, 'vehicle-under-lease')).toBe(31_124_19n);
    expect(creditOf(balances, 'lease-income')).toBe(15_000_00n);
  });

  test('is boarded at the book value it would have here', () => {
    for (const terms of [paidAtOnce, financed]) {
      const asOf = date('2026-03-22');
      const boarded = sampleLease(terms, { asOf, billed: 1 });
      const lived = postedThrough(terms, asOf);
      for (const account of ['vehicle-under-lease', 'net-investment-in-lease'] as const) {
        expect(balanceOf(boarded.balances, account)).toBe(balanceOf(lived.balances, account));
      }
      expect(nextPeriodDay(boarded)).toBe(date('2026-04-10'));
    }
  });

  test('asks for the day on which its next month begins, and for none after the last', () => {
    expect(nextPeriodDay(sampleLease(financed))).toBeNull();
    expect(nextPeriodDay(postedThrough(financed, '2026-01-10'))).toBe(date('2026-02-10'));
    expect(nextPeriodDay(postedThrough(financed, '2028-12-10'))).toBeNull();
    expect(nextPeriodDay(postedThrough(leaseTerms(), '2026-02-10'))).toBeNull();
  });
});
