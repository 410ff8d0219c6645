import type { CustomerPayment } from '@roadbook/api/schema/payment';
import type { Contract } from '@roadbook/domain/contract/contract';
import { owedBalance } from '@roadbook/domain/contract/owed-balance';
import { loanAmountDue } from '@roadbook/domain/loan/amount-due';
import { schedulePayment } from '@roadbook/domain/payment/promise/schedule-payment';
import { customerRefusal, receivePayment } from '@roadbook/domain/payment/receive-payment';
import { type BusinessDate, date } from '@roadbook/domain/time/calendar';
import type { z } from 'zod';
import { paymentSplit, wireLine } from '../../operation/breakdown.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { refusalProblem } from '../../operation/settle.ts';

type Request = Pick<z.output<typeof CustomerPayment>, 'amountCents' | 'purpose' | 'on'>;

/**
 * What a payment would do, decided by the same rules and written nowhere. A later day is previewed
 * as of that day, if nothing else happens until then.
 */
export function previewOf(contract: Contract, request: Request, today: BusinessDate) {
  const on = date(request.on);
  if (on < today) throw new ProblemError('payment-date-past', { businessDate: today });
  const amountCents = BigInt(request.amountCents);
  const isScheduled = on > today;
  if (isScheduled) refuseSchedule(contract, request, amountCents, today);
  const command = {
    amountCents,
    purpose: request.purpose,
    channel: 'bank-debit' as const,
    source: 'customer' as const,
    methodId: null,
    receivedOn: on,
  };
  const refusal = customerRefusal(contract, command);
  if (refusal !== null) throw refusalProblem(refusal);
  const outcome = receivePayment(contract, command, on, null);
  if (outcome.outcome === 'refused') throw refusalProblem(outcome);
  if (outcome.outcome === 'needs-history') throw new Error('a payment today needs no history');
  const entry = outcome.entries.findLast(({ kind }) => kind === 'payment');
  if (entry === undefined) throw new Error('a payment made no entry');
  return {
    on: on as string,
    isScheduled,
    amountCents: request.amountCents,
    split: paymentSplit(entry.lines.map(wireLine)),
    balanceAfterCents: owedBalance(entry.after).toString(),
    notes: notesOf(contract, entry.after, on, today, amountCents),
  };
}

function refuseSchedule(
  contract: Contract,
  request: Request,
  amountCents: bigint,
  today: BusinessDate,
): void {
  const outcome = schedulePayment(
    contract,
    {
      scheduleId: '',
      amountCents,
      on: date(request.on),
      purpose: request.purpose,
      channel: 'bank-debit',
      methodId: '',
    },
    today,
  );
  if (outcome.outcome === 'refused') throw refusalProblem(outcome);
}

/** What a customer should know before paying: keys of the copy catalogue with their facts. */
function notesOf(
  before: Contract,
  after: Contract,
  on: BusinessDate,
  today: BusinessDate,
  amountCents: bigint,
): { note: string; facts: Record<string, string> }[] {
  const notes: { note: string; facts: Record<string, string> }[] = [];
  if (after.status === 'paid-in-full') notes.push({ note: 'pays-off', facts: {} });
  if (before.product !== 'loan') return notes;
  const due = loanAmountDue(before, today);
  if (due.lateFee !== null && on > due.lateFee.payBy) {
    const { payBy, feeCents } = due.lateFee;
    notes.push({ note: 'after-grace', facts: { payBy, feeCents: feeCents.toString() } });
  }
  const pending = before.facts.promises.filter((each) => each.on >= today);
  for (const { on: day, amountCents: cents } of pending) {
    notes.push({ note: 'other-payment-promised', facts: { on: day, amountCents: `${cents}` } });
  }
  const twin = before.facts.clearing.find((each) => each.amountCents === amountCents);
  if (twin !== undefined) {
    notes.push({ note: 'same-amount-clearing', facts: { amountCents: `${amountCents}` } });
  }
  return notes;
}
