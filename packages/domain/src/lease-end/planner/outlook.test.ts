import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateLease, outlookOf } from '../../../testing/lease-end/plans.ts';
import { sampleCase, worth } from '../../../testing/lease-end/sample-case.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { sumCents } from '../../money/cents.ts';
import { addDays, date } from '../../time/calendar.ts';
import { isRefused } from '../lease-end-refusal.ts';
import { odometerOn } from '../ways-out/end-miles.ts';
import type { LeaseEndTelling } from '../ways-out/lease-end-telling.ts';
import { WAYS_OUT, type WayOut, wayOutCost } from '../ways-out/ways-out.ts';
import {
  type CentsRange,
  clearlyCheapest,
  earlyEndCurve,
  type LeaseEndOutlook,
  type WayOutFigure,
  waysOutOn,
} from './outlook.ts';

type Question = { readonly seed: number; readonly at: number };

const anyQuestion: fc.Arbitrary<Question> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  at: fc.nat(9),
});

/** A generated lease and one of its days; null when a stranger's answers are refused. */
function asked({ seed, at }: Question) {
  const given = generateLease(seed);
  return { outlook: outlookOf(given), on: given.dates[at] ?? given.asOf };
}

function wayOf(c: LeaseEndTelling, door: WayOut, on: LeaseEndTelling['asOf']) {
  const way = wayOutCost(c, door, on);
  return isRefused(way) ? null : way;
}

const isInOrder = ({ lowCents, likelyCents, highCents }: CentsRange): boolean =>
  lowCents <= likelyCents && likelyCents <= highCents;

/** Lines that take something off; everything else is charged. */
const CREDITS = [
  'prepaid',
  'deposit',
  'offer',
  'bought-miles-refund',
  'realized-value',
  'cap',
  'unused-rent',
  'unearned-reduction',
];

describe('every door', () => {
  test('adds up to its lines, and ranges from low to high', () => {
    fc.assert(
      fc.property(anyQuestion, (given) => {
        const { outlook, on } = asked(given);
        for (const figure of outlook === null ? [] : waysOutOn(outlook, on)) {
          if (!figure.isOpen) continue;
          const { cash, cashRange, keeps, net } = figure;
          expect(sumCents(cash.lines.map(({ cents }) => cents))).toBe(cash.totalCents);
          expect(cashRange.likelyCents).toBe(cash.totalCents);
          expect(net.likelyCents).toBe(cash.totalCents - (keeps?.likelyCents ?? 0n));
          expect([cashRange, net, keeps ?? net].every(isInOrder)).toBe(true);
        }
      }),
    );
  });

  test('charges nothing below zero, and gives back only what is a credit', () => {
    fc.assert(
      fc.property(anyQuestion, (given) => {
        const { outlook, on } = asked(given);
        for (const figure of outlook === null ? [] : waysOutOn(outlook, on)) {
          if (!figure.isOpen) continue;
          for (const { label, cents } of figure.cash.lines) {
            // Next to no rate, rounding can leave a period a cent or two less than no rent.
            if (label === 'rent-earned') expect(cents).toBeGreaterThan(-60n);
            else expect(CREDITS.includes(label) ? -cents : cents, label).toBeGreaterThanOrEqual(0n);
          }
          if (figure.door !== 'buy') continue;
          expect(figure.keeps === null || figure.keeps.lowCents >= 0n).toBe(true);
        }
      }),
    );
  });

  test('never costs less for more miles on the odometer', () => {
    const more = fc.integer({ min: 1, max: 30_000 });
    fc.assert(
      fc.property(anyQuestion, more, (given, by) => {
        const { outlook, on } = asked(given);
        const c = outlook?.likely;
        if (c === undefined) return;
        const read = (miles: number): LeaseEndTelling => ({
          ...c,
          readings: [...c.readings, { miles, on: c.asOf }],
        });
        const today = odometerOn(c, c.asOf);
        for (const door of WAYS_OUT) {
          const fewer = wayOf(read(today), door, on);
          const higher = wayOf(read(today + by), door, on);
          if (fewer === null || higher === null) continue;
          expect(higher.netCents, door).toBeGreaterThanOrEqual(fewer.netCents);
          // A trade pays less cash the less the car is worth in it; every other door pays more.
          if (door === 'next-vehicle') continue;
          expect(higher.cash.totalCents).toBeGreaterThanOrEqual(fewer.cash.totalCents);
        }
      }),
    );
  });

  test('never costs less for more wear', () => {
    const more = fc.bigInt({ min: 1n, max: 500_000n });
    fc.assert(
      fc.property(anyQuestion, more, (given, by) => {
        const { outlook, on } = asked(given);
        const c = outlook?.likely;
        if (c === undefined) return;
        const worn = { ...c, wearCents: c.wearCents + by };
        for (const door of WAYS_OUT) {
          const today = wayOf(c, door, on)?.netCents ?? 0n;
          expect(wayOf(worn, door, on)?.netCents ?? 0n, door).toBeGreaterThanOrEqual(today);
        }
        const added = (wayOf(worn, 'return', on)?.netCents ?? 0n) - by;
        if (on >= c.asOf) expect(added).toBeGreaterThanOrEqual(wayOf(c, 'return', on)!.netCents);
      }),
    );
  });
});

