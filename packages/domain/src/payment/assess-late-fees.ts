import type { Contract, LeaseContract } from '../contract/contract.ts';
import { stoppedBy } from '../contract/hold.ts';
import {
  type LateFeeQuestion,
  lateFeeDay,
  lateFeeLine,
  lateFeeOn,
} from '../contract/late-fee-rule.ts';
import { record, type Step } from '../contract/record.ts';
import { feeBaseOf, leaseLateFee, leaseTolerance, openOn } from '../lease/amount-due.ts';
import { leaseDueDate, leasePaymentCount } from '../lease/lease-calendar.ts';
import { taxOn, totalOf } from '../lease/lease-charge.ts';
import { type Posting, posting, postingUnlessZero } from '../ledger/posting.ts';
import { loanLateFeeQuestion } from '../loan/foresee-late-fees.ts';
import { installmentOf } from '../loan/installment.ts';
import type { Cents } from '../money/cents.ts';
import { addDays, type BusinessDate } from '../time/calendar.ts';
import { afterMoney } from './money-in.ts';

/** The next undecided question at or before a day, skipping what was satisfied in time. */
export function nextLateFeeQuestion(contract: Contract, by: BusinessDate): LateFeeQuestion | null {
  const question = firstOpenQuestion(contract, by);
  if (question === null) return null;
  return lateFeeDay(contract.terms.policy, question.dueDate) <= by ? question : null;
}

/** The day at whose close the next late fee is due to be assessed if no more money comes. */
export function nextLateFeeDay(contract: Contract): BusinessDate | null {
  const question = firstOpenQuestion(contract, null);
  return question === null ? null : lateFeeDay(contract.terms.policy, question.dueDate);
}

function firstOpenQuestion(contract: Contract, by: BusinessDate | null): LateFeeQuestion | null {
  if (contract.terms.policy.lateFee === null) return null;
  return contract.product === 'loan' ? loanLateFeeQuestion(contract) : leaseQuestion(contract, by);
}

function leaseQuestion(lease: LeaseContract, by: BusinessDate | null): LateFeeQuestion | null {
  const { terms, facts } = lease;
  if (lease.status !== 'active' && lease.status !== 'holdover') return null;
  const awaited = facts.lateFees.awaited[0];
  if (awaited !== undefined) {
    const dueDate = leaseDueDate(terms, awaited.installment);
    return { number: awaited.installment, dueDate, unpaidCents: awaited.unpaidCents };
  }
  const tolerance = leaseTolerance(lease);
  const open = by === null ? facts.open : openOn(lease, by);
  const late = open.find(
    (each) => each.number > facts.lateFees.decided && totalOf(each) > tolerance,
  );
  if (late !== undefined) {
    return { number: late.number, dueDate: late.dueDate, unpaidCents: feeBaseOf(lease, late) };
  }
  if (by !== null || facts.billed >= leasePaymentCount(terms)) return null;
  const number = Math.max(facts.billed, facts.lateFees.decided) + 1;
  return { number, dueDate: leaseDueDate(terms, number), unpaidCents: terms.basePaymentCents };
}

/**
 * Answers every late fee question whose day has come: a fee once per installment, none where a hold
 * stops fees (the entry then says so). The day's money is in: only the close calls this.
 */
export function assessLateFees<C extends Contract>(step: Step<C>, through: BusinessDate): Step<C> {
  let next = step;
  for (;;) {
    const question = nextLateFeeQuestion(next.contract, through);
    if (question === null) return next;
    next = answer(next, question);
  }
}

function answer<C extends Contract>(step: Step<C>, question: LateFeeQuestion): Step<C> {
  const { contract } = step;
  const { number, dueDate } = question;
  const on = lateFeeDay(contract.terms.policy, dueDate);
  const hold = stoppedBy(contract.holds, 'late-fees', on);
  const feeCents = hold === null ? feeOf(contract, question) : 0n;
  // A fee falls at the close of its day, so money received that day still comes before it.
  const { decided, awaited } = contract.facts.lateFees;
  const shared = {
    lastEffective: afterMoney(contract.facts, addDays(on, 1)).lastEffective,
    lateFees: {
      decided: Math.max(decided, number),
      awaited: awaited.filter((each) => each.installment !== number),
    },
  };
  const data = { installment: number.toString(), feeCents: feeCents.toString() };
  const none = feeCents === 0n;
  const kind = none ? 'late-fee-not-assessed' : 'late-fee-assessed';
  return record(
    step,
    {
      kind: 'late-fee',
      effectiveDate: on,
      postings: none ? [] : feePostings(contract, feeCents, on),
      lines: none ? [] : [lateFeeLine(contract.terms.policy, question, feeCents)],
      events: [{ kind, data: hold === null ? data : { ...data, hold: hold.kind } }],
      messages: none ? [] : [{ topic: 'notice', template: 'late-fee-assessed', data }],
    },
    { shared },
  );
}

function feeOf(contract: Contract, { number, unpaidCents }: LateFeeQuestion): Cents {
  if (contract.product === 'lease') return leaseLateFee(contract, number, unpaidCents);
  const { amountCents } = installmentOf(contract.terms, number);
  return lateFeeOn(contract.terms.policy, amountCents, unpaidCents);
}

function feePostings(contract: Contract, feeCents: Cents, on: BusinessDate): Posting[] {
  const fee = posting('late-fees-receivable', 'fee-income', feeCents);
  if (contract.product === 'loan') return [fee];
  const { tax } = contract.terms;
  const taxCents = taxOn(tax, 'late-fee', feeCents);
  const detail = {
    jurisdiction: tax.jurisdiction,
    ratePpb: tax.ratePpb,
    taxableCents: feeCents,
    taxDate: on,
  };
  return [
    fee,
    ...postingUnlessZero('late-fees-receivable', 'tax-payable', taxCents).map((each) => ({
      ...each,
      tax: detail,
    })),
  ];
}
