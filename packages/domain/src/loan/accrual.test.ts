import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../tests/house/shared-data.ts';
import { checkTable } from '../../testing/case-table.ts';
import { loanTerms, sampleLoan } from '../../testing/sample-contracts.ts';
import { parseDollars } from '../money/cents.ts';
import { parsePpb } from '../money/rate.ts';
import { addDays, date, daysBetween } from '../time/calendar.ts';
import type { DayCount } from '../time/day-count.ts';
import {
  perDiemMicros,
  simpleInterest,
  unpostedInterest,
  unpostedInterestLine,
} from './accrual.ts';

const cases = readFileSync(new URL('./cases/interest.txt', import.meta.url), 'utf8');
const anyDay = fc.integer({ min: 0, max: 10_000 }).map((n) => addDays(date('2020-01-01'), n));
const anyPrincipal = fc.bigInt({ min: 0n, max: 500_000_00n });
const anyRate = fc.bigInt({ min: 0n, max: 360_000_000n });

describe('simple interest', () => {
  test('is what the rules of servicing say', () => {
    checkTable(cases, (row) => ({
      interest: simpleInterest(
        row.cents('principal'),
        row.percent('rate'),
        row.text('day count') as DayCount,
        row.date('from'),
        row.date('to'),
      ),
    }));
  });

  test('is rounded once: within half a cent of the exact amount over all its days', () => {
    fc.assert(
      fc.property(
        anyPrincipal,
        anyRate,
        anyDay,
        fc.integer({ min: 0, max: 2_000 }),
        (principal, rate, from, days) => {
          const interest = simpleInterest(principal, rate, 'actual/365', from, addDays(from, days));
          let exact = 0n;
          for (let day = 0; day < days; day += 1) exact += principal * rate;
          const off = 2n * (interest * 365_000_000_000n - exact);
          expect(off <= 365_000_000_000n && off > -365_000_000_000n).toBe(true);
        },
      ),
    );
  });

  test('is nothing for no days, no rate or no principal', () => {
    const on = date('2026-03-01');
    expect(simpleInterest(20_000_00n, 69_900_000n, 'actual/365', on, on)).toBe(0n);
    expect(simpleInterest(20_000_00n, 0n, 'actual/365', on, addDays(on, 30))).toBe(0n);
    expect(simpleInterest(0n, 69_900_000n, 'actual/365', on, addDays(on, 30))).toBe(0n);
    expect(simpleInterest(20_000_00n, 69_900_000n, 'actual/365', on, addDays(on, -1))).toBe(0n);
  });
});

describe('interest not yet posted', () => {
  test('is counted by the day of its own year where the contract counts actual days', () => {
    const perDay = (dayCount: DayCount, on: string) =>
      perDiemMicros(sampleLoan(loanTerms({ dayCount, amountFinancedCents: 20_000_00n })), date(on));
    // 20,000.00 at 6.49 % is 1,298.00 a year: over 365, 366 in 2028, or 360.
    expect(perDay('actual/365', '2028-03-01')).toBe(3_556_164n);
    expect(perDay('actual/actual', '2027-03-01')).toBe(3_556_164n);
    expect(perDay('actual/actual', '2028-03-01')).toBe(3_546_448n);
    expect(perDay('30/360', '2028-03-01')).toBe(3_605_556n);
  });

  test('runs from the day interest was paid through, and bears no interest itself', () => {
    const terms = loanTerms({ annualRatePpb: 69_900_000n });
    const loan = sampleLoan(terms, {
      principalCents: 20_000_00n,
      unpaidInterestCents: 500_00n,
      interestFrom: date('2026-03-01'),
    });
    expect(unpostedInterest(loan, date('2026-03-31'))).toBe(114_90n);
    expect(perDiemMicros(loan, date('2026-03-01'))).toBe(3_830_137n);
    expect(unpostedInterestLine(loan, date('2026-03-31'))).toEqual({
      label: 'interest',
      rule: 'simple-interest',
      inputs: {
        principalCents: '2000000',
        annualRatePpb: '69900000',
        dayCount: 'actual/365',
        from: '2026-03-01',
        to: '2026-03-31',
        days: '30',
      },
      cents: 114_90n,
    });
  });

  test('stops once the loan is charged off', () => {
    const loan = sampleLoan(loanTerms(), { principalCents: 0n, chargedOffCents: 9_000_00n });
    expect(unpostedInterest({ ...loan, status: 'active' }, date('2027-01-01'))).toBe(0n);
    const owed = sampleLoan(loanTerms());
    expect(unpostedInterest({ ...owed, status: 'charged-off' }, date('2027-01-01'))).toBe(0n);
    expect(unpostedInterest(owed, date('2027-01-01'))).toBeGreaterThan(0n);
  });
});

type LoanMonth = {
  assetNumber: string;
  from: string;
  to: string;
  days: number;
  balance: number;
  rate: number;
  interestCollected: number;
};

describeWithSharedData('53 real loan-months', (data) => {
  const path = join(data, 'vectors/real-daily-simple-interest-act365-sample.json');
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: LoanMonth[] };
  const differences = vectors.map(({ balance, rate, from, to, interestCollected }) => {
    const principal = parseDollars(balance.toFixed(2))!;
    const ours = simpleInterest(
      principal,
      parsePpb(`${rate}`)!,
      'actual/365',
      date(from),
      date(to),
    );
    return ours - parseDollars(interestCollected.toFixed(2))!;
  });

  test('accrue what the servicers collected, within one cent, most of them exactly', () => {
    expect(vectors).toHaveLength(53);
    for (const difference of differences) expect([-1n, 0n, 1n]).toContain(difference);
    expect(differences.filter((difference) => difference === 0n).length).toBeGreaterThanOrEqual(35);
  });

  test('count the days as the servicers do', () => {
    for (const { from, to, days } of vectors) expect(daysBetween(date(from), date(to))).toBe(days);
  });
});
