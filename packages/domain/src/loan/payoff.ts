import type { LoanContract, UnclearedPayment } from '../contract/contract.ts';
import { balanceOf, creditOf } from '../ledger/balances.ts';
import { type Breakdown, breakdown, type Line, line } from '../money/breakdown.ts';
import type { Cents } from '../money/cents.ts';
import { addDays, type BusinessDate, laterOf } from '../time/calendar.ts';
import { perDiemMicros, unpostedInterest, unpostedInterestLine } from './accrual.ts';
import { type LateFeeToCome, lateFeesToCome } from './foresee-late-fees.ts';

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

/**
 * The payoff of a day ahead, as it will be if no money comes until then: with the late fees that
 * closes before that day assess. What is promised for a day is what is asked for on it.
 */
export function payoffAhead(loan: LoanContract, on: BusinessDate): Breakdown {
  return withFees(loan, on, lateFeesToCome(loan, on));
}

function withFees(
  loan: LoanContract,
  on: BusinessDate,
  coming: readonly LateFeeToCome[],
): Breakdown {
  const fees = coming.filter((fee) => fee.on < on).map((fee) => fee.line);
  return breakdown([...payoff(loan, on).lines, ...fees]);
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

/** The payoff on each day of a stored promise. */
export type PayoffQuote = {
  readonly quotedOn: BusinessDate;
  readonly from: BusinessDate;
  readonly goodThrough: BusinessDate;
  readonly perDiemMicros: bigint;
  readonly days: readonly { readonly on: BusinessDate; readonly payoff: Breakdown }[];
  /** The amounts hold only if these payments are not returned. */
  readonly provided: readonly UnclearedPayment[];
};

/**
 * A payoff for every day from `from` through the good-through date, each from the formula and not
 * from a rounded per diem. Regulation: the amount for a day is never more than what is owed then.
 */
export function payoffQuote(
  loan: LoanContract,
  quotedOn: BusinessDate,
  from: BusinessDate,
): PayoffQuote {
  const start = laterOf(quotedOn, from);
  const goodThrough = addDays(start, loan.terms.policy.quoteDays);
  const days: { on: BusinessDate; payoff: Breakdown }[] = [];
  const coming = lateFeesToCome(loan, goodThrough);
  for (let on = start; on <= goodThrough; on = addDays(on, 1)) {
    days.push({ on, payoff: withFees(loan, on, coming) });
  }
  return {
    quotedOn,
    from: start,
    goodThrough,
    perDiemMicros: perDiemMicros(loan, start),
    days,
    provided: loan.facts.clearing,
  };
}
