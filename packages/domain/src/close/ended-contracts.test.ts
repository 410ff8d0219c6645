import { describe, expect, test } from 'vitest';
import {
  beginLife,
  closeThrough,
  type Life,
  newestPaymentSeq,
  paymentOf,
  payOn,
  post,
} from '../../testing/life.ts';
import { leaseTerms, sampleLease, sampleLoan } from '../../testing/sample-contracts.ts';
import type { Contract } from '../contract/contract.ts';
import type { Outcome } from '../contract/decision.ts';
import type { LeaseStatus, LoanStatus } from '../contract/status.ts';
import { balanceOf, creditOf } from '../ledger/balances.ts';
import { payoffCents } from '../loan/payoff.ts';
import { quotePayoff } from '../loan/quote-payoff.ts';
import { schedulePayment } from '../payment/promise/schedule-payment.ts';
import { receivePayment } from '../payment/receive-payment.ts';
import { reversePayment } from '../payment/reverse-payment.ts';
import { addDays, type BusinessDate, date } from '../time/calendar.ts';
import { closeContract } from './close-contract.ts';
import { nextBusinessDate } from './next-business-date.ts';

/**
 * What may happen to a contract, by its status. The record types make the table complete: a new
 * status or a new event does not compile until it has its cells.
 */
const EVENTS = [
  'customer pays',
  'money arrives',
  'payment promised',
  'payoff quoted',
  'payment comes back',
  'due day closes',
] as const;
type Event = (typeof EVENTS)[number];
type Row = Readonly<Record<Event, string>>;

const LOAN: Readonly<Record<LoanStatus, Row>> = {
  active: {
    'customer pays': 'payment',
    'money arrives': 'payment',
    'payment promised': 'payment-scheduled',
    'payoff quoted': 'payoff-quoted',
    'payment comes back': 'payment-reversed',
    'due day closes': 'term-ended',
  },
  matured: {
    'customer pays': 'payment',
    'money arrives': 'payment',
    'payment promised': 'payment-scheduled',
    'payoff quoted': 'payoff-quoted',
    'payment comes back': 'payment-reversed',
    'due day closes': '-',
  },
  'paid-in-full': {
    'customer pays': 'no: nothing-owed',
    'money arrives': 'payment, owed back',
    'payment promised': 'no: nothing-owed',
    'payoff quoted': 'no: nothing-owed',
    'payment comes back': 'payment-reversed, open again',
    'due day closes': 'money-cleared; loan-closed',
  },
  closed: {
    'customer pays': 'no: nothing-owed',
    'money arrives': 'payment, owed back',
    'payment promised': 'no: nothing-owed',
    'payoff quoted': 'no: nothing-owed',
    'payment comes back': 'payment-reversed, open again',
    'due day closes': '-',
  },
  'charged-off': {
    'customer pays': 'no: contract-charged-off',
    'money arrives': 'payment, a recovery',
    'payment promised': 'no: contract-charged-off',
    'payoff quoted': 'no: contract-charged-off',
    'payment comes back': 'payment-reversed',
    'due day closes': '-',
  },
};

const NO_QUOTE = 'no: quote-not-for-this-contract';
const LEASE: Readonly<Record<LeaseStatus, Row>> = {
  active: {
    'customer pays': 'lease-payment-due; payment',
    'money arrives': 'lease-payment-due; payment',
    'payment promised': 'payment-scheduled',
    'payoff quoted': NO_QUOTE,
    'payment comes back': 'payment-reversed',
    'due day closes': 'lease-payment-due',
  },
  holdover: {
    'customer pays': 'payment',
    'money arrives': 'payment',
    'payment promised': 'payment-scheduled',
    'payoff quoted': NO_QUOTE,
    'payment comes back': 'payment-reversed',
    'due day closes': 'holdover-billed',
  },
  'turned-in': {
    'customer pays': 'payment',
    'money arrives': 'payment',
    'payment promised': 'payment-scheduled',
    'payoff quoted': NO_QUOTE,
    'payment comes back': 'payment-reversed',
    'due day closes': '-',
  },
  bought: {
    'customer pays': 'payment',
    'money arrives': 'payment',
    'payment promised': 'payment-scheduled',
    'payoff quoted': NO_QUOTE,
    'payment comes back': 'payment-reversed',
    'due day closes': '-',
  },
  closed: {
    'customer pays': 'no: nothing-owed',
    'money arrives': 'payment, owed back',
    'payment promised': 'no: nothing-owed',
    'payoff quoted': NO_QUOTE,
    'payment comes back': 'payment-reversed, open again',
    'due day closes': '-',
  },
  'charged-off': {
    'customer pays': 'no: contract-charged-off',
    'money arrives': 'payment, a recovery',
    'payment promised': 'no: contract-charged-off',
    'payoff quoted': NO_QUOTE,
    'payment comes back': 'payment-reversed',
    'due day closes': '-',
  },
};

