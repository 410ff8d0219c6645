import type { LoanContract } from '../contract/contract.ts';
import { balanceOf, creditOf } from '../ledger/balances.ts';
import { type Breakdown, breakdown, type Line, line } from '../money/breakdown.ts';
import type { Cents } from '../money/cents.ts';
import type { BusinessDate } from '../time/calendar.ts';
import { unpostedInterest, unpostedInterestLine } from './accrual.ts';

/**
 * What ends the loan on a day: principal + interest to that day + unpaid fees − unapplied money.
 * Money that is accepted but not cleared is taken as paid; a quote lists it as a condition.
 */
export function payoff(loan: LoanContract, on: BusinessDate): Breakdown {
  const { balances } = loan;
  const lines: Line[] = [line('principal', 'principal-balance', balanceOf(balances, 'principal'))];
  const interest = unpostedInterestLine(loan, on);
  // On the day to which interest is paid there is none: a line of zero would explain nothing.
  if (interest.cents !== 0n) lines.push(interest);
  const more: [string, Cents][] = [
    ['unpaid-interest', balanceOf(balances, 'interest-receivable')],
    ['late-fees', balanceOf(balances, 'late-fees-receivable')],
    ['other-fees', balanceOf(balances, 'other-fees-receivable')],
    ['unapplied', -creditOf(balances, 'unapplied')],
  ];
  for (const [label, cents] of more) {
    if (cents !== 0n) lines.push(line(label, `${label}-balance`, cents));
  }
  return breakdown(lines);
}

/** The payoff's amount alone, for rules that only compare. */
export function payoffCents(loan: LoanContract, on: BusinessDate): Cents {
  return payoffBeforeFees(loan, on) + loanFees(loan);
}

/** The fees that are in the books and unpaid. */
export function loanFees({ balances }: LoanContract): Cents {
  return balanceOf(balances, 'late-fees-receivable') + balanceOf(balances, 'other-fees-receivable');
}

/** The payoff without any fee: what installments can still ask for. */
export function payoffBeforeFees(loan: LoanContract, on: BusinessDate): Cents {
  const b = loan.balances;
  return (
    balanceOf(b, 'principal') +
    balanceOf(b, 'interest-receivable') -
    creditOf(b, 'unapplied') +
    unpostedInterest(loan, on)
  );
}
