import type { LeaseContract, LoanContract } from '@roadbook/domain/contract/contract';
import { disputedLines } from '@roadbook/domain/contract/give-back';
import { leaseAmountDue } from '@roadbook/domain/lease/amount-due';
import { owedInAll } from '@roadbook/domain/lease/give-back/settled';
import { leaseMaturityDate, leasePaymentsDueBy } from '@roadbook/domain/lease/lease-calendar';
import { mileageStanding } from '@roadbook/domain/lease/mileage';
import { balanceOf, creditOf } from '@roadbook/domain/ledger/balances';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import {
  countOf,
  dueDateOf,
  installmentOf,
  installmentsDueBy,
  maturityDateOf,
} from '@roadbook/domain/loan/installment';
import { payoffCents } from '@roadbook/domain/loan/payoff';
import { satisfiedInstallments } from '@roadbook/domain/loan/satisfied';
import { addDays, addMonths, type BusinessDate, date } from '@roadbook/domain/time/calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type LivedBook,
  type LivedContract,
  liveInMemory,
} from '../../testing/demo/live-in-memory.ts';
import { GIVE_BACK_STORIES, LEASE_STORIES } from './lease-stories.ts';
import { LOAN_STORIES } from './loan-stories.ts';
import { LEASES, LOANS } from './portfolio.ts';

type OfLoan = { loan: LoanContract; today: BusinessDate; lived: LivedContract };
type OfLease = { lease: LeaseContract; today: BusinessDate; lived: LivedContract };

/** What each promised state of a loan means. */
const LOAN_STATES: Record<string, (of: OfLoan) => void> = {
  current: ({ loan, today }) => {
    upToDate(loan, today);
    expect(loanAmountDue(loan, today).nextDueDate).toBe(addDays(today, 12));
  },
  'due-tomorrow': ({ loan, today }) => {
    upToDate(loan, today);
    expect(loanAmountDue(loan, today).nextDueDate).toBe(addDays(today, 1));
  },
  'due-today': ({ loan, today }) => {
    upToDate(loan, today);
    const due = loanAmountDue(loan, today);
    expect([due.nextDueDate, due.nextPaymentCents]).toEqual([
      today,
      installmentOf(loan.terms, 1).amountCents,
    ]);
  },
  'in-grace': ({ loan, today }) => {
    late(loan, today, 4);
    expect(loanAmountDue(loan, today).lateFee?.payBy).toBe(addDays(today, 6));
    expect(loanAmountDue(loan, today).feesCents).toBe(0n);
  },
  'late-12': ({ loan, today }) => {
    late(loan, today, 12);
    expect(loanAmountDue(loan, today).feesCents).toBeGreaterThan(0n);
  },
  'late-40': ({ loan, today }) => late(loan, today, 40),
  'late-95': ({ loan, today }) => late(loan, today, 95),
  'paid-ahead': ({ loan, today }) => paidAhead(loan, today),
  'paid-ahead-principal-only': ({ loan, today, lived }) => {
    paidAhead(loan, today);
    expect(paymentsFor(lived, 'principal-only')).toBeGreaterThan(3);
  },
  'principal-only': ({ loan, today, lived }) => {
    upToDate(loan, today);
    expect(paymentsFor(lived, 'principal-only')).toBeGreaterThan(3);
  },
  promised: ({ loan, today }) => {
    upToDate(loan, today);
    expect(loan.facts.promises.map(({ on }) => on)).toEqual([addDays(today, 7)]);
  },
  'paid-off-last-month': ({ loan, today, lived }) => {
    expect(loan.status).toBe('closed');
    expect(loan.facts.end.on).toBe(addMonths(today, -1, 15));
    expect(payoffCents(loan, today)).toBe(0n);
    expect(paymentsFor(lived, 'payoff')).toBe(1);
  },
  'charged-off': ({ loan, today }) => {
    expect(loan.status).toBe('charged-off');
    expect(loan.facts.end.on).toBe(addDays(today, -30));
    expect(creditOf(loan.balances, 'recoveries')).toBe(42_500n);
    expect(balanceOf(loan.balances, 'principal')).toBe(0n);
  },
  'returned-payment': ({ loan, today, lived }) => {
    const kinds = lived.entries.map(({ kind }) => kind);
    expect(kinds).toContain('payment-reversed');
    expect(kinds).toContain('payment-reapplied');
    expect(kinds).toContain('late-fee');
    upToDate(loan, today);
    expect(loanAmountDue(loan, today).feesCents).toBe(0n);
  },
  'late-fee-unpaid': ({ loan, today }) => {
    upToDate(loan, today);
    expect(loanAmountDue(loan, today).feesCents).toBeGreaterThan(0n);
  },
  'nearly-done': ({ loan, today }) => {
    upToDate(loan, today);
    expect(countOf(loan.terms) - satisfiedInstallments(loan)).toBe(3);
  },
  'matured-owing': ({ loan, today }) => {
    expect([loan.status, maturityDateOf(loan.terms)]).toEqual(['matured', addDays(today, -6)]);
    const owed = payoffCents(loan, today);
    expect(owed).toBeGreaterThan(500n);
    expect(owed).toBeLessThan(installmentOf(loan.terms, 1).amountCents);
    expect(loanAmountDue(loan, today).daysPastDue).toBe(6);
  },
  'boarded-paid-off': ({ loan, today }) => {
    expect([loan.status, loan.facts.end.on]).toEqual(['closed', addDays(today, -185)]);
  },
  'boarded-charged-off': ({ loan, today }) => {
    expect([loan.status, loan.facts.end.on]).toEqual(['charged-off', addDays(today, -185)]);
    expect(loan.facts.end.chargedOffCents).toBeGreaterThan(100_000n);
  },
};

