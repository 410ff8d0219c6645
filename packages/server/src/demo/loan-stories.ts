import { addDays, addMonths } from '@roadbook/domain/time/calendar';
import { namedUuid } from '../platform/database/uuid.ts';
import type { Act } from './act.ts';
import { actOf, ahead, type Payer, pays, regularly } from './payer.ts';

/** A state that some loan must be in on the first day, and how it got there. */
export type LoanStory = {
  readonly name: string;
  /** Days from the first day to one of its due dates; negative before it. */
  readonly dueIn: number;
  /** The named customer it belongs to; any other customer when there is none. */
  readonly owner?: string;
  /** A new car and a borrower in good standing, where the dice should not choose. */
  readonly car?: { readonly model: string; readonly months: number };
  /** Installments from that due date on, itself included. */
  readonly left?: number;
  /** Days after the due date on which the former servicer got each payment. */
  readonly lateBy?: number;
  /** How the former servicer's file says that the loan has ended. */
  readonly ended?: 'paid-off' | 'charged-off';
  readonly acts: (payer: Payer) => readonly Act[];
};

const EXTRA_CENTS = 15_000n;

/** Every state of a loan that the demonstration promises, relative to the first day. */
export const LOAN_STORIES: readonly LoanStory[] = [
  {
    name: 'current',
    owner: 'maya',
    dueIn: 12,
    car: { model: 'Kestrel', months: 60 },
    left: 33,
    acts: regularly,
  },
  { name: 'late-40', owner: 'sam', dueIn: -40, acts: paysUntil(-40) },
  { name: 'paid-ahead-principal-only', owner: 'theo', dueIn: 10, acts: aheadAndPrincipal },
  { name: 'due-tomorrow', owner: 'ines', dueIn: 1, acts: regularly },
  { name: 'late-95', owner: 'oscar', dueIn: -95, acts: paysUntil(-95) },
  { name: 'promised', owner: 'lena', dueIn: 9, acts: promisesNextWeek },
  { name: 'due-today', dueIn: 0, acts: regularly },
  { name: 'in-grace', dueIn: -4, acts: paysUntil(-4) },
  { name: 'late-12', dueIn: -12, acts: paysUntil(-12) },
  { name: 'paid-ahead', dueIn: 17, acts: ahead },
  { name: 'paid-off-last-month', dueIn: 15, acts: paysOff },
  { name: 'charged-off', dueIn: -150, acts: defaultsAndRecovers },
  { name: 'principal-only', dueIn: 6, acts: extraToPrincipal },
  { name: 'returned-payment', dueIn: -52, acts: comesBack },
  { name: 'late-fee-unpaid', dueIn: -44, acts: leavesFee },
  { name: 'nearly-done', dueIn: 8, left: 3, acts: regularly },
  { name: 'matured-owing', dueIn: -6, left: 1, lateBy: 4, acts: paysLateToTheEnd },
  { name: 'boarded-paid-off', dueIn: 20, ended: 'paid-off', acts: () => [] },
  { name: 'boarded-charged-off', dueIn: 5, ended: 'charged-off', acts: () => [] },
];

function paysUntil(days: number): (payer: Payer) => Act[] {
  return (payer) => regularly(payer, undefined, addDays(payer.today, days));
}

function aheadAndPrincipal(payer: Payer): Act[] {
  return [...ahead(payer), ...toPrincipal(payer)];
}

function extraToPrincipal(payer: Payer): Act[] {
  return [...regularly(payer), ...toPrincipal(payer)];
}

function toPrincipal(payer: Payer): Act[] {
  return payer.dueDates
    .map((due) => addDays(due, 5))
    .filter((on) => on < payer.today)
    .map((on) => pays(payer, on, EXTRA_CENTS, { purpose: 'principal-only' }));
}

function promisesNextWeek(payer: Payer): Act[] {
  const { today, amountCents, methodId, assetNumber } = payer;
  const on = addDays(today, 7);
  const scheduled = {
    scheduleId: namedUuid('demo-promise', assetNumber, on),
    amountCents,
    on,
    purpose: 'regular' as const,
    channel: 'bank-debit' as const,
    methodId,
  };
  const promise = actOf(payer, addDays(today, -3), { kind: 'promise', scheduled });
  return [...regularly(payer), promise];
}

/** Pays off on the 15th of last month; the money has cleared before the first day of any month. */
function paysOff(payer: Payer): Act[] {
  const on = addMonths(payer.today, -1, 15);
  const payment = {
    purpose: 'payoff',
    channel: 'bank-debit',
    source: 'customer',
    methodId: payer.methodId,
    receivedOn: on,
  } as const;
  return [...regularly(payer, undefined, on), actOf(payer, on, { kind: 'pay-off', payment })];
}

/** Stops paying, is charged off 120 days later, and a part comes in after that. */
function defaultsAndRecovers(payer: Payer): Act[] {
  const recovery = pays(payer, addDays(payer.today, -9), 42_500n, {
    purpose: 'recovery',
    channel: 'check',
  });
  return [...paysUntil(-150)(payer), recovery];
}

/**
 * A payment within the grace comes back after it: money that came in between is applied again, the
 * late fee that the payment had avoided is due, and a check makes good both.
 */
function comesBack(payer: Payer): Act[] {
  const due = addDays(payer.today, -52);
  const paidOn = addDays(due, 6);
  return [
    ...regularly(payer).filter(({ on }) => on !== due),
    pays(payer, paidOn, payer.amountCents),
    pays(payer, addDays(due, 8), 6_000n, { channel: 'lockbox' }),
    actOf(payer, addDays(due, 13), { kind: 'send-back', receivedOn: paidOn, reason: 'r01' }),
    pays(payer, addDays(due, 18), payer.amountCents, { channel: 'check' }),
  ];
}

/** Pays one installment after its grace and never the fee for it. */
function leavesFee(payer: Payer): Act[] {
  const due = addDays(payer.today, -44);
  return [
    ...regularly(payer).filter(({ on }) => on !== due),
    pays(payer, addDays(due, 14), payer.amountCents),
  ];
}

/** Pays four days late to the end; the interest of those days is what is left at maturity. */
function paysLateToTheEnd(payer: Payer): Act[] {
  return regularly(payer, { channel: 'bank-debit', lateBy: 4 });
}