const on = date('2026-02-10');

/** Each status as it comes about, with a payment behind it that can come back. */
const LOANS: Readonly<Record<LoanStatus, () => Life<Contract>>> = {
  active: () => paid(25_00n),
  matured: () =>
    closeThrough(payOn(beginLife(oneInstallment()), '2026-02-05', 25_00n), '2026-02-15'),
  'paid-in-full': () => paidOff('check'),
  closed: () => closeThrough(paidOff('wire'), '2026-02-05'),
  'charged-off': () =>
    payOn(closeThrough(beginLife(sampleLoan() as Contract), '2026-06-15'), '2026-06-16', 25_00n),
};

const lease = (): Contract => sampleLease(leaseTerms(), { billed: 1, otherFeesCents: 395_00n });
const LEASES: Readonly<Record<LeaseStatus, () => Life<Contract>>> = {
  active: () => closeThrough(payOn(beginLife(lease()), '2026-02-05', 25_00n), '2026-02-09'),
  holdover: () => {
    const one = leaseTerms({
      termMonths: 1,
      basePaymentCents: 12_000_00n,
      residualValueCents: 21_000_00n,
    });
    const ended = sampleLease(one, { billed: 1, otherFeesCents: 395_00n });
    return closeThrough(payOn(beginLife(ended), '2026-02-05', 25_00n), '2026-02-10');
  },
  'turned-in': () => as(payOn(beginLife(lease()), '2026-02-05', 25_00n), 'turned-in'),
  bought: () => as(payOn(beginLife(lease()), '2026-02-05', 25_00n), 'bought'),
  closed: () => {
    const settled = as(
      payOn(beginLife(sampleLease(leaseTerms(), { billed: 1 })), '2026-02-05', 25_00n),
      'closed',
    );
    return settled;
  },
  'charged-off': () => payOn(closeThrough(beginLife(lease()), '2026-06-30'), '2026-07-01', 25_00n),
};

function oneInstallment(): Contract {
  const { terms } = sampleLoan();
  const [segment] = terms.schedule.segments;
  const schedule = { ...terms.schedule, segments: [{ ...segment, count: 1 }] as const };
  return sampleLoan({ ...terms, schedule });
}

function paid(cents: bigint): Life<Contract> {
  return payOn(beginLife(oneInstallment()), '2026-02-05', cents);
}

function paidOff(channel: 'check' | 'wire'): Life<Contract> {
  const life = closeThrough(beginLife(sampleLoan() as Contract), '2026-02-04');
  const payoff = payoffCents(life.contract as never, date('2026-02-05'));
  return post(life, paymentOf(payoff, '2026-02-05', { channel }));
}

function as(life: Life<Contract>, status: LoanStatus | LeaseStatus): Life<Contract> {
  return { ...life, contract: { ...life.contract, status } as Contract };
}