/** What each promised state of a lease means. */
const LEASE_STATES: Record<string, (of: OfLease) => void> = {
  'lease-end-140': (of) => [ends(of, 140), overBy(of, 10)],
  'lease-end-170': (of) => ends(of, 170),
  'lease-end-80': (of) => ends(of, 80),
  'lease-end-20': (of) => ends(of, 20),
  'lease-end-260': (of) => ends(of, 260),
  'lease-end-510': (of) => ends(of, 510),
  'over-on-miles': (of) => overBy(of, 25),
  'under-on-miles': ({ lease, today }) => {
    const { projectedMiles, allowedMiles } = mileageStanding(
      lease.terms,
      lease.facts.readings,
      today,
    );
    expect(projectedMiles).toBeGreaterThan(0);
    expect(projectedMiles).toBeLessThan(allowedMiles * 0.8);
  },
  'matured-yesterday': (of) => {
    expect(of.lease.status).toBe('holdover');
    expect(leaseMaturityDate(of.lease.terms)).toBe(addDays(of.today, -1));
    expect(leaseAmountDue(of.lease, of.today).total.totalCents).toBe(0n);
  },
  'lease-late-12': ({ lease, today }) => {
    const due = leaseAmountDue(lease, today);
    expect([due.daysPastDue, due.feesCents > 0n]).toEqual([12, true]);
  },
  'return-quoted': ({ lease, today }) => {
    expect(lease.status).toBe('active');
    expect(lease.facts.giveBack.quote?.goodThrough).toBe(addDays(today, 11));
  },
  'given-back': ({ lease }) => {
    expect([lease.status, lease.facts.giveBack.bills.length]).toEqual(['turned-in', 0]);
  },
  'billed-disputed': ({ lease }) => {
    expect([lease.status, disputedLines(lease.facts.giveBack).length]).toEqual(['turned-in', 1]);
    expect(owedInAll(lease)).toBeGreaterThan(50_000n);
  },
  'given-back-settled': ({ lease }) => {
    expect([lease.status, owedInAll(lease)]).toEqual(['closed', 0n]);
  },
  'lease-paid-ahead': ({ lease, today }) => {
    const prepaid = creditOf(lease.balances, 'prepaid-lease-payments');
    expect(prepaid).toBe(lease.terms.basePaymentCents * 2n);
    expect(leaseAmountDue(lease, today).nextDueDate).not.toBe(null);
  },
};

function upToDate(loan: LoanContract, today: BusinessDate): void {
  expect([loan.status, loanAmountDue(loan, today).daysPastDue]).toEqual(['active', 0]);
}

function late(loan: LoanContract, today: BusinessDate, days: number): void {
  expect([loan.status, loanAmountDue(loan, today).daysPastDue]).toEqual(['active', days]);
}

function paidAhead(loan: LoanContract, today: BusinessDate): void {
  upToDate(loan, today);
  const due = installmentsDueBy(loan.terms, today);
  expect(satisfiedInstallments(loan)).toBe(due + 2);
  expect(loanAmountDue(loan, today).nextDueDate).toBe(dueDateOf(loan.terms, due + 3));
}

