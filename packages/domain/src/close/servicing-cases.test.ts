import { describe, expect, test } from 'vitest';
import {
  beginLife,
  closeThrough,
  decide,
  type Life,
  newestPaymentSeq,
  paymentOf,
  payOn,
  post,
  reverse,
} from '../../testing/life.ts';
import { DEMO_POLICY, loanTerms, sampleLoan } from '../../testing/sample-contracts.ts';
import type { LoanContract } from '../contract/contract.ts';
import type { ServicingPolicy } from '../contract/servicing-policy.ts';
import { balanceOf, creditOf } from '../ledger/balances.ts';
import { loanAmountDue } from '../loan/amount-due.ts';
import type { LoanOpening } from '../loan/board-loan.ts';
import { payoffCents } from '../loan/payoff.ts';
import { payoffAhead } from '../loan/payoff-ahead.ts';
import { quotePayoff } from '../loan/quote-payoff.ts';
import { schedulePayment } from '../payment/promise/schedule-payment.ts';
import { date } from '../time/calendar.ts';

/** Grace of 10 days, 5 % of the unpaid part up to 25.00, checks clear in 10 days, wires at once. */
const policy: ServicingPolicy = {
  ...DEMO_POLICY,
  graceDays: 10,
  lateFee: {
    base: 'unpaid-part',
    withTax: false,
    ratePpb: 50_000_000n,
    flatCents: 0n,
    minimumCents: 0n,
    maximumCents: 25_00n,
  },
  clearingDays: { ...DEMO_POLICY.clearingDays, check: 10, lockbox: 10, wire: 0, integrator: 0 },
};

type Case = Parameters<typeof loanTerms>[0] & {
  readonly opening?: Partial<LoanOpening>;
};

/** 16,000.00 at 6.49 %, 489.04 on the 15th, interest paid to 2026-10-15, cut-off 2026-10-31. */
function boarded({ opening = {}, ...terms }: Case = {}): Life<LoanContract> {
  const loan = sampleLoan(loanTerms({ installmentCents: 489_04n, policy, ...terms }), {
    asOf: date('2026-10-31'),
    principalCents: 16_000_00n,
    interestFrom: date('2026-10-15'),
    satisfiedInstallments: 9,
    ...opening,
  });
  return beginLife(loan);
}

const lateFees = ({ contract }: Life<LoanContract>) =>
  balanceOf(contract.balances, 'late-fees-receivable');
const principal = ({ contract }: Life<LoanContract>) => balanceOf(contract.balances, 'principal');
const check = { channel: 'check' } as const;