/** A door with a net range, for what is said of doors side by side. */
function figure(door: WayOut, lowCents: bigint, highCents: bigint, isKnown = true): WayOutFigure {
  const net = { lowCents, likelyCents: lowCents, highCents };
  return {
    door,
    isOpen: true,
    endsOn: date('2029-01-10'),
    cash: { lines: [], totalCents: 0n },
    cashRange: net,
    keeps: isKnown ? { ...net, source: 'offers' } : null,
    net,
  };
}

describe('the cheapest door', () => {
  test('is named only when its highest net is below every other’s lowest', () => {
    const back = figure('return', 10n, 20n);
    expect(clearlyCheapest([back, figure('buy', 21n, 30n)])).toBe('return');
    expect(clearlyCheapest([back, figure('buy', 20n, 30n)])).toBe(null);
    expect(clearlyCheapest([back, figure('buy', -30n, 9n)])).toBe('buy');
    expect(clearlyCheapest([back, figure('buy', 21n, 30n), figure('extend', 15n, 99n)])).toBe(null);
    expect(clearlyCheapest([back])).toBe(null);
    expect(clearlyCheapest([])).toBe(null);
  });

  test('is not named while nobody knows what the car is worth', () => {
    expect(clearlyCheapest([figure('return', 10n, 20n), figure('buy', 21n, 30n, false)])).toBe(
      null,
    );
    const c = sampleCase({ asOf: date('2028-09-01') });
    const outlook = { best: c, likely: c, worst: c };
    expect(clearlyCheapest(waysOutOn(outlook, date('2029-01-10')))).toBe(null);
  });

  test('is never named while its range overlaps another', () => {
    fc.assert(
      fc.property(anyQuestion, (given) => {
        const { outlook, on } = asked(given);
        if (outlook === null) return;
        const figures = waysOutOn(outlook, on);
        const named = clearlyCheapest(figures);
        if (named === null) return;
        const open = figures.filter((each) => each.isOpen);
        const winner = open.find(({ door }) => door === named);
        for (const other of open) {
          if (other === winner) continue;
          expect(other.net.lowCents).toBeGreaterThan(winner!.net.highCents);
        }
      }),
    );
  });
});

describe('the curve of an early end', () => {
  const both = (c: LeaseEndTelling): LeaseEndOutlook => ({ best: c, likely: c, worst: c });

  test('has a point a month from today until maturity', () => {
    const points = earlyEndCurve(both(sampleCase({ valueOn: worth(20_000_00n) })));
    expect(points.map(({ on }) => on)).toEqual([
      '2028-06-01',
      '2028-07-01',
      '2028-08-01',
      '2028-09-01',
      '2028-10-01',
      '2028-11-01',
      '2028-12-01',
      '2029-01-01',
    ]);
    // 22,386.39 and both fees of 600.00, less 20,000.00.
    expect(points[0]?.likelyCents).toBe(2_986_39n);
  });

  test('is empty without a worth, and from maturity on', () => {
    expect(earlyEndCurve(both(sampleCase()))).toEqual([]);
    const asOf = date('2029-01-10');
    expect(earlyEndCurve(both(sampleCase({ asOf, valueOn: worth(1n) })))).toEqual([]);
  });

  test('is what the door costs on each of its days', () => {
    fc.assert(
      fc.property(anyQuestion, (given) => {
        const { outlook } = asked(given);
        if (outlook === null) return;
        const points = earlyEndCurve(outlook);
        for (const { on, ...range } of points.slice(0, 6)) {
          const door = waysOutOn(outlook, on).find((each) => each.door === 'early-end');
          expect(door?.isOpen === true && door.cashRange).toEqual(range);
          expect(on < leaseMaturityDate(outlook.likely.terms)).toBe(true);
        }
        expect(points.every(({ on }) => on >= outlook.likely.asOf)).toBe(true);
        expect(points.length < 2 || points[1]!.on > addDays(points[0]!.on, 27)).toBe(true);
      }),
    );
  });
});