function paymentsFor({ entries }: LivedContract, purpose: string): number {
  return entries.filter(({ kind, payment }) => kind === 'payment' && payment?.purpose === purpose)
    .length;
}

function ends({ lease, today }: OfLease, days: number): void {
  expect(lease.status).toBe('active');
  expect(leaseMaturityDate(lease.terms)).toBe(addDays(today, days));
  expect(leaseAmountDue(lease, today).daysPastDue).toBe(0);
  expect(lease.facts.billed).toBe(leasePaymentsDueBy(lease.terms, addDays(today, -1)));
}

function overBy({ lease, today }: OfLease, percent: number): void {
  const { projectedExcessMiles, allowedMiles } = mileageStanding(
    lease.terms,
    lease.facts.readings,
    today,
  );
  expect(projectedExcessMiles).toBeGreaterThan((allowedMiles * percent) / 100);
}

async function checkDay(seed: string, today: BusinessDate): Promise<LivedBook> {
  const book = await liveInMemory(seed, today);
  expect(book.rejects).toEqual([]);
  expect(book.refused).toEqual([]);
  expect(book.contracts.size).toBe(LOANS + LEASES);
  const all = [...book.contracts.values()];
  for (const [index, { name }] of LOAN_STORIES.entries()) {
    const lived = all[index];
    if (lived?.contract.product !== 'loan') throw new Error(`${name} is no loan`);
    explain(name, today, () =>
      LOAN_STATES[name]?.({ loan: lived.contract, today, lived } as OfLoan),
    );
  }
  const ending = LEASES - GIVE_BACK_STORIES.length;
  const leaseStories = [
    ...LEASE_STORIES.map(({ name }, index) => ({ name, at: LOANS + index })),
    ...GIVE_BACK_STORIES.map(({ name }, index) => ({ name, at: LOANS + ending + index })),
  ];
  for (const { name, at } of leaseStories) {
    const lived = all[at];
    if (lived?.contract.product !== 'lease') throw new Error(`${name} is no lease`);
    const of = { lease: lived.contract, today, lived } as OfLease;
    explain(name, today, () => LEASE_STATES[name]?.(of));
  }
  const ordinary = [
    ...all.slice(LOAN_STORIES.length, LOANS),
    ...all.slice(LOANS + LEASE_STORIES.length, LOANS + ending),
  ];
  for (const { contract } of ordinary) {
    const due =
      contract.product === 'loan'
        ? loanAmountDue(contract, today)
        : leaseAmountDue(contract, today);
    expect(contract.status).toBe('active');
    expect(due.daysPastDue).toBeLessThanOrEqual(contract.terms.policy.graceDays);
    expect(due.feesCents).toBe(0n);
  }
  return book;
}

function explain(name: string, today: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`${name} on ${today}: ${error instanceof Error ? error.message : ''}`);
  }
}

test('every story has a state that is checked', () => {
  expect(LOAN_STORIES.map(({ name }) => name).toSorted()).toEqual(
    Object.keys(LOAN_STATES).toSorted(),
  );
  expect([...LEASE_STORIES, ...GIVE_BACK_STORIES].map(({ name }) => name).toSorted()).toEqual(
    Object.keys(LEASE_STATES).toSorted(),
  );
});

test.each([
  '2026-01-31',
  '2028-02-29',
  '2027-01-01',
  '2026-02-28',
  '2026-03-01',
  '2026-03-31',
  '2026-07-31',
  '2026-08-30',
  '2026-12-31',
  '2028-03-01',
])('every promised state is there when the first day is %s', async (today) => {
  await checkDay('larkspur', date(today));
});

test('every promised state is there on any first day and for any seed', async () => {
  const days = fc.integer({ min: 0, max: 2_500 });
  await fc.assert(
    fc.asyncProperty(days, fc.string(), async (ahead, seed) => {
      await checkDay(seed, addDays(date('2025-01-01'), ahead));
    }),
    { numRuns: 8 },
  );
});

test('nothing breaks when nobody pays for a month after the first day', async () => {
  const today = date('2026-08-31');
  const book = await checkDay('larkspur', today);
  book.liveTo(addDays(today, 31));
  const promised = book.contracts.get('LL-10016')?.contract;
  expect(promised?.facts.promises).toEqual([]);
  expect(book.contracts.get('LL-10013')?.contract.status).toBe('charged-off');
});
