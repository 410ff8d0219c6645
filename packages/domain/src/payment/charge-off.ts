import type { Contract, LeaseContract, LoanContract } from '../contract/contract.ts';
import { stoppedBy } from '../contract/hold.ts';
import { record, type Step } from '../contract/record.ts';
import { isRunning, nextLeaseStatus, nextLoanStatus } from '../contract/status.ts';
import { oldestOpen } from '../lease/amount-due.ts';
import { balanceOf } from '../ledger/balances.ts';
import { type Posting, postingUnlessZero } from '../ledger/posting.ts';
import { unpostedInterest } from '../loan/accrual.ts';
import { oldestUnsatisfied } from '../loan/amount-due.ts';
import { type Line, line, withoutZeros } from '../money/breakdown.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import { addDays, type BusinessDate, daysBetween, laterOf } from '../time/calendar.ts';
import { afterMoney } from './money-in.ts';
import { skipAllScheduled } from './promise/promised-payments.ts';

/**
 * The day at whose close the contract is charged off if no more money comes: so many days after the
 * oldest unsatisfied due date, or the first day after it on which no hold stops it. Never before
 * `notBefore`; null when no day will come.
 */
export function chargeOffDay(contract: Contract, notBefore: BusinessDate): BusinessDate | null {
  const { chargeOffDays } = contract.terms.policy;
  const oldest = oldestDueDate(contract);
  if (chargeOffDays === null || oldest === null) return null;
  let day = laterOf(addDays(oldest, chargeOffDays), notBefore);
  for (;;) {
    const hold = stoppedBy(contract.holds, 'charge-off', day);
    if (hold === null) return day;
    if (hold.until === null) return null;
    day = hold.until;
  }
}

function oldestDueDate(contract: Contract): BusinessDate | null {
  if (!isRunning(contract.status)) return null;
  return contract.product === 'loan' ? oldestUnsatisfied(contract) : oldestOpen(contract);
}

/**
 * A contract too long past due leaves the books at the close of a day: of a loan principal and
 * interest, of a lease the payments that fell due, with their tax. Fees stay where they are, and so
 * does a leased car, which is still the lessor's. The debt stays owed, later money is recovery.
 */
export function chargeOff<C extends Contract>(step: Step<C>, on: BusinessDate): Step<C>;
export function chargeOff(step: Step<Contract>, on: BusinessDate): Step<Contract> {
  const { contract } = step;
  if (chargeOffDay(contract, on) !== on) return step;
  const { postings, lines } =
    contract.product === 'loan' ? ofLoan(contract, on) : ofLease(contract);
  const cents = sumCents(lines.map((each) => each.cents));
  const daysPastDue = `${daysBetween(oldestDueDate(contract) ?? on, on)}`;
  const data = { daysPastDue, chargedOffCents: `${cents}` };
  const charged = record(
    step,
    {
      kind: 'charged-off',
      effectiveDate: on,
      postings,
      lines: withoutZeros(lines).map((each) => ({ ...each, inputs: { daysPastDue } })),
      events: [{ kind: 'charged-off', data }],
      messages: [{ topic: 'notice', template: 'charged-off', data }],
    },
    afterwards(contract, cents, on),
  );
  return skipAllScheduled(charged, 'charged-off', on);
}

type WhatLeaves = { readonly postings: readonly Posting[]; readonly lines: readonly Line[] };

function ofLoan(loan: LoanContract, on: BusinessDate): WhatLeaves {
  const accrued = unpostedInterest(loan, on);
  const interest = balanceOf(loan.balances, 'interest-receivable') + accrued;
  const principal = balanceOf(loan.balances, 'principal');
  return {
    postings: [
      ...postingUnlessZero('interest-receivable', 'interest-income', accrued),
      ...postingUnlessZero('charged-off', 'principal', principal),
      ...postingUnlessZero('charged-off', 'interest-receivable', interest),
    ],
    lines: [line('principal', 'charged-off', principal), line('interest', 'charged-off', interest)],
  };
}

function ofLease({ balances }: LeaseContract): WhatLeaves {
  const base = balanceOf(balances, 'lease-payments-receivable');
  const tax = balanceOf(balances, 'tax-receivable');
  return {
    postings: [
      ...postingUnlessZero('charged-off', 'lease-payments-receivable', base),
      ...postingUnlessZero('charged-off', 'tax-receivable', tax),
    ],
    lines: [line('base-payment', 'charged-off', base), line('tax', 'charged-off', tax)],
  };
}

function afterwards(
  contract: Contract,
  chargedOffCents: Cents,
  on: BusinessDate,
): Partial<Pick<Contract, 'status' | 'facts'>> {
  // It falls at the close of its day, so money received that day still comes before it.
  const lateFees = { ...contract.facts.lateFees, awaited: [] };
  const ended = { lateFees, end: { on, chargedOffCents } };
  const lastDay = addDays(on, 1);
  if (contract.product === 'loan') {
    const facts = { ...afterMoney(contract.facts, lastDay), ...ended, interestFrom: on };
    return { status: nextLoanStatus(contract.status, 'charged-off'), facts };
  }
  const facts = { ...afterMoney(contract.facts, lastDay), ...ended, open: [] };
  return { status: nextLeaseStatus(contract.status, 'charged-off'), facts };
}
