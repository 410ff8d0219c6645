import type { CustomerPayment } from '@roadbook/api/schema/payment';
import { foreseePromise } from '@roadbook/domain/close/foresee-promise';
import type { Contract } from '@roadbook/domain/contract/contract';
import {
  customerRefusal,
  type ReceivePayment,
  receivePayment,
} from '@roadbook/domain/payment/receive-payment';
import { standAfter } from '@roadbook/domain/payment/standing/stand-after';
import { type BusinessDate, date } from '@roadbook/domain/time/calendar';
import type { z } from 'zod';
import { paymentSplit, wireLine } from '../../operation/breakdown.ts';
import { ProblemError } from '../../operation/problem-error.ts';
import { refusalProblem } from '../../operation/settle.ts';
import { wireStanding } from '../../operation/standing.ts';
import { paymentNotes } from './payment-notes.ts';

type Request = Pick<z.output<typeof CustomerPayment>, 'amountCents' | 'purpose' | 'on'>;

/**
 * What a payment would do, decided by the same rules and written nowhere. A promise is foreseen day
 * by day to the close that draws it, as if nothing else happened until then.
 */
export function previewOf(contract: Contract, request: Request, today: BusinessDate) {
  const on = date(request.on);
  if (on < today) throw new ProblemError('payment-date-past', { businessDate: today });
  const seen =
    on > today ? promiseSeen(contract, request, today) : paymentSeen(contract, request, today);
  return {
    on: on as string,
    isScheduled: on > today,
    amountCents: request.amountCents,
    split: paymentSplit(seen.lines.map(wireLine)),
    standing: wireStanding(seen.standing),
    standingOnceDrawn: seen.onceDrawn === null ? null : wireStanding(seen.onceDrawn),
    notes: paymentNotes(contract, { ...request, on, today, lines: seen.lines, after: seen.after }),
  };
}

/** Throws the problem of a payment that would be refused, before the bank is asked for it. */
export function refuseUnpayable(contract: Contract, request: Request, today: BusinessDate): void {
  const on = date(request.on);
  if (on < today) throw new ProblemError('payment-date-past', { businessDate: today });
  if (on > today) {
    promiseSeen(contract, request, today);
    return;
  }
  const outcome = receivePayment(contract, paymentOf(request, today), today, null);
  if (outcome.outcome === 'refused') throw refusalProblem(outcome);
}

function paymentOf(request: Request, today: BusinessDate): ReceivePayment {
  return {
    amountCents: BigInt(request.amountCents),
    purpose: request.purpose,
    channel: 'bank-debit',
    source: 'customer',
    methodId: null,
    receivedOn: today,
  };
}

function paymentSeen(contract: Contract, request: Request, today: BusinessDate) {
  const payment = paymentOf(request, today);
  const stands = standAfter(contract, { kind: 'payment', payment }, today);
  if (stands.outcome === 'refused') throw refusalProblem(stands);
  if (stands.outcome === 'needs-history') throw new Error('a payment today needs no history');
  const { standing, lines } = stands;
  return { lines, standing, onceDrawn: null, after: standing };
}

function promiseSeen(contract: Contract, request: Request, today: BusinessDate) {
  const promise = {
    scheduleId: '',
    amountCents: BigInt(request.amountCents),
    on: date(request.on),
    purpose: request.purpose,
    channel: 'bank-debit' as const,
    methodId: '',
  };
  const stands = standAfter(contract, { kind: 'promise', promise }, today);
  if (stands.outcome === 'refused') throw refusalProblem(stands);
  if (stands.outcome === 'needs-history') throw new Error('a promise needs no history');
  const refusal = customerRefusal(contract, { ...promise, receivedOn: promise.on }, today);
  if (refusal !== null) throw refusalProblem(refusal);
  const foreseen = foreseePromise(contract, promise, today);
  if (foreseen.outcome === 'refused') throw refusalProblem(foreseen);
  const { drawn, standing } = foreseen;
  return {
    lines: drawn?.lines ?? [],
    standing: stands.standing,
    onceDrawn: standing,
    after: standing,
  };
}
