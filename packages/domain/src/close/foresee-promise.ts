import type { Contract, ScheduledPayment } from '../contract/contract.ts';
import { type EntryDraft, stateAfter } from '../contract/decision.ts';
import { type Refusal, refuse } from '../contract/refusal.ts';
import { schedulePayment } from '../payment/promise/schedule-payment.ts';
import { standingOn } from '../payment/standing/stand-after.ts';
import type { Standing } from '../payment/standing/standing.ts';
import { addDays, type BusinessDate } from '../time/calendar.ts';
import { closeContract } from './close-contract.ts';
import { nextBusinessDate } from './next-business-date.ts';

export type ForeseenPromise = {
  readonly outcome: 'foreseen';
  /** The payment that draws it; null when nothing will be drawn that day. */
  readonly drawn: EntryDraft | null;
  /** Where the customer stands the day after, if nothing else happens until then. */
  readonly standing: Standing;
};

/** The first day from one on whose close does something; the day itself where none is known. */
function nextDay(contract: Contract, from: BusinessDate): BusinessDate {
  return nextBusinessDate(contract, from) ?? from;
}

/**
 * What a promise will do when its day is closed, if nothing else happens: every day until then is
 * closed by the same rules, so that payments that fall due and late fees are in it.
 */
export function foreseePromise(
  contract: Contract,
  promise: ScheduledPayment,
  businessDate: BusinessDate,
): ForeseenPromise | Refusal {
  const promised = schedulePayment(contract, promise, businessDate);
  if (promised.outcome === 'refused') return promised;
  if (promised.outcome === 'needs-history') return refuse('day-not-open');
  let now = stateAfter(promised, contract);
  let drawn: EntryDraft | null = null;
  for (let on = nextDay(now, businessDate); on <= promise.on; on = nextDay(now, addDays(on, 1))) {
    const isHere = now.facts.promises.some(({ scheduleId }) => scheduleId === promise.scheduleId);
    const closed = closeContract(now, { on });
    now = stateAfter(closed, now);
    const isGone = !now.facts.promises.some(({ scheduleId }) => scheduleId === promise.scheduleId);
    if (isHere && isGone) {
      drawn =
        closed.entries.find(
          ({ kind, after }) =>
            kind === 'payment' &&
            !after.facts.promises.some(({ scheduleId }) => scheduleId === promise.scheduleId),
        ) ?? null;
    }
  }
  return { outcome: 'foreseen', drawn, standing: standingOn(now, addDays(promise.on, 1)) };
}
