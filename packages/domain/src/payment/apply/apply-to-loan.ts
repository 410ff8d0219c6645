import type { AwaitedLateFee, LoanContract, LoanFacts } from '../../contract/contract.ts';
import { lastTimelyDay } from '../../contract/late-fee-rule.ts';
import type { PaymentFact, PaymentPurpose } from '../../contract/payment-fact.ts';
import { amend, record, type Step } from '../../contract/record.ts';
import type { WaterfallLine } from '../../contract/servicing-policy.ts';
import { isRunning } from '../../contract/status.ts';
import { balanceOf } from '../../ledger/balances.ts';
import { postingUnlessZero } from '../../ledger/posting.ts';
import { unpostedInterestLine } from '../../loan/accrual.ts';
import { dueCents } from '../../loan/amount-due.ts';
import {
  countOf,
  dueDateOf,
  installmentsDueBy,
  maturityDateOf,
  scheduledThrough,
} from '../../loan/installment.ts';
import { isQuotedOn } from '../../loan/quoted-days.ts';
import { satisfiedForLateFees, unpaidInstallment } from '../../loan/satisfied.ts';
import { type Line, line } from '../../money/breakdown.ts';
import { atLeastZero, type Cents, minCents } from '../../money/cents.ts';
import type { BusinessDate } from '../../time/calendar.ts';
import { afterMoney, debitAccountOf, paymentNews, withUncleared } from '../money-in.ts';
import { skipAllScheduled } from '../promise/promised-payments.ts';
import { owedCents, paidOff, paidOffNews, writeOffPostings } from '../small-balance.ts';
import { type Poured, pour, pouredLines, pouredPostings, type Slot, takenBy } from './waterfall.ts';

const NEVER_ADVANCES = ['principal-only', 'insurance', 'gap', 'addon-refund', 'recovery'];

/**
 * Applies a payment to a loan on a day: interest to that day first, then the contract's order;
 * after maturity interest, principal, fees. What is left when nothing is owed is unapplied. Once
 * charged off every dollar is a recovery.
 */
export function applyToLoan(
  step: Step<LoanContract>,
  payment: PaymentFact,
  on: BusinessDate,
  kind: 'payment' | 'payment-reapplied',
): Step<LoanContract> {
  const loan = step.contract;
  const isFirst = kind === 'payment';
  const from = debitAccountOf(loan, payment);
  const clearing = withUncleared(loan, payment, on, isFirst);
  const news = paymentNews(payment, isFirst);
  const common = { kind, effectiveDate: on, payment, ...news };
  if (loan.status === 'charged-off') {
    const postings = postingUnlessZero(from, 'recoveries', payment.amountCents);
    const lines = [line('recovery', 'charged-off-recovery', payment.amountCents)];
    const facts = { ...afterMoney(loan.facts, on), clearing };
    return record(step, { ...common, postings, lines }, { facts });
  }
  const obeyed = { ...payment, purpose: purposeOn(loan, payment, on) };
  const interest = unpostedInterestLine(loan, on);
  const poured = pour(payment.amountCents, slotsFor(loan, obeyed, on, interest));
  const postings = [
    ...postingUnlessZero('interest-receivable', 'interest-income', interest.cents),
    ...pouredPostings(from, poured),
    ...postingUnlessZero(from, 'unapplied', poured.leftCents),
  ];
  const lines = [...pouredLines(poured), ...unappliedLine(poured.leftCents)];
  const toFees = takenBy(poured, ['other-fees']);
  const moved = moveInstallments(loan, countedOf(obeyed, poured), toFees, on);
  const facts = { ...moved, clearing, interestFrom: laterInterestFrom(loan, on) };
  const applied = record(step, { ...common, postings, lines }, { facts });
  return finish(applied, obeyed, on);
}

/**
 * The purpose that can be obeyed on the day: principal-only counts as regular while something is
 * due. The payment keeps the purpose it was given, and is asked again whenever it is applied again.
 */
function purposeOn(loan: LoanContract, { purpose }: PaymentFact, on: BusinessDate): PaymentPurpose {
  return purpose === 'principal-only' && dueCents(loan, on) > 0n ? 'regular' : purpose;
}

function laterInterestFrom(loan: LoanContract, on: BusinessDate): BusinessDate {
  return on > loan.facts.interestFrom ? on : loan.facts.interestFrom;
}

function unappliedLine(cents: Cents): Line[] {
  return cents === 0n ? [] : [line('unapplied', 'more-than-owed', cents)];
}

