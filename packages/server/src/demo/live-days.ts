import { addDays, type BusinessDate } from '@roadbook/domain/time/calendar';
import { contractIdOf } from '../boarding/board-record.ts';
import { openDayOf } from '../book/day/business-day.ts';
import { closeOpenDay } from '../book/day/close-day.ts';
import { createWriter, type Writer } from '../book/write/writer.ts';
import type { Store } from '../platform/database/store.ts';
import { type Act, decideAct, inputHashOf, keyOf } from './act.ts';
import type { DemoClock } from './demo-clock.ts';

export type LivedDays = { readonly days: number; readonly acts: number };

/**
 * Lives from the open day up to `today`: each day's acts through the writer, then the close. Acts
 * have keys, so days that were cut short are lived to their end.
 */
export async function liveDays(
  store: Store,
  clock: DemoClock,
  acts: readonly Act[],
  today: BusinessDate,
  onDay: (day: BusinessDate) => void,
): Promise<LivedDays> {
  const writer = createWriter(store, clock.now);
  let [days, done] = [0, 0];
  let day = await openDayOf(store);
  for (; day !== null && day < today; day = addDays(day, 1)) {
    const todays = acts.filter(({ on }) => on === day);
    clock.toNoon(day);
    await Promise.all(todays.map((act) => perform(writer, act)));
    clock.toCutOff(day);
    await closeOpenDay(store, clock.now);
    days += 1;
    done += todays.length;
    onDay(day);
  }
  return { days, acts: done };
}

/** A refusal means that a story breaks a rule of the trade: that is a defect, not an event. */
async function perform(writer: Writer, act: Act): Promise<void> {
  const result = await writer.run({
    contractId: contractIdOf(act.deal, act.assetNumber),
    key: keyOf(act),
    inputHash: inputHashOf(act),
    decide: (contract, businessDate, history) => decideAct(act, contract, businessDate, history),
  });
  if (result.outcome === 'done') return;
  const why = result.outcome === 'refused' ? result.code : result.outcome;
  throw new Error(`The demonstration cannot ${keyOf(act)} on ${act.assetNumber}: ${why}.`);
}
