import { type BusinessDate, partsOf } from '@roadbook/domain/time/calendar';
import type { Lender } from '../lender/lender.ts';

/** A clock that stands where it is put, and goes on by a moment each time it is read. */
export type DemoClock = {
  readonly now: () => number;
  /** Noon of a simulated day in the lender's zone, when payments are recorded. */
  readonly toNoon: (day: BusinessDate) => void;
  /** The cut-off of a simulated day, when it is closed. */
  readonly toCutOff: (day: BusinessDate) => void;
};

const STEP_MS = 137;

export function demoClock(lender: Pick<Lender, 'brand' | 'cutOff'>): DemoClock {
  const { timeZone } = lender.brand;
  let nowMs = 0;
  return {
    now: () => {
      nowMs += STEP_MS;
      return nowMs;
    },
    toNoon: (day) => {
      nowMs = momentOf(timeZone, day, '12:00');
    },
    toCutOff: (day) => {
      nowMs = momentOf(timeZone, day, lender.cutOff);
    },
  };
}

/** The moment at which clocks of a zone show a time of day, `HH:MM`, on a day. */
export function momentOf(timeZone: string, on: BusinessDate, time: string): number {
  const { year, month, day } = partsOf(on);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wanted = Date.UTC(year, month - 1, day, hours, minutes);
  // The zone's distance from UTC at a first guess is right but for the hours of a change of clocks.
  const guess = wanted - aheadOfUtc(timeZone, wanted);
  return wanted - aheadOfUtc(timeZone, guess);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function aheadOfUtc(timeZone: string, atMs: number): number {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - atMs;
}

/** Making a format costs a hundred times what using it does. */
function newFormat(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}
