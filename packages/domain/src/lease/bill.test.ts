import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEASE_TERMS, leaseTerms, sampleLease } from '../../testing/sample-contracts.ts';
import type { LeaseContract } from '../contract/contract.ts';
import type { LeaseTerms } from '../contract/lease-terms.ts';
import { begin } from '../contract/record.ts';
import { balanceOf, creditOf } from '../ledger/balances.ts';
import { addDays, date } from '../time/calendar.ts';
import { billDue } from './bill.ts';
import { leaseSchedule } from './lease-balance.ts';
import { leaseMaturityDate, leasePaymentCount } from './lease-calendar.ts';
import { basePayment, implicitRate } from './pricing.ts';

const postedThrough = (lease: LeaseContract, on: string) => billDue(begin(lease), date(on));
const maturity = (terms: LeaseTerms) => leaseMaturityDate(terms);

describe('a lease payment that falls due', () => {
  test('is posted once, effective on its due date, with its tax and who is owed it', () => {
    const step = postedThrough(sampleLease(), '2026-02-09');
    expect(step.entries).toHaveLength(1);
    const [entry] = step.entries;
    expect(entry?.kind).toBe('lease-payment-due');
    expect(entry?.effectiveDate).toBe('2026-01-10');
    expect(entry?.postings).toEqual([
      { debit: 'lease-payments-receivable', credit: 'lease-income', cents: 443_46n },
      { debit: 'depreciation', credit: 'vehicle-under-lease', cents: 340_44n },
      {
        debit: 'tax-receivable',
        credit: 'tax-payable',
        cents: 31_04n,
        tax: {
          jurisdiction: 'CO',
          ratePpb: 70_000_000n,
          taxableCents: 443_46n,
          taxDate: '2026-01-10',
        },
      },
    ]);
    expect(postedThrough(step.contract, '2026-02-09').entries).toEqual([]);
    expect(postedThrough(step.contract, '2026-02-10').entries).toHaveLength(1);
  });

  test('is paid from prepaid money as far as that reaches', () => {
    const step = postedThrough(sampleLease(LEASE_TERMS, { prepaidCents: 600_00n }), '2026-02-10');
    expect(step.entries.map(({ kind }) => kind)).toEqual([
      'lease-payment-due',
      'prepaid-applied',
      'lease-payment-due',
      'prepaid-applied',
    ]);
    expect(balanceOf(step.contract.balances, 'prepaid-lease-payments')).toBe(0n);
    expect(step.contract.facts.open).toHaveLength(1);
    // 125.50 reach the second payment: 8.20 of its tax, rounded down, and 117.30 of its base.
    expect(openBase(step.contract)).toBe(326_16n);
    expect(openTax(step.contract)).toBe(22_84n);
  });

  test('bears no tax where the contract does not tax it', () => {
    const tax = { ...LEASE_TERMS.tax, taxable: [] };
    const step = postedThrough(sampleLease(leaseTerms({ tax })), '2026-01-10');
    expect(balanceOf(step.contract.balances, 'tax-receivable')).toBe(0n);
    expect(step.contract.facts.open[0]?.taxCents).toBe(0n);
  });
});

const openBase = ({ facts }: LeaseContract): bigint =>
  facts.open.reduce((sum, { baseCents }) => sum + baseCents, 0n);
const openTax = ({ facts }: LeaseContract): bigint =>
  facts.open.reduce((sum, { taxCents }) => sum + taxCents, 0n);

/** Leases down to next to no rate, where rounding can outweigh the rent. */
const anyTerms = fc
  .record({
    cost: fc.bigInt({ min: 500_00n, max: 90_000_00n }),
    residualPercent: fc.bigInt({ min: 0n, max: 80n }),
    termMonths: fc.integer({ min: 2, max: 60 }),
    moneyFactorPpb: fc.bigInt({ min: 0n, max: 3_000_000n }),
    timing: fc.constantFrom<LeaseTerms['timing']>('advance', 'arrears', 'single-payment'),
    accounting: fc.constantFrom<LeaseTerms['accounting']>('operating', 'finance'),
  })
  .map(({ cost, residualPercent, ...rest }) => {
    const residual = (cost * residualPercent) / 100n;
    const { basePaymentCents } = basePayment(cost, residual, rest.termMonths, rest.moneyFactorPpb);
    const times = rest.timing === 'single-payment' ? BigInt(rest.termMonths) : 1n;
    const amounts = {
      adjustedCapitalizedCostCents: cost,
      residualValueCents: residual,
      basePaymentCents: (basePaymentCents + 1n) * times,
    };
    return { ...rest, ...amounts };
  })
  .filter(
    (t) =>
      implicitRate(
        t.adjustedCapitalizedCostCents,
        t.basePaymentCents,
        t.residualValueCents,
        t.termMonths,
        t.timing,
      ) !== null,
  )
  .map(leaseTerms);

describe('the books of a lease', () => {
  test('bring the vehicle or the investment down to the residual value at maturity', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const { contract } = billDue(begin(sampleLease(terms)), maturity(terms));
        const account =
          terms.accounting === 'operating' ? 'vehicle-under-lease' : 'net-investment-in-lease';
        expect(balanceOf(contract.balances, account)).toBe(terms.residualValueCents);
        expect(contract.facts.billed).toBe(leasePaymentCount(terms));
      }),
    );
  });

  test('earn the schedule’s rent or the payments themselves', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 0, max: 60 }), (terms, months) => {
        const on = addDays(terms.startsOn, months * 30);
        const { contract } = billDue(begin(sampleLease(terms)), on);
        const { billed, periodsBooked } = contract.facts;
        const rent = leaseSchedule(terms)
          .slice(0, periodsBooked)
          .reduce((sum, { rentCents }) => sum + rentCents, 0n);
        const isOperating = terms.accounting === 'operating';
        const income = isOperating ? terms.basePaymentCents * BigInt(billed) : rent;
        expect(-balanceOf(contract.balances, isOperating ? 'lease-income' : 'rent-income')).toBe(
          income,
        );
        expect(balanceOf(contract.balances, 'lease-payments-receivable')).toBe(openBase(contract));
        expect(balanceOf(contract.balances, 'tax-receivable')).toBe(openTax(contract));
      }),
    );
  });

  test('earn a lease with next to no rate too, to its last cent', () => {
    const terms = leaseTerms({
      adjustedCapitalizedCostCents: 500_00n,
      residualValueCents: 250_00n,
      termMonths: 36,
      basePaymentCents: 6_95n,
      accounting: 'finance',
      tax: { ...LEASE_TERMS.tax, method: 'none' },
    });
    expect(leaseSchedule(terms).at(-1)?.rentCents).toBe(-3n);
    const { contract } = billDue(begin(sampleLease(terms)), maturity(terms));
    expect(balanceOf(contract.balances, 'net-investment-in-lease')).toBe(250_00n);
    expect(creditOf(contract.balances, 'rent-income')).toBe(36n * 6_95n + 250_00n - 500_00n);
  });
});
