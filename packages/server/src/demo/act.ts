import { createHash } from 'node:crypto';
import type { Contract, ScheduledPayment } from '@roadbook/domain/contract/contract';
import type { Outcome, RecordedEntry } from '@roadbook/domain/contract/decision';
import type { OdometerReading } from '@roadbook/domain/contract/reading';
import { tellReading } from '@roadbook/domain/lease/reading/tell-reading';
import { payoffCents } from '@roadbook/domain/loan/payoff';
import { schedulePayment } from '@roadbook/domain/payment/promise/schedule-payment';
import { type ReceivePayment, receivePayment } from '@roadbook/domain/payment/receive-payment';
import { reversePayment } from '@roadbook/domain/payment/reverse-payment';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { decideGiveBack, type GiveBackStep } from './give-back-act.ts';

/** One thing that somebody does to a contract on a simulated day. */
export type Act = {
  readonly deal: string;
  readonly assetNumber: string;
  /** The business day on which it is recorded. */
  readonly on: BusinessDate;
  readonly does: Doing;
};

export type Doing =
  | { readonly kind: 'pay'; readonly payment: ReceivePayment }
  /** Pays whatever ends the loan that day. */
  | { readonly kind: 'pay-off'; readonly payment: Omit<ReceivePayment, 'amountCents'> }
  | { readonly kind: 'promise'; readonly scheduled: ScheduledPayment }
  | { readonly kind: 'tell-odometer'; readonly reading: OdometerReading }
  /** A car on its way back: our price, the receipt, the bill and what follows it. */
  | { readonly kind: 'give-back'; readonly step: GiveBackStep }
  /** The bank sends back the payment that was received on a day. */
  | { readonly kind: 'send-back'; readonly receivedOn: BusinessDate; readonly reason: string };

/** The idempotency key: what is done and when, so that a demo that was cut short can go on. */
export function keyOf({ on, does }: Act): string {
  const channel = 'payment' in does ? `:${does.payment.channel}` : '';
  const read = 'reading' in does ? `:${does.reading.on}` : '';
  const step = 'step' in does ? `:${does.step}` : '';
  return `demo:${does.kind}${channel}${read}${step}:${on}`;
}

export function inputHashOf({ does }: Act): Buffer {
  const text = JSON.stringify(does, (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(text).digest();
}

/** Decides an act by the same rules as anybody's: nothing here knows the ledger. */
export function decideAct(
  { does }: Act,
  contract: Contract,
  businessDate: BusinessDate,
  history: readonly RecordedEntry[] | null,
): Outcome {
  switch (does.kind) {
    case 'pay':
      return receivePayment(contract, does.payment, businessDate, history);
    case 'pay-off': {
      if (contract.product !== 'loan') throw new RangeError('only a loan is paid off');
      const amountCents = payoffCents(contract, does.payment.receivedOn);
      return receivePayment(contract, { ...does.payment, amountCents }, businessDate, history);
    }
    case 'promise':
      return schedulePayment(contract, does.scheduled, businessDate);
    case 'tell-odometer':
      return tellReading(contract, { ...does.reading, reason: null }, businessDate);
    case 'give-back':
      return decideGiveBack(does.step, contract, businessDate, history);
    case 'send-back': {
      if (history === null) return { outcome: 'needs-history' };
      const paid = history.find(
        ({ kind, payment }) => kind === 'payment' && payment?.receivedOn === does.receivedOn,
      );
      const paymentSeq = paid?.payment?.paymentSeq ?? 0;
      return reversePayment(contract, { paymentSeq, reason: does.reason }, businessDate, history);
    }
  }
}