describe('cases from other people’s trouble', () => {
  test('BL-18: the last, odd payment is drawn as promised, and no late fee follows', () => {
    const last = {
      firstDueDate: date('2021-12-15'),
      amountFinancedCents: 25_000_00n,
      opening: {
        principalCents: 12_00n,
        interestFrom: date('2026-11-01'),
        satisfiedInstallments: 59,
      },
    };
    let life = closeThrough(boarded(last), '2026-11-01');
    const on = date('2026-11-15');
    const owed = payoffAhead(life.contract, on, life.businessDate).totalCents;
    expect(owed).toBe(12_03n);
    const promise = (amountCents: bigint) => ({
      scheduleId: 'last',
      amountCents,
      on,
      purpose: 'regular' as const,
      channel: 'wire' as const,
      methodId: 'm-1',
    });
    const whole = schedulePayment(life.contract, promise(489_04n), life.businessDate);
    expect(whole).toMatchObject({ code: 'payment-over-payoff', facts: { payoffCents: '1203' } });
    life = decide(life, schedulePayment(life.contract, promise(owed), life.businessDate));
    life = closeThrough(life, '2026-12-31');
    expect([life.contract.status, lateFees(life)]).toEqual(['closed', 0n]);
    expect(life.history.filter(({ kind }) => kind === 'payment')).toHaveLength(1);
    expect(life.history.some(({ kind }) => kind === 'late-fee')).toBe(false);
  });

  test('BL-19: a payoff that comes back opens the loan again, with one late fee', () => {
    let life = boarded({ opening: { principalCents: 1_482_61n } });
    life = payOn(life, '2026-11-03', 1_487_62n, { ...check, purpose: 'payoff' });
    expect(life.contract.status).toBe('paid-in-full');
    life = closeThrough(life, '2026-11-19');
    expect(life.contract.status).toBe('closed');
    life = reverse(life, newestPaymentSeq(life));
    expect([life.contract.status, life.contract.facts.end.on]).toEqual(['active', null]);
    expect(principal(life)).toBe(1_482_61n);
    expect(payoffCents(life.contract, date('2026-11-20'))).toBe(1_492_10n);
    expect(lateFees(closeThrough(life, '2026-11-25'))).toBe(0n);
    expect(lateFees(closeThrough(life, '2026-12-10'))).toBe(24_45n);
  });

  test('BL-21: money posted late with its true date takes its late fee away', () => {
    let life = closeThrough(boarded(), '2026-11-26');
    expect(lateFees(life)).toBe(24_45n);
    life = post(life, paymentOf(489_04n, '2026-11-24', check));
    expect([lateFees(life), principal(life)]).toEqual([0n, 15_624_76n]);
    expect(loanAmountDue(life.contract, date('2026-11-27')).daysPastDue).toBe(0);
  });

  test('BL-23: interest that a payment did not reach bears no interest', () => {
    let life = boarded({
      annualRatePpb: 240_000_000n,
      installmentCents: 500_00n,
      opening: { principalCents: 30_000_00n },
    });
    life = payOn(life, '2026-11-20', 500_00n);
    const unpaid = () => balanceOf(life.contract.balances, 'interest-receivable');
    expect([unpaid(), principal(life)]).toEqual([210_14n, 30_000_00n]);
    life = payOn(life, '2026-11-27', 500_00n);
    expect([unpaid(), principal(life)]).toEqual([0n, 29_848_22n]);
  });

  test.each([
    ['333.34 twice: 3 cents are owed back', 333_34n, 3n, 0n],
    ['a cent short: it is written off at the end', 333_30n, 0n, 1n],
  ])('BL-24: a loan at 0 %%, %s', (_, last, owedBack, writtenOff) => {
    let life = boarded({
      annualRatePpb: 0n,
      amountFinancedCents: 12_000_07n,
      installmentCount: 36,
      firstDueDate: date('2024-01-15'),
      installmentCents: 333_34n,
      opening: { principalCents: 666_65n, satisfiedInstallments: 34 },
    });
    life = payOn(life, '2026-11-15', 333_34n);
    life = payOn(life, '2026-12-15', last);
    life = closeThrough(life, '2026-12-15');
    const { status, balances } = life.contract;
    expect(status).toBe('closed');
    expect(creditOf(balances, 'refunds-payable')).toBe(owedBack);
    expect(balanceOf(balances, 'small-balance-write-off')).toBe(writtenOff);
    expect(balanceOf(balances, 'interest-receivable')).toBe(0n);
  });

  test('BL-29: a late fee is 5 % of what is unpaid, not its ceiling', () => {
    let life = boarded({ installmentCents: 172_40n, opening: { principalCents: 5_000_00n } });
    life = payOn(life, '2026-11-16', 100_00n, check);
    expect(lateFees(closeThrough(life, '2026-11-25'))).toBe(0n);
    expect(lateFees(closeThrough(life, '2026-11-26'))).toBe(3_62n);
  });

  test.each(['payoff', 'regular'] as const)(
    'BL-32: a payoff by mail that is 3.24 short ends the loan, called %s',
    (purpose) => {
      let life = boarded({
        opening: { principalCents: 18_250_42n, interestFrom: date('2026-10-18') },
      });
      life = closeThrough(life, '2026-11-19');
      const outcome = quotePayoff(life.contract, date('2026-11-20'), date('2026-11-20'));
      if (outcome.outcome !== 'decided') throw new Error('a quote');
      const days = outcome.entries[0]?.memo?.days?.split(' ') ?? [];
      expect([days[0], days.at(-1)]).toEqual(['2026-11-20=1835751', '2026-11-30=1841441']);
      life = closeThrough(decide(life, outcome), '2026-11-30');
      expect(payoffCents(life.contract, date('2026-12-01'))).toBe(18_417_65n);
      life = payOn(life, '2026-12-01', 18_414_41n, { channel: 'lockbox', purpose });
      expect(life.contract.status).toBe('paid-in-full');
      expect(balanceOf(life.contract.balances, 'small-balance-write-off')).toBe(3_24n);
    },
  );
});
