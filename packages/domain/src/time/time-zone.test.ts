import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, date } from './calendar.ts';
import { DAY_MINUTES, type Moment, utcMoment } from './moment.ts';
import {
  momentFrom,
  momentsAt,
  momentTo,
  parseTimeZone,
  TIME_ZONES,
  type TimeZone,
  wallTime,
} from './time-zone.ts';

/** The time zone data that the machine brings: it shares nothing with the rules here. */
function shownBy(zone: TimeZone): (moment: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (moment) => format.format(moment * 60_000).replace(', ', ' ');
}

const text = (zone: TimeZone, moment: Moment): string => {
  const { on, minutes } = wallTime(zone, moment);
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${on} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** Offsets in minutes by hand, from the tables of the Naval Observatory, without any library. */
const BY_HAND: readonly (readonly [TimeZone, number, number])[] = [
  ['America/New_York', -300, -240],
  ['America/Chicago', -360, -300],
  ['America/Denver', -420, -360],
  ['America/Phoenix', -420, -420],
  ['America/Los_Angeles', -480, -420],
  ['America/Anchorage', -540, -480],
  ['Pacific/Honolulu', -600, -600],
  ['America/Puerto_Rico', -240, -240],
];
/** The Sundays of the changes, from a printed calendar. */
const CHANGES = [
  ['2026-03-08', '2026-11-01'],
  ['2027-03-14', '2027-11-07'],
  ['2028-03-12', '2028-11-05'],
] as const;

describe('every quarter hour across both clock changes in eight zones', () => {
  test.each(BY_HAND)('%s', (zone, winter, summer) => {
    const shown = shownBy(zone);
    for (const [spring, fall] of CHANGES) {
      for (const [day, before, after] of [
        [spring, winter, summer],
        [fall, summer, winter],
      ] as const) {
        // Clocks change at 2:00 by the time that ends.
        const change = utcMoment(date(day), 120 - before);
        const from = utcMoment(addDays(date(day), -1), 0);
        for (let moment = from; moment < from + 3 * DAY_MINUTES; moment = (moment + 15) as Moment) {
          const offset = moment < change ? before : after;
          const { on, minutes } = wallTime(zone, moment);
          expect(utcMoment(on, minutes)).toBe(moment + offset);
          expect(text(zone, moment)).toBe(shown(moment));
          expect(momentsAt(zone, on, minutes)).toContain(moment);
        }
        const skipped = momentsAt(zone, date(spring), 150);
        expect(skipped).toHaveLength(winter === summer ? 1 : 0);
        expect(momentsAt(zone, date(fall), 90)).toHaveLength(winter === summer ? 1 : 2);
      }
    }
  });
});

test('any zone at any moment until 2099 shows what the machine’s own data shows', () => {
  const last = utcMoment(date('2099-12-31'), 0);
  const first = utcMoment(date('2008-01-01'), 0);
  const shown = new Map(TIME_ZONES.map((zone) => [zone, shownBy(zone)]));
  fc.assert(
    fc.property(
      fc.constantFrom(...TIME_ZONES),
      fc.integer({ min: first, max: last }),
      (zone, at) => {
        expect(text(zone, at as Moment)).toBe(shown.get(zone)?.(at));
      },
    ),
  );
});

test('a time that clocks skip is read an hour later, one that comes twice by either end', () => {
  const zone = 'America/Chicago';
  expect(text(zone, momentFrom(zone, date('2027-03-14'), 150))).toBe('2027-03-14 03:30');
  const twice = [momentFrom, momentTo].map((read) => read(zone, date('2027-11-07'), 90));
  expect(twice.map((moment) => text(zone, moment))).toEqual([
    '2027-11-07 01:30',
    '2027-11-07 01:30',
  ]);
  expect((twice[1] ?? 0) - (twice[0] ?? 0)).toBe(60);
});

test('a zone outside the United States is not known', () => {
  expect(parseTimeZone('Europe/Vienna')).toBeNull();
  expect(parseTimeZone('toString')).toBeNull();
});
