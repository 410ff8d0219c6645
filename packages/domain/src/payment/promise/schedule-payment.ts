import type { Contract, ScheduledPayment } from '../../contract/contract.ts';
import type { Outcome } from '../../contract/decision.ts';
import { stoppedBy } from '../../contract/hold.ts';
import { begin } from '../../contract/record.ts';
import { refuse } from '../../contract/refusal.ts';
import { CENTS_MAX } from '../../money/cents.ts';
import { addDays, type BusinessDate } from '../../time/calendar.ts';
import { promiseRefusal } from '../receive-payment.ts';
import { withScheduled } from './promised-payments.ts';

/** Promises a payment for a later day. It is drawn at the close of that day. */
export function schedulePayment(
  contract: Contract,
  scheduled: ScheduledPayment,
  businessDate: BusinessDate,
): Outcome {
  const { amountCents, on, purpose } = scheduled;
  if (amountCents <= 0n) return refuse('amount-not-positive', { amountCents: `${amountCents}` });
  if (amountCents > CENTS_MAX) return refuse('amount-too-large', { maximumCents: `${CENTS_MAX}` });
  if (on <= businessDate) return refuse('schedule-date-not-ahead', { on, businessDate });
  const { promises, promiseDays } = contract.terms.policy.customerLimits;
  const last = addDays(businessDate, promiseDays);
  if (on > last) return refuse('schedule-date-too-far', { on, last });
  const hold = stoppedBy(contract.holds, 'self-service', businessDate);
  if (hold !== null) return refuse('stopped-by-hold', { hold: hold.kind });
  const refusal = promiseRefusal(contract, { amountCents, purpose, receivedOn: on }, businessDate);
  if (refusal !== null) return refusal;
  if (contract.facts.promises.length >= promises) {
    return refuse('too-many-promises', { most: `${promises}` });
  }
  const data = { scheduleId: scheduled.scheduleId, amountCents: `${amountCents}`, on };
  const step = withScheduled(
    begin(contract),
    'payment-scheduled',
    [...contract.facts.promises, scheduled],
    data,
    businessDate,
  );
  return { outcome: 'decided', entries: step.entries, receipt: { ...data, amountCents, purpose } };
}

/** Cancels a promised payment, possible until the close of its day has drawn it. */
export function cancelScheduledPayment(
  contract: Contract,
  scheduleId: string,
  businessDate: BusinessDate,
): Outcome {
  const found = contract.facts.promises.find((each) => each.scheduleId === scheduleId);
  if (found === undefined) return refuse('scheduled-payment-not-found', { scheduleId });
  const data = { scheduleId, amountCents: `${found.amountCents}`, on: found.on };
  const rest = contract.facts.promises.filter((each) => each.scheduleId !== scheduleId);
  const kind = 'scheduled-payment-cancelled';
  const step = withScheduled(begin(contract), kind, rest, data, businessDate);
  return { outcome: 'decided', entries: step.entries, receipt: data };
}
