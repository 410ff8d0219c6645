import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import { LEASE_TERMS, sampleLease, sampleLoan } from '../../../testing/sample-contracts.ts';
import { holdsOf } from '../../../testing/sample-hold.ts';
import type { LeaseContract } from '../../contract/contract.ts';
import { type Outcome, stateAfter } from '../../contract/decision.ts';
import { type LeaseReading, READING_REASONS, type ReadingReason } from '../../contract/reading.ts';
import { addDays, date } from '../../time/calendar.ts';
import { mileageStanding } from '../mileage.ts';
import { knownReadings } from '../odometer.ts';
import { MOST_MILES_A_DAY, MOST_READINGS, tellReading } from './tell-reading.ts';

const table = readFileSync(new URL('../cases/tell-reading.txt', import.meta.url), 'utf8');
const today = date('2027-03-01');
const terms = {
  ...LEASE_TERMS,
  startsOn: date('2026-03-01'),
  mileage: { ...LEASE_TERMS.mileage, deliveryOdometer: 12 },
};

function leaseWith(readings: readonly LeaseReading[]): LeaseContract {
  const lease = sampleLease(terms);
  return { ...lease, facts: { ...lease.facts, readings } };
}

function readingIn(text: string): LeaseReading {
  const [who, miles = '', on = ''] = text.split(' ');
  return {
    miles: Number.parseInt(miles, 10),
    on: date(on),
    source: who === 'f' ? 'file' : 'lessee',
    reason: null,
  };
}

function readingsAfter(outcome: Outcome, before: LeaseContract): readonly LeaseReading[] {
  if (outcome.outcome !== 'decided') return [];
  const after = stateAfter(outcome, before);
  return after.product === 'lease' ? after.facts.readings : [];
}

describe('a reading that the lessee tells', () => {
  test('is taken, asked about or refused', () => {
    checkTable(table, (row) => {
      const lease = leaseWith(row.list('before').map(readingIn));
      const reason = READING_REASONS.find((each) => each === row.text('reason')) ?? null;
      const told = { miles: row.count('miles'), on: row.date('on'), reason };
      const outcome = tellReading(lease, told, today);
      const kept = readingsAfter(outcome, lease).map(({ miles }) => miles);
      return {
        outcome: outcome.outcome === 'refused' ? outcome.code : 'taken',
        counted: outcome.outcome === 'decided' ? `${outcome.receipt.counted}` : null,
        kept: kept.length === 0 ? null : kept.join(', '),
      };
    });
  });

  test('is an entry with its source, its day and the reason that was asked for', () => {
    const lease = leaseWith([readingIn('f 110000 2026-12-01')]);
    const told = { miles: 12_400, on: date('2027-02-27'), reason: 'earlier-wrong' } as const;
    const outcome = tellReading(lease, told, today);
    expect(outcome).toMatchObject({
      outcome: 'decided',
      entries: [
        {
          kind: 'odometer-read',
          effectiveDate: today,
          postings: [],
          memo: {
            miles: '12400',
            readOn: '2027-02-27',
            source: 'lessee',
            reason: 'earlier-wrong',
          },
        },
      ],
    });
    expect(readingsAfter(outcome, lease).at(-1)).toEqual({ ...told, source: 'lessee' });
  });

  test('is not for a loan, nor for a lease that has ended or was charged off', () => {
    const told = { miles: 12_400, on: today, reason: null };
    const codeOf = (contract: Parameters<typeof tellReading>[0]) => {
      const outcome = tellReading(contract, told, today);
      return outcome.outcome === 'refused' ? outcome.code : 'taken';
    };
    const lease = leaseWith([]);
    expect(codeOf(sampleLoan())).toBe('reading-not-for-this-contract');
    expect(codeOf({ ...lease, status: 'turned-in' })).toBe('lease-has-ended');
    expect(codeOf({ ...lease, status: 'charged-off' })).toBe('contract-charged-off');
    expect(codeOf({ ...lease, status: 'holdover' })).toBe('taken');
    const held = { ...lease, holds: holdsOf('identity-theft 2026-03-01') };
    expect(codeOf(held)).toBe('stopped-by-hold');
  });

  test('a used car whose first miles nobody told may have more than it can have driven', () => {
    const assumed = [{ term: 'deliveryOdometer', reason: 'used-car-lender-default', value: '10' }];
    const lease = leaseWith([]);
    const used = { ...lease, terms: { ...terms, assumed } };
    const told = { miles: 90_000, on: date('2026-03-10'), reason: null };
    expect(tellReading(used, told, today)).toMatchObject({ code: 'reading-far-ahead' });
    expect(tellReading(lease, told, today)).toMatchObject({ code: 'reading-impossible' });
    const checked = { ...told, reason: 'checked' } as const;
    expect(tellReading(used, checked, today).outcome).toBe('decided');
  });

  test('are kept up to a number, and one can still be corrected', () => {
    const many = Array.from({ length: MOST_READINGS }, (_, index) => ({
      ...readingIn('l 5000 2027-02-28'),
      on: addDays(date('2026-03-02'), index % 360),
      miles: 5_000,
    }));
    const lease = leaseWith(many);
    const told = { miles: 6_000, on: today, reason: null };
    expect(tellReading(lease, told, today)).toMatchObject({ code: 'too-many-readings' });
  });
});

const anyReason = fc.constantFrom<ReadingReason | null>(null, ...READING_REASONS);
const anyTold = fc.record({
  miles: fc.integer({ min: 0, max: 999_999 }),
  on: fc.integer({ min: 1, max: 365 }).map((days) => addDays(terms.startsOn, days)),
  reason: anyReason,
});

test('whatever is told one after another, no money moves and the miles never run back', () => {
  fc.assert(
    fc.property(fc.array(anyTold, { maxLength: 8 }), (all) => {
      let lease = leaseWith([]);
      for (const told of all) {
        const outcome = tellReading(lease, told, today);
        if (outcome.outcome !== 'decided') {
          expect(outcome.outcome).toBe('refused');
          continue;
        }
        const after = stateAfter(outcome, lease) as LeaseContract;
        expect(after.balances).toEqual(lease.balances);
        expect(after.facts.readings).toContainEqual(
          expect.objectContaining({ miles: told.miles, on: told.on, source: 'lessee' }),
        );
        const known = knownReadings(terms, after.facts.readings);
        for (const [at, { miles }] of known.entries()) {
          expect(miles).toBeGreaterThanOrEqual(known[at - 1]?.miles ?? 0);
        }
        lease = after;
      }
      const days = new Set(lease.facts.readings.map(({ on }) => on));
      expect(days.size).toBe(lease.facts.readings.length);
      const { drivenMiles } = mileageStanding(terms, lease.facts.readings, today);
      expect(drivenMiles ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a reading without a reason that is taken is believed, and at a pace of this world', () => {
  fc.assert(
    fc.property(fc.array(anyTold, { maxLength: 6 }), (all) => {
      let lease = leaseWith([]);
      for (const told of all) {
        const outcome = tellReading(lease, { ...told, reason: null }, today);
        if (outcome.outcome !== 'decided') continue;
        expect(outcome.receipt.counted).toBe('yes');
        lease = stateAfter(outcome, lease) as LeaseContract;
      }
      for (const { miles } of lease.facts.readings) {
        expect(miles).toBeLessThanOrEqual(12 + 365 * MOST_MILES_A_DAY);
      }
    }),
  );
});
