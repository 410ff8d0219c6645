import type { Contract, LoanContract } from '../contract/contract.ts';
import type { Decision } from '../contract/decision.ts';
import type { TermsChange } from '../contract/loan-terms.ts';
import { begin, record } from '../contract/record.ts';
import {
  dueDateLater,
  isByMonths,
  type MonthRhythm,
  movedFrom,
  nearestDueDate,
} from '../schedule/move-schedule.ts';
import { dueDateIn, installmentCountOf, type Schedule, segmentOf } from '../schedule/schedule.ts';
import { addMonths, type BusinessDate, daysBetween } from '../time/calendar.ts';
import { pastDueCents } from './amount-due.ts';
import { installmentsDueBy } from './installment.ts';

/** What is asked for: another due day, or all payments to come some months later. */
export type ChangeAsked =
  | { readonly kind: 'due-day'; readonly dueDay: number }
  | { readonly kind: 'extension'; readonly months: number };

/** Who decided a change, and why. */
export type ChangeReason = { readonly reason: string; readonly decidedBy: string };

/** Why payments are not moved, with what its sentence needs. */
export type ChangeRefused = {
  readonly outcome: 'not-changed';
  readonly code: ChangeRefusalCode;
  readonly facts: Readonly<Record<string, string>>;
};

export type ChangeRefusalCode =
  | 'only-for-loans'
  | 'contract-ended'
  | 'no-payment-to-come'
  | 'rhythm-without-due-day'
  | 'promise-in-the-way'
  | 'due-day-past-due'
  | 'due-day-as-it-is'
  | 'due-day-too-far'
  | 'extension-over-limit';

/**
 * Moves the payments to come of a loan. What has fallen due stays as it was, and so do all amounts:
 * interest grows with the days, and the last payment takes what is left. The first payment moved is
 * the first that is due after the open day.
 */
export function changeTerms(
  contract: Contract,
  asked: ChangeAsked,
  why: ChangeReason,
  businessDate: BusinessDate,
): Decision | ChangeRefused {
  if (contract.product === 'lease') return refused('only-for-loans');
  const refusal = standingRefusal(contract, businessDate);
  if (refusal !== null) return refusal;
  const { schedule } = contract.terms;
  const number = installmentsDueBy(contract.terms, businessDate) + 1;
  const { rhythm } = segmentOf(schedule, number);
  if (!isByMonths(rhythm)) return refused('rhythm-without-due-day', { every: rhythm.every });
  const place: Place = { number, rhythm, businessDate };
  const moved =
    asked.kind === 'due-day'
      ? movedToDay(contract, asked.dueDay, place)
      : extended(contract, asked.months, place);
  if ('outcome' in moved) return moved;
  return decided(contract, { ...asked, on: businessDate }, moved, why);
}

type Place = {
  readonly number: number;
  readonly rhythm: MonthRhythm;
  readonly businessDate: BusinessDate;
};

function standingRefusal(loan: LoanContract, businessDate: BusinessDate): ChangeRefused | null {
  if (loan.status !== 'active') return refused('contract-ended', { status: loan.status });
  const due = installmentsDueBy(loan.terms, businessDate);
  if (due >= installmentCountOf(loan.terms.schedule)) return refused('no-payment-to-come');
  // A promise was made for the days as they are: it may then be for a payment that is not due.
  const [promise] = loan.facts.promises;
  return promise === undefined ? null : refused('promise-in-the-way', { on: promise.on });
}

function movedToDay(
  loan: LoanContract,
  dueDay: number,
  { number, rhythm, businessDate }: Place,
): Schedule | ChangeRefused {
  const { schedule, policy } = loan.terms;
  if (pastDueCents(loan, businessDate) > 0n) return refused('due-day-past-due');
  if (dueDay === rhythm.dueDay) return refused('due-day-as-it-is', { dueDay: `${dueDay}` });
  const dueDate = dueDateIn(schedule, number);
  const first = nearestDueDate(dueDate, dueDay, businessDate);
  const days = Math.abs(daysBetween(dueDate, first));
  const most = policy.relief.dueDayMoveDays;
  if (days > most) return refused('due-day-too-far', { days: `${days}`, most: `${most}` });
  return movedFrom(schedule, number, first, dueDay);
}

function extended(
  loan: LoanContract,
  months: number,
  { number, rhythm, businessDate }: Place,
): Schedule | ChangeRefused {
  const { relief } = loan.terms.policy;
  const given = (loan.terms.changes ?? []).flatMap((each) =>
    each.kind === 'extension' ? [each] : [],
  );
  const since = addMonths(businessDate, -12);
  const monthsOf = (changes: typeof given): number =>
    changes.reduce((sum, each) => sum + each.months, 0);
  const thisYear = monthsOf(given.filter(({ on }) => on > since));
  const most = Math.min(
    relief.extensionMonthsPerYear - thisYear,
    relief.extensionMonthsInAll - monthsOf(given),
  );
  if (months > most) {
    return refused('extension-over-limit', { months: `${months}`, most: `${Math.max(0, most)}` });
  }
  const first = dueDateLater(loan.terms.schedule, number, months, rhythm.dueDay);
  return movedFrom(loan.terms.schedule, number, first, rhythm.dueDay);
}

function decided(
  loan: LoanContract,
  change: TermsChange,
  schedule: Schedule,
  { reason, decidedBy }: ChangeReason,
): Decision {
  const terms = { ...loan.terms, schedule, changes: [...(loan.terms.changes ?? []), change] };
  const what = change.kind === 'due-day' ? `due-day ${change.dueDay}` : `extend ${change.months}`;
  const data = { change: what };
  const step = record(
    begin(loan),
    {
      kind: 'terms-changed',
      effectiveDate: change.on,
      postings: [],
      memo: { reason, decidedBy, ...data },
      events: [{ kind: 'terms-changed', data }],
      messages: [{ topic: 'notice', template: 'terms-changed', data }],
    },
    { terms },
  );
  return { outcome: 'decided', entries: step.entries, receipt: data };
}

function refused(
  code: ChangeRefusalCode,
  facts: Readonly<Record<string, string>> = {},
): ChangeRefused {
  return { outcome: 'not-changed', code, facts };
}