/** The slots of a payment: interest, then by purpose and by whether the loan has matured. */
function slotsFor(
  loan: LoanContract,
  payment: PaymentFact,
  on: BusinessDate,
  interest: Line,
): Slot[] {
  const b = loan.balances;
  const unpaidInterest = balanceOf(b, 'interest-receivable');
  const interestSlots: Slot[] = [
    {
      label: 'unpaid-interest',
      rule: 'interest-first',
      account: 'interest-receivable',
      maxCents: unpaidInterest,
    },
    {
      label: 'interest',
      rule: interest.rule,
      account: 'interest-receivable',
      maxCents: interest.cents,
      inputs: interest.inputs,
    },
  ];
  const paidAsInterest = pour(payment.amountCents, interestSlots);
  const interestPaid = payment.amountCents - paidAsInterest.leftCents;
  const duePrincipal = atLeastZero(dueCents(loan, on) - interestPaid);
  const principal = balanceOf(b, 'principal');
  const due = duePrincipal < principal ? duePrincipal : principal;
  const slots: Record<WaterfallLine, Slot> = {
    'due-principal': {
      label: 'due-principal',
      rule: 'installment-due',
      account: 'principal',
      maxCents: due,
    },
    'other-fees': {
      label: 'other-fees',
      rule: 'fees-unpaid',
      account: 'other-fees-receivable',
      maxCents: balanceOf(b, 'other-fees-receivable'),
    },
    'late-fees': {
      label: 'late-fees',
      rule: 'fees-unpaid',
      account: 'late-fees-receivable',
      maxCents: balanceOf(b, 'late-fees-receivable'),
    },
    principal: {
      label: 'principal',
      rule: payment.purpose === 'principal-only' ? 'principal-only' : 'paid-ahead',
      account: 'principal',
      maxCents: principal - due,
    },
  };
  return [...interestSlots, ...orderFor(loan, payment, on).map((name) => slots[name])];
}

function orderFor(
  loan: LoanContract,
  payment: PaymentFact,
  on: BusinessDate,
): readonly WaterfallLine[] {
  const matured = on > dueDateOf(loan.terms, countOf(loan.terms));
  if (matured || NEVER_ADVANCES.includes(payment.purpose)) {
    return ['due-principal', 'principal', 'other-fees', 'late-fees'];
  }
  return loan.terms.policy.waterfall;
}

/**
 * Counts the money toward installments and keeps what was unpaid of those whose grace is over,
 * where the contract has a late fee that could come of it: money after the grace lowers no fee.
 */
function moveInstallments(
  before: LoanContract,
  counted: Cents,
  toFees: Cents,
  on: BusinessDate,
): LoanFacts {
  const { terms } = before;
  const facts = afterMoney(before.facts, on);
  const paidTowardCents = facts.paidTowardCents + counted;
  const behind = atLeastZero(
    scheduledThrough(terms, installmentsDueBy(terms, on)) - paidTowardCents,
  );
  const feesFirstCents = minCents(facts.feesFirstCents + toFees, behind);
  const moved = { ...facts, paidTowardCents, feesFirstCents };
  if (terms.policy.lateFee === null) return moved;
  const known = facts.lateFees.awaited.at(-1)?.installment ?? facts.lateFees.decided;
  const first = Math.max(satisfiedForLateFees(before), known) + 1;
  const awaited: AwaitedLateFee[] = [];
  for (let number = first; number <= countOf(terms); number += 1) {
    if (on <= lastTimelyDay(terms.policy, dueDateOf(terms, number))) break;
    awaited.push({ installment: number, unpaidCents: unpaidInstallment(before, number, on) });
  }
  const { decided, awaited: earlier } = facts.lateFees;
  return { ...moved, lateFees: { decided, awaited: [...earlier, ...awaited] } };
}

/** The part of a payment that counts toward installments. */
function countedOf(payment: PaymentFact, poured: Poured): Cents {
  if (NEVER_ADVANCES.includes(payment.purpose)) return 0n;
  return takenBy(poured, ['unpaid-interest', 'interest', 'due-principal', 'principal']);
}

/**
 * Ends the loan when nothing is owed. A remainder within the small balance is written off when the
 * money was meant to end the loan: it is called a payoff, it comes while a payoff quote counts, or
 * the last due date has come.
 */
function finish(
  step: Step<LoanContract>,
  payment: PaymentFact,
  on: BusinessDate,
): Step<LoanContract> {
  const loan = step.contract;
  if (!isRunning(loan.status)) return step;
  const left = owedCents(loan);
  const isLast = on >= maturityDateOf(loan.terms);
  const endsIt = payment.purpose === 'payoff' || isLast || isQuotedOn(loan, on);
  if (left > 0n && !(endsIt && left <= loan.terms.policy.smallBalanceCents)) return step;
  const ended = amend(
    step,
    {
      postings: writeOffPostings(loan),
      lines: left === 0n ? [] : [line('written-off', 'small-balance', left)],
      ...paidOffNews(on),
    },
    paidOff(loan, on),
  );
  return skipAllScheduled(ended, 'loan-paid-off', on);
}
