import type { Contract, ScheduledPayment } from '../../contract/contract.ts';
import { record, type Step } from '../../contract/record.ts';
import type { BusinessDate } from '../../time/calendar.ts';

/** An entry that changes the list of promised payments and nothing else. */
export function withScheduled<C extends Contract>(
  step: Step<C>,
  kind: 'payment-scheduled' | 'scheduled-payment-cancelled' | 'scheduled-payment-skipped',
  scheduled: readonly ScheduledPayment[],
  data: Readonly<Record<string, string>>,
  on: BusinessDate,
): Step<C> {
  return record(
    step,
    {
      kind,
      effectiveDate: on,
      postings: [],
      memo: data,
      events: [{ kind, data }],
      messages: [{ topic: 'notice', template: kind, data }],
    },
    { shared: { promises: scheduled } },
  );
}

/** Ends one promised payment that will not be drawn, and tells the customer why. */
export function skipScheduled<C extends Contract>(
  step: Step<C>,
  { scheduleId, amountCents, on: promisedFor }: ScheduledPayment,
  reason: string,
  on: BusinessDate,
): Step<C> {
  const rest = step.contract.facts.promises.filter((each) => each.scheduleId !== scheduleId);
  const data = { scheduleId, reason, amountCents: `${amountCents}`, on: promisedFor };
  return withScheduled(step, 'scheduled-payment-skipped', rest, data, on);
}

/** Ends every promised payment: the contract has ended, and none of them is wanted any more. */
export function skipAllScheduled<C extends Contract>(
  step: Step<C>,
  reason: 'loan-paid-off' | 'charged-off' | 'car-given-back',
  on: BusinessDate,
): Step<C> {
  let next = step;
  for (const each of step.contract.facts.promises) next = skipScheduled(next, each, reason, on);
  return next;
}
