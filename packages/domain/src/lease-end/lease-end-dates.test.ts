import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../testing/case-table.ts';
import { PLAIN_POLICY, sampleCase } from '../../testing/lease-end/sample-case.ts';
import { addDays, date } from '../time/calendar.ts';
import { leaseEndDates, nextLeaseEndStep } from './lease-end-dates.ts';
import type { LeaseEndOffer } from './lease-end-policy.ts';
import { typicalPolicyOn } from './typical-policy.ts';
import { firstTurnInDay } from './ways-out/ways-out.ts';

const read = (name: string): string =>
  readFileSync(new URL(`./cases/${name}.txt`, import.meta.url), 'utf8');

const offer = (id: string, until: string): LeaseEndOffer => ({
  id,
  name: id,
  kind: 'loyalty',
  waivesPayments: 0,
  waivesDisposition: true,
  from: date('2028-08-01'),
  until: date(until),
  withinDays: 60,
});

/** Two offers, one of which is over by the middle of October. */
const POLICY = {
  ...PLAIN_POLICY,
  offers: [offer('autumn', '2028-10-12'), offer('winter', '2029-01-10')],
};

describe('the dates of a lease’s end', () => {
  test('follow from the windows of the lender, and the next one from today', () => {
    checkTable(read('dates'), (row) => {
      const c = sampleCase({ asOf: row.date('today'), policy: POLICY });
      const steps = leaseEndDates(c).map(({ kind, on, facts }) => `${kind} ${facts.offer ?? on}`);
      const next = nextLeaseEndStep(c);
      return {
        steps: steps.length,
        next: next?.kind ?? null,
        on: next?.on ?? null,
        offer: next?.facts.offer ?? null,
      };
    });
  });

  test('are these, in order', () => {
    const steps = leaseEndDates(sampleCase({ policy: POLICY }));
    expect(steps.map(({ kind, on }) => `${on} ${kind}`)).toEqual([
      '2028-08-13 centre-opens',
      '2028-10-12 decide',
      '2028-10-12 book-inspection',
      '2028-10-12 offer-ends',
      '2028-11-11 buy-miles-until',
      '2028-11-26 turn-in-from',
      '2028-12-26 inspection-until',
      '2029-01-10 offer-ends',
      '2029-01-10 maturity',
      '2029-02-09 final-bill',
    ]);
  });

  test('are in order whatever the windows are', () => {
    const days = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(days, days, days, days, fc.nat(900), (opens, decide, from, buy, later) => {
        const asOf = addDays(date('2027-01-01'), later);
        const windows = {
          opens,
          decide,
          inspection: { fromDays: from, toDays: 15 },
          turnIn: { fromDays: buy, toDays: 0 },
        };
        const miles = { ...PLAIN_POLICY.miles, buyUntilDays: buy };
        const c = sampleCase({ asOf, policy: { ...POLICY, windows, miles } });
        const steps = leaseEndDates(c).map(({ on }) => on);
        expect(steps).toEqual([...steps].sort());
        const next = nextLeaseEndStep(c);
        expect(next?.on ?? null).toBe(steps.find((on) => on >= asOf) ?? null);
        expect(firstTurnInDay(c) >= asOf).toBe(true);
      }),
    );
  });
});

describe('the usual policy', () => {
  test('is the one in force on the day, and the first one before it', () => {
    expect(typicalPolicyOn(date('2028-01-01')).version).toBe('typical-2026-01');
    expect(typicalPolicyOn(date('2020-01-01')).version).toBe('typical-2026-01');
  });

  test('opens before it closes, and promises nobody else’s offers', () => {
    const { windows, offers, extension } = typicalPolicyOn(date('2028-01-01'));
    expect(windows.opens).toBeGreaterThanOrEqual(windows.decide);
    expect(windows.decide).toBeGreaterThanOrEqual(windows.inspection.fromDays);
    expect(windows.inspection.fromDays).toBeGreaterThan(windows.inspection.toDays);
    expect(windows.turnIn.fromDays).toBeGreaterThan(windows.turnIn.toDays);
    expect(extension.maxMonths).toBeLessThanOrEqual(6);
    expect(offers).toEqual([]);
  });
});
