import type { Contract, SharedFacts, UnclearedPayment } from '../contract/contract.ts';
import type { Event, Message } from '../contract/decision.ts';
import type { PaymentFact } from '../contract/payment-fact.ts';
import type { Account } from '../ledger/account.ts';
import { addDays, type BusinessDate } from '../time/calendar.ts';

/**
 * Where the money of a payment stands: in transit until its channel's clearing days have passed.
 */
export function debitAccountOf(contract: Contract, payment: PaymentFact): Account {
  return contract.terms.policy.clearingDays[payment.channel] > 0 ? 'payments-in-transit' : 'cash';
}

/**
 * The uncleared list with a new payment on it, if money of its channel has to clear. Money that is
 * applied again is still clearing, or has cleared already: it never goes on the list twice.
 */
export function withUncleared(
  contract: Contract,
  payment: PaymentFact,
  effectiveDate: BusinessDate,
  isFirst: boolean,
): readonly UnclearedPayment[] {
  const days = contract.terms.policy.clearingDays[payment.channel];
  const { clearing } = contract.facts;
  if (days === 0 || !isFirst) return clearing;
  const clearsOn = addDays(effectiveDate, days);
  return [...clearing, { seq: payment.paymentSeq, amountCents: payment.amountCents, clearsOn }];
}

/**
 * What is told and asked for when a payment is first recorded; nothing when it is applied again.
 */
export function paymentNews(
  payment: PaymentFact,
  isFirst: boolean,
): { readonly events: readonly Event[]; readonly messages: readonly Message[] } {
  const amountCents = payment.amountCents.toString();
  const data = { amountCents, paymentSeq: payment.paymentSeq.toString() };
  if (!isFirst) return { events: [{ kind: 'payment-reapplied', data }], messages: [] };
  const debit: Message[] =
    payment.source === 'customer' && payment.methodId !== null
      ? [{ topic: 'gateway', template: 'debit', data: { ...data, methodId: payment.methodId } }]
      : [];
  return {
    events: [{ kind: 'payment-received', data: { ...data, purpose: payment.purpose } }],
    messages: [...debit, { topic: 'notice', template: 'payment-received', data }],
  };
}

/** Facts that every applied payment moves on. */
export function afterMoney<F extends SharedFacts>(facts: F, effectiveDate: BusinessDate): F {
  const lastEffective = effectiveDate > facts.lastEffective ? effectiveDate : facts.lastEffective;
  return { ...facts, lastEffective };
}