function outcomeOf(life: Life<Contract>, event: Event): string {
  const { contract, businessDate, history } = life;
  const money = (source: 'customer' | 'arrived') =>
    receivePayment(contract, paymentOf(10_00n, businessDate, { source }), businessDate, history);
  switch (event) {
    case 'customer pays':
      return said(contract, money('customer'));
    case 'money arrives':
      return said(contract, money('arrived'));
    case 'payment promised': {
      const promise = {
        scheduleId: 'p',
        amountCents: 10_00n,
        on: addDays(businessDate, 3),
        purpose: 'regular' as const,
        channel: 'bank-debit' as const,
        methodId: 'm',
      };
      return said(contract, schedulePayment(contract, promise, businessDate));
    }
    case 'payoff quoted':
      return said(contract, quotePayoff(contract, businessDate, businessDate));
    case 'payment comes back': {
      const command = { paymentSeq: newestPaymentSeq(life), reason: 'r01' };
      return said(contract, reversePayment(contract, command, businessDate, history));
    }
    case 'due day closes':
      return kindsOf(closeContract(contract, { on: dueDayOf(contract, businessDate) })) || '-';
  }
}

/** The day on which something would fall due next if the contract still ran. */
function dueDayOf(contract: Contract, open: BusinessDate): BusinessDate {
  if (contract.product === 'loan') return open > date('2026-02-15') ? open : date('2026-02-15');
  return open > on ? open : on;
}

const kindsOf = (outcome: Outcome): string =>
  outcome.outcome === 'decided'
    ? [...new Set(outcome.entries.map(({ kind }) => kind))].join('; ')
    : outcome.outcome;

function said(before: Contract, outcome: Outcome): string {
  if (outcome.outcome === 'refused') return `no: ${outcome.code}`;
  if (outcome.outcome !== 'decided') return outcome.outcome;
  const after = outcome.entries.at(-1)!.after;
  const kinds = outcome.entries.map(({ kind }) => kind);
  const isBack = kinds.includes('payment-reversed');
  const main = isBack
    ? 'payment-reversed'
    : [...new Set(kinds)].filter((k) => k !== 'late-fee').join('; ');
  if (isBack) return after.status === before.status ? main : `${main}, open again`;
  const grown = (account: 'unapplied' | 'recoveries') =>
    creditOf(after.balances, account) > creditOf(before.balances, account);
  if (grown('recoveries')) return `${main}, a recovery`;
  return grown('unapplied') ? `${main}, owed back` : main;
}

describe.each(Object.keys(LOAN) as LoanStatus[])('a loan that is %s', (status) => {
  test.each(EVENTS)('when %s', (event) => {
    const life = LOANS[status]();
    expect(life.contract.status).toBe(status);
    expect(outcomeOf(life, event)).toBe(LOAN[status][event]);
  });
});

describe.each(Object.keys(LEASE) as LeaseStatus[])('a lease that is %s', (status) => {
  test.each(EVENTS)('when %s', (event) => {
    const life = LEASES[status]();
    expect(life.contract.status).toBe(status);
    expect(outcomeOf(life, event)).toBe(LEASE[status][event]);
  });
});

describe('a lease whose car is back', () => {
  // BL-06: returned in October with 395.00 of fees open; a check of 395.00 came on Nov 20.
  const terms = leaseTerms({ startsOn: date('2025-03-15'), dueDay: 15, basePaymentCents: 443_46n });
  const back = sampleLease(terms, {
    asOf: date('2026-10-31'),
    billed: 20,
    otherFeesCents: 395_00n,
    ended: { status: 'turned-in', on: date('2026-10-20'), chargedOffCents: 0n },
  });

  test('pays its fees with what arrives, and no payment falls due any more', () => {
    const life = payOn(beginLife(back), '2026-11-20', 395_00n, { channel: 'check' });
    expect(balanceOf(life.contract.balances, 'other-fees-receivable')).toBe(0n);
    const later = closeThrough(life, '2027-03-31');
    expect(later.history.some(({ kind }) => kind === 'lease-payment-due')).toBe(false);
    expect(later.contract.facts).toMatchObject({ billed: 20, open: [] });
    expect(nextBusinessDate(later.contract, date('2027-04-01'))).toBeNull();
  });

  test('gets back what is too much, and pays nothing ahead', () => {
    const life = payOn(beginLife(back), '2026-11-20', 500_00n);
    const later = closeThrough(life, '2026-11-20').contract;
    expect(creditOf(later.balances, 'prepaid-lease-payments')).toBe(0n);
    expect(creditOf(later.balances, 'refunds-payable')).toBe(105_00n);
  });
});
