import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData } from '../../../../tests/house/shared-data.ts';
import { checkTable } from '../../testing/case-table.ts';
import { leaseTerms } from '../../testing/sample-contracts.ts';
import type { LeaseTerms } from '../contract/lease-terms.ts';
import { dollars, parseDollars, sumCents } from '../money/cents.ts';
import { roundHalfUp } from '../money/round.ts';
import { addDays, date, daysBetween, partsOf } from '../time/calendar.ts';
import { adjustedLeaseBalance, leaseSchedule } from './lease-balance.ts';
import { leaseMaturityDate, periodStart } from './lease-calendar.ts';
import { basePayment, RATE_SCALE } from './pricing.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

const timing = fc.constantFrom<LeaseTerms['timing']>('advance', 'arrears', 'single-payment');
const between = fc.constantFrom<LeaseTerms['betweenDueDates']>('pro-rata', 'period');

/** Leases priced by money factor; paid all at once, part of the residual value is the rent. */
const anyTerms = fc
  .record({
    timing,
    betweenDueDates: between,
    cost: fc.bigInt({ min: 8_000_00n, max: 150_000_00n }),
    residualPercent: fc.bigInt({ min: 20n, max: 85n }),
    termMonths: fc.integer({ min: 6, max: 60 }),
    moneyFactorPpb: fc.bigInt({ min: 100_000n, max: 6_000_000n }),
    start: fc.integer({ min: 0, max: 2_000 }),
  })
  .map(({ cost, residualPercent, start, ...rest }) => {
    const residualValueCents = (cost * residualPercent) / 100n;
    const monthly = basePayment(cost, residualValueCents, rest.termMonths, rest.moneyFactorPpb);
    const rentAtOnce = (residualValueCents * rest.moneyFactorPpb) / 10_000_000n;
    const atOnce = cost - residualValueCents + rentAtOnce;
    const startsOn = addDays(date('2024-01-01'), start);
    return leaseTerms({
      ...rest,
      startsOn,
      dueDay: partsOf(startsOn).day,
      adjustedCapitalizedCostCents: cost,
      residualValueCents,
      basePaymentCents: rest.timing === 'single-payment' ? atOnce : monthly.basePaymentCents,
    });
  });

describe('the constant-yield schedule', () => {
  const federalReserve = leaseTerms({
    adjustedCapitalizedCostCents: 18_800_00n,
    residualValueCents: 12_350_00n,
    termMonths: 48,
    basePaymentCents: 244_69n,
  });

  test('is the Federal Reserve’s, period by period', () => {
    const schedule = leaseSchedule(federalReserve);
    checkTable(read('schedule'), (row) => {
      const period = schedule[row.count('period') - 1];
      return {
        rent: period!.rentCents,
        depreciation: 244_69n - period!.rentCents,
        balance: period!.endBalanceCents,
      };
    });
  });

  test('gives the residue of its roundings to the last period', () => {
    const last = leaseSchedule(federalReserve).at(-1)!;
    const unadjusted = roundHalfUp(last.earningCents * federalReserve.implicitRateE18, RATE_SCALE);
    expect(dollars(last.earningCents + unadjusted)).toBe('12350.05');
    expect(dollars(last.endBalanceCents)).toBe('12350.00');
  });

  test('ends at the residual value and earns exactly what is paid above the depreciation', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const schedule = leaseSchedule(terms);
        const rent = sumCents(schedule.map(({ rentCents }) => rentCents));
        const count = terms.timing === 'single-payment' ? 1n : BigInt(terms.termMonths);
        const paid = count * terms.basePaymentCents;
        const { adjustedCapitalizedCostCents: cost, residualValueCents: residual } = terms;
        expect(schedule).toHaveLength(terms.termMonths);
        expect(schedule.at(-1)?.endBalanceCents).toBe(residual);
        expect(rent).toBe(paid + residual - cost);
      }),
    );
  });

  test('follows the unrounded curve within a cent for every period gone by', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        // The oracle: the same curve in floating point, nothing rounded.
        const rate = Number(terms.implicitRateE18) / 1e18;
        const payment = Number(terms.basePaymentCents);
        let balance = Number(terms.adjustedCapitalizedCostCents);
        for (const { number, endBalanceCents } of leaseSchedule(terms).slice(0, -1)) {
          const first = terms.timing === 'advance' || (terms.timing !== 'arrears' && number === 1);
          balance = (balance - (first ? payment : 0)) * (1 + rate);
          if (terms.timing === 'arrears') balance -= payment;
          expect(Math.abs(Number(endBalanceCents) - balance)).toBeLessThan(0.75 * number + 0.01);
        }
        const last = leaseSchedule(terms).at(-1)!;
        const unrounded = Number(last.earningCents) * rate;
        const slack = 0.75 * terms.termMonths + 0.51;
        expect(Math.abs(Number(last.rentCents) - unrounded)).toBeLessThan(slack);
      }),
    );
  });

  test('is worked out once for terms that never change', () => {
    expect(leaseSchedule(federalReserve)).toBe(leaseSchedule(federalReserve));
  });
});

