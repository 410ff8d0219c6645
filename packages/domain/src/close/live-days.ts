import { type Decision, stateAfter } from '../contract/decision.ts';
import { addDays, type BusinessDate } from '../time/calendar.ts';
import { closeContract } from './close-contract.ts';
import { nextBusinessDate } from './next-business-date.ts';

/**
 * The opening of a boarded contract and the closes of the days from its cut-off to the day before
 * the open one, in order. What those days imply is decided at once, so money that is received on
 * one of them and posted later finds its place whatever day it is posted.
 */
export function liveDays(opening: Decision, cutOff: BusinessDate, openDay: BusinessDate): Decision {
  const boarded = opening.entries.at(-1)?.after;
  if (boarded === undefined) throw new RangeError('boarding makes an entry');
  let contract = boarded;
  let entries = opening.entries;
  let on = nextBusinessDate(contract, addDays(cutOff, 1));
  while (on !== null && on < openDay) {
    const closed = closeContract(contract, { on });
    entries = [...entries, ...closed.entries];
    contract = stateAfter(closed, contract);
    on = nextBusinessDate(contract, addDays(on, 1));
  }
  return { ...opening, entries };
}
