/** The odometer once more, one day after the other, in a list that grows as it is asked. */
import { type Day, daysFrom, plusDays } from '../../../../tests/simulator/oracle/days.ts';
import type { LeaseEndTelling } from '../../src/lease-end/ways-out/lease-end-telling.ts';
import { maturityOf, part, whole } from './naive-lease.ts';

type Walked = {
  readonly first: Day;
  /** The odometer of every day from delivery through the last reading. */
  readonly past: readonly number[];
  /** Miles to come after the last reading, by days, before the telling's share is taken of them. */
  readonly toCome: number[];
  readonly more: (days: number) => number;
};

const walks = new WeakMap<LeaseEndTelling, Walked>();

function rounded(miles: number, of: number, outOf: number): number {
  return whole(part(BigInt(miles), of, outOf));
}

/** Readings that never go back, oldest first; of two on one day the higher. */
function believed(c: LeaseEndTelling): { miles: number; on: Day }[] {
  const list = [{ miles: c.terms.mileage.deliveryOdometer, on: c.terms.startsOn as Day }];
  const days = [...new Set(c.readings.map(({ on }) => on as Day))].sort();
  for (const on of days) {
    const miles = Math.max(...c.readings.filter((each) => each.on === on).map((r) => r.miles));
    const before = list[list.length - 1];
    if (before !== undefined && on > before.on && miles >= before.miles) list.push({ miles, on });
  }
  return list;
}

function walk(c: LeaseEndTelling): Walked {
  const readings = believed(c);
  const past: number[] = [readings[0]?.miles ?? 0];
  const gaps: { ends: number; days: number }[] = [];
  for (let at = 1; at < readings.length; at += 1) {
    const from = readings[at - 1] as { miles: number; on: Day };
    const to = readings[at] as { miles: number; on: Day };
    const days = daysFrom(from.on, to.on);
    for (let day = 1; day <= days; day += 1) {
      past.push(from.miles + rounded(to.miles - from.miles, day, days));
    }
    gaps.push({ ends: past.length - 1, days });
  }
  const lastAt = past.length - 1;
  const last = past[lastAt] ?? 0;
  const driven = last - (past[0] ?? 0);
  const isSeason =
    lastAt >= 365 && gaps.every(({ ends, days }) => ends <= lastAt - 365 || days <= 100);
  const term = daysFrom(c.terms.startsOn, maturityOf(c.terms));
  const toCome = [0];
  const more = (days: number): number => {
    if (lastAt < 1) return rounded(c.terms.mileage.allowanceMiles, days, term);
    if (!isSeason) return rounded(driven, days, lastAt);
    // The day of the year before that stands for the last of these days, and the day before it.
    const at = lastAt - 365 + ((days - 1) % 365);
    return (toCome[days - 1] ?? 0) + (past[at + 1] ?? 0) - (past[at] ?? 0);
  };
  return { first: c.terms.startsOn, past, toCome, more };
}

export function naiveOdometer(c: LeaseEndTelling, on: Day): number {
  let walked = walks.get(c);
  if (walked === undefined) {
    walked = walk(c);
    walks.set(c, walked);
  }
  const { past, toCome, first } = walked;
  const at = daysFrom(first, on);
  if (at < past.length) return past[Math.max(0, at)] ?? 0;
  const days = at - (past.length - 1);
  while (toCome.length <= days) toCome.push(walked.more(toCome.length));
  return (past.at(-1) ?? 0) + rounded(toCome[days] ?? 0, c.futureMilesPerMille, 1_000);
}

/** Miles over what is allowed when the allowance counts for so many days, or whole. */
export function naiveExcess(c: LeaseEndTelling, endsOn: Day, isProRata: boolean): number {
  const { allowanceMiles, boughtMiles, deliveryOdometer } = c.terms.mileage;
  const { startsOn } = c.terms;
  const term = daysFrom(startsOn, maturityOf(c.terms));
  const kept = Math.max(0, daysFrom(startsOn, endsOn));
  const allowed = isProRata ? rounded(allowanceMiles, kept, term) : allowanceMiles;
  const over = naiveOdometer(c, endsOn) - deliveryOdometer - allowed - boughtMiles;
  return over > 0 ? over : 0;
}

export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

export function firstReturnDay(c: LeaseEndTelling): Day {
  return later(c.asOf, plusDays(maturityOf(c.terms), -c.policy.windows.turnIn.fromDays));
}
