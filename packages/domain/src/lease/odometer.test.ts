import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { LEASES, readingsOf } from '../../testing/lease-end/sample-case.ts';
import { addDays, date } from '../time/calendar.ts';
import { knownReadings, projectedOdometer, readingsSetAside } from './odometer.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

const terms = LEASES['32145.50'];
const start = terms.startsOn;

/** Readings in order that go up, on some days of two years. */
const anyReadings = fc
  .array(fc.record({ after: fc.integer({ min: 1, max: 120 }), more: fc.nat(4_000) }), {
    maxLength: 12,
  })
  .map((steps) => {
    let at = { miles: 12, on: start };
    return steps.map(({ after, more }) => {
      at = { miles: at.miles + more, on: addDays(at.on, after) };
      return at;
    });
  });

describe('the odometer on any day', () => {
  test('is read, interpolated or projected', () => {
    checkTable(read('odometer'), (row) => {
      const readings = readingsOf(row.list('readings'));
      const found = projectedOdometer(terms, readings, row.count('share'), row.date('on'));
      return { miles: found.miles, method: found.method };
    });
  });

  test('never runs back, and shows what was read on the day it was read', () => {
    fc.assert(
      fc.property(anyReadings, fc.integer({ min: -10, max: 1_500 }), (readings, days) => {
        const on = addDays(start, days);
        const today = projectedOdometer(terms, readings, 1_000, on).miles;
        const next = projectedOdometer(terms, readings, 1_000, addDays(on, 1)).miles;
        expect(next).toBeGreaterThanOrEqual(today);
        for (const { miles, on: readOn } of readings) {
          expect(projectedOdometer(terms, readings, 1_000, readOn).miles).toBe(miles);
        }
      }),
    );
  });

  test('never ends lower for more miles at the last reading, or a larger share to come', () => {
    const by = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(anyReadings, by, fc.nat(1_000), (readings, more, days) => {
        const last = readings.at(-1);
        if (last === undefined) return;
        const on = addDays(last.on, days);
        const higher = [...readings.slice(0, -1), { miles: last.miles + more, on: last.on }];
        const today = projectedOdometer(terms, readings, 1_000, on).miles;
        expect(projectedOdometer(terms, higher, 1_000, on).miles).toBeGreaterThanOrEqual(
          today + more,
        );
        expect(projectedOdometer(terms, readings, 1_100, on).miles).toBeGreaterThanOrEqual(today);
      }),
    );
  });

  test('does not hang on the order in which readings were said', () => {
    fc.assert(
      fc.property(anyReadings, fc.nat(1_400), (readings, days) => {
        const on = addDays(start, days);
        expect(projectedOdometer(terms, readings.toReversed(), 1_000, on)).toEqual(
          projectedOdometer(terms, readings, 1_000, on),
        );
      }),
    );
  });
});

describe('readings that contradict each other', () => {
  // BL-10 as it was found from outside: 140,240 is a slip for 14,024.
  const slip = { miles: 140_240, on: date('2026-09-01') };
  const agreed = [
    { miles: 18_950, on: date('2027-03-01') },
    { miles: 20_020, on: date('2027-04-15') },
  ];

  test('an absurd one does not set aside the true ones after it', () => {
    expect(knownReadings(terms, [slip, ...agreed]).slice(1)).toEqual(agreed);
    expect(readingsSetAside(terms, [slip, ...agreed])).toEqual([slip]);
  });

  test('and of two alone the one nearer to the pace of the allowance is believed', () => {
    expect(knownReadings(terms, [slip, agreed[1]!]).slice(1)).toEqual([agreed[1]]);
    const low = { miles: 2_002, on: date('2027-05-15') };
    expect(knownReadings(terms, [agreed[1]!, low]).slice(1)).toEqual([agreed[1]]);
  });

  test('one before delivery or below its odometer is set aside', () => {
    const early = { miles: 9_000, on: date('2019-01-01') };
    const below = { miles: 3, on: date('2026-06-01') };
    expect(knownReadings(terms, [early, below, ...agreed]).slice(1)).toEqual(agreed);
    expect(readingsSetAside(terms, [early, below, ...agreed])).toEqual([early, below]);
  });

  test('readings that never go back are all believed, whatever one slip among them says', () => {
    const slips = fc.record({ miles: fc.integer({ min: 90_000, max: 999_999 }), day: fc.nat(700) });
    fc.assert(
      fc.property(anyReadings, slips, (readings, { miles, day }) => {
        fc.pre(readings.length >= 2 && (readings.at(-1)?.miles ?? 0) < 60_000);
        const on = addDays(start, day + 1);
        fc.pre(on < readings[readings.length - 2]!.on && readings.every((each) => each.on !== on));
        const known = knownReadings(terms, [...readings, { miles, on }]).slice(1);
        expect(known.length).toBeGreaterThanOrEqual(
          readings.length - readings.filter((r) => r.on < on).length,
        );
        expect(known.at(-1)).toEqual(readings.at(-1));
      }),
    );
  });
});