describe('the adjusted lease balance', () => {
  test('between due dates earns rent by the day or for the whole period', () => {
    checkTable(read('balance'), (row) => {
      const startsOn = row.date('starts');
      const terms = leaseTerms({
        startsOn,
        dueDay: partsOf(startsOn).day,
        adjustedCapitalizedCostCents: row.cents('cost'),
        residualValueCents: row.cents('residual'),
        termMonths: row.count('months'),
        basePaymentCents: row.cents('payment'),
        timing: row.text('timing') as LeaseTerms['timing'],
        betweenDueDates: row.text('between') as LeaseTerms['betweenDueDates'],
      });
      return { balance: adjustedLeaseBalance(terms, row.date('on')).totalCents };
    });
  });

  const anyDay = fc.integer({ min: -40, max: 2_200 });

  test('is the sum of its lines and lies between a period’s beginning and its end', () => {
    fc.assert(
      fc.property(anyTerms, anyDay, (terms, days) => {
        const on = addDays(terms.startsOn, days);
        const { lines, totalCents } = adjustedLeaseBalance(terms, on);
        expect(sumCents(lines.map(({ cents }) => cents))).toBe(totalCents);
        if (on >= leaseMaturityDate(terms)) {
          expect(totalCents).toBe(terms.residualValueCents);
          return;
        }
        const period = leaseSchedule(terms)[Number(lines[0]!.inputs.period) - 1]!;
        expect(on < periodStart(terms, period.number)).toBe(true);
        if (days >= 0) expect(on >= periodStart(terms, period.number - 1)).toBe(true);
        const end = period.earningCents + period.rentCents;
        const [low, high] =
          end < period.earningCents ? [end, period.earningCents] : [period.earningCents, end];
        expect(totalCents >= low && totalCents <= high).toBe(true);
        if (terms.betweenDueDates === 'period') expect(totalCents).toBe(end);
      }),
    );
  });

  test('pro rata never falls within a period and moves by the day’s share', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 0, max: 1_800 }), (some, days) => {
        const terms = leaseTerms({ ...some, betweenDueDates: 'pro-rata' });
        const today = addDays(terms.startsOn, days);
        const tomorrow = addDays(today, 1);
        fc.pre(tomorrow < leaseMaturityDate(terms));
        const a = adjustedLeaseBalance(terms, today);
        const b = adjustedLeaseBalance(terms, tomorrow);
        fc.pre(a.lines[0]!.inputs.period === b.lines[0]!.inputs.period);
        const period = leaseSchedule(terms)[Number(a.lines[0]!.inputs.period) - 1]!;
        fc.pre(period.rentCents >= 0n);
        const length = daysBetween(
          periodStart(terms, period.number - 1),
          periodStart(terms, period.number),
        );
        const step = b.totalCents - a.totalCents;
        expect(step >= 0n && step <= period.rentCents / BigInt(length) + 1n).toBe(true);
      }),
    );
  });

  test('falls by the payment on every due date, after the whole rent is earned', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 1, max: 59 }), (some, k) => {
        const terms = leaseTerms({ ...some, betweenDueDates: 'pro-rata' });
        fc.pre(k < terms.termMonths && terms.timing !== 'single-payment');
        const period = leaseSchedule(terms)[k - 1]!;
        const dueDate = periodStart(terms, k);
        const after = adjustedLeaseBalance(terms, dueDate).totalCents;
        expect(after).toBe(period.earningCents + period.rentCents - terms.basePaymentCents);
      }),
    );
  });
});

describeWithSharedData('the published lease of 18,800.00', (data) => {
  const path = join(data, 'vectors/frb-vehicle-leasing.json');
  type Vector = { id: string; inputs: Record<string, number>; published: Record<string, number> };
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: Vector[] };
  const { inputs, published } = vectors.find(({ id }) => id === 'frb-lease-constant-yield')!;
  const cents = (amount: number | undefined): bigint => parseDollars(amount!.toFixed(2))!;

  test('has its rent charges, depreciation and balances to the cent', () => {
    const terms = leaseTerms({
      adjustedCapitalizedCostCents: cents(inputs.adjustedCapCost),
      residualValueCents: cents(inputs.residual),
      termMonths: inputs.termMonths!,
      basePaymentCents: cents(inputs.baseMonthlyPayment),
    });
    const schedule = leaseSchedule(terms);
    const [first, second] = schedule;
    const payment = terms.basePaymentCents;
    expect(first?.rentCents).toBe(cents(published.firstRentCharge));
    expect(payment - first!.rentCents).toBe(cents(published.firstDepreciation));
    expect(first?.endBalanceCents).toBe(cents(published.balanceAfter1));
    expect(second?.rentCents).toBe(cents(published.secondRentCharge));
    expect(payment - second!.rentCents).toBe(cents(published.secondDepreciation));
    expect(second?.endBalanceCents).toBe(cents(published.balanceAfter2));
    expect(48n * payment).toBe(cents(published.totalBasePayments));
    expect(sumCents(schedule.map(({ rentCents }) => rentCents))).toBe(
      cents(published.fullTermRentCharge),
    );
  });
});
