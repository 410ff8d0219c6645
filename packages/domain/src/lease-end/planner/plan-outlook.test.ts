import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '../../../testing/case-table.ts';
import { generateLease } from '../../../testing/lease-end/plans.ts';
import { PLAIN_POLICY, THREE_ANSWERS } from '../../../testing/lease-end/sample-case.ts';
import { projectedOdometer } from '../../lease/odometer.ts';
import type { Cents } from '../../money/cents.ts';
import { date } from '../../time/calendar.ts';
import { wayOutOn } from './outlook.ts';
import type { PlanAnswers } from './plan-answers.ts';
import { planOutlook } from './plan-outlook.ts';
import { planTerms } from './plan-terms.ts';
import { type Assumed, TYPICAL_LEASES, typicalLeaseOn } from './typical-lease.ts';

const table = readFileSync(new URL('./cases/told-lease.txt', import.meta.url), 'utf8');
const asOf = date('2028-06-01');
const TELLINGS = ['best', 'likely', 'worst'] as const;

function planned(answers: PlanAnswers, on = asOf) {
  const plan = planOutlook(answers, PLAIN_POLICY, on);
  if (plan.outcome === 'refused') throw new RangeError(JSON.stringify(plan.problems));
  return plan;
}

describe('a stranger’s lease', () => {
  test('has the cost, residual and rate that belong to what was told', () => {
    checkTable(table, (row) => {
      const or = (column: string): Cents | null =>
        row.text(column) === '-' ? null : row.cents(column);
      const told = {
        ...THREE_ANSWERS,
        paymentCents: row.cents('payment'),
        termMonths: row.count('months'),
        residualCents: or('residual'),
        adjustedCapitalizedCostCents: or('cost'),
      };
      const found = TELLINGS.map((telling) => {
        const terms = planTerms(told, typicalLeaseOn(asOf), telling);
        if (terms === null) throw new RangeError('no rate');
        return [
          [`${telling} cost`, terms.adjustedCapitalizedCostCents],
          [`${telling} residual`, terms.residualValueCents],
        ] as const;
      });
      return Object.fromEntries(found.flat());
    });
  });

  test('takes what nobody told from a typical lease, and says so', () => {
    const { outlook, assumed } = planned(THREE_ANSWERS);
    expect(outlook.likely.terms).toMatchObject({
      startsOn: '2026-01-10',
      termMonths: 36,
      mileage: { deliveryOdometer: 10, allowanceMiles: 36_000, boughtMiles: 0 },
      securityDepositCents: 0n,
      capitalizedCostReductionCents: 0n,
    });
    expect(outlook.worst.terms.mileage.allowanceMiles).toBe(30_000);
    expect(outlook.best.terms.mileage.allowanceMiles).toBe(45_000);
    expect(outlook.likely.account.dueSoFar).toBe(29);
    expect(assumed.find(({ term }) => term === 'dispositionCents')).toEqual({
      term: 'dispositionCents',
      best: '0',
      likely: '40000',
      worst: '59500',
    });
    const told = planned({ ...THREE_ANSWERS, dispositionCents: 0n, wear: null });
    expect(told.assumed.map(({ term }) => term)).not.toContain('dispositionCents');
    expect(told.assumed.map(({ term }) => term)).toContain('wear');
  });

  test('contains the lease it comes from, when only the payment is known', () => {
    // The lease of the servicing rules: 443.46 a month, residual value of 19,890.00.
    const { best, worst } = planned(THREE_ANSWERS).outlook;
    expect(best.terms.residualValueCents).toBeLessThan(19_890_00n);
    expect(worst.terms.residualValueCents).toBeGreaterThan(19_890_00n);
  });

  test('has its residual value in order for every payment and term', () => {
    const payment = fc.bigInt({ min: 50_00n, max: 3_000_00n });
    const months = fc.integer({ min: 1, max: 84 });
    const cost = fc.option(fc.bigInt({ min: 5_000_00n, max: 90_000_00n }));
    fc.assert(
      fc.property(payment, months, cost, (paymentCents, termMonths, adjusted) => {
        const told = {
          ...THREE_ANSWERS,
          paymentCents,
          termMonths,
          adjustedCapitalizedCostCents: adjusted,
        };
        const residuals = TELLINGS.map(
          (telling) => planTerms(told, typicalLeaseOn(asOf), telling)?.residualValueCents ?? null,
        );
        const [best, likely, worst] = residuals;
        if (best == null || likely == null || worst == null) {
          // Refused only for payments so high that they pay more than the cost at once.
          expect(adjusted !== null && paymentCents * 2n * 2n > adjusted).toBe(true);
          return;
        }
        expect(best <= likely && likely < worst).toBe(true);
      }),
    );
  });
});

/** Answers whose likely assumption can be told in their place. */
const SHARPENED = [
  'allowanceMiles',
  'excessMileCents',
  'deliveryOdometer',
  'dispositionCents',
  'purchaseOptionCents',
  'earlyTerminationCents',
  'taxRatePpb',
  'wear',
  'pastDueCents',
] as const;

/** Tells what was assumed likely, word for word. */
function sharpened(answers: PlanAnswers, name: (typeof SHARPENED)[number], likely: string) {
  if (name === 'allowanceMiles' || name === 'deliveryOdometer') {
    return { ...answers, [name]: JSON.parse(likely) };
  }
  const cents = BigInt(likely);
  if (name !== 'wear') return { ...answers, [name]: cents };
  return { ...answers, wear: { lowCents: cents, likelyCents: cents, highCents: cents } };
}

describe('an answer more', () => {
  test('never makes the cost of returning less certain, nor moves what was likely', () => {
    const seeds = fc.integer({ min: 1, max: 300_000 });
    fc.assert(
      fc.property(seeds, fc.nat(9), (seed, at) => {
        const given = generateLease(seed * 3);
        if (given.kind !== 'told') throw new RangeError('every third lease is a stranger’s');
        const plan = planOutlook(given.answers, given.policy, given.asOf);
        const on = given.dates[at] ?? given.asOf;
        if (plan.outcome === 'refused' || on < given.asOf) return;
        const range = wayOutOn(plan.outlook, 'return', on);
        const { terms, readings } = plan.outlook.worst;
        const { method } = projectedOdometer(terms, readings, 1_000, on);
        for (const name of SHARPENED) {
          // Without a reading after delivery the miles to come follow the allowance: told to be
          // more of them, they can also be more miles too many.
          if (name === 'allowanceMiles' && method === 'allowance-pace') continue;
          const assumption = plan.assumed.find(({ term }) => term === name);
          if (assumption === undefined) continue;
          const told = sharpened(given.answers, name, assumption.likely);
          const sharper = planOutlook(told, given.policy, given.asOf);
          // A delivery odometer that was assumed can lie above the reading; told it cannot.
          if (sharper.outcome === 'refused') {
            expect(name).toBe('deliveryOdometer');
            continue;
          }
          expect(sharper.assumed.map(({ term }) => term)).not.toContain(name);
          const after = wayOutOn(sharper.outlook, 'return', on);
          if (!range.isOpen || !after.isOpen) throw new RangeError('a return is always open');
          expect(after.cash.totalCents, name).toBe(range.cash.totalCents);
          expect(after.cashRange.lowCents).toBeGreaterThanOrEqual(range.cashRange.lowCents);
          expect(after.cashRange.highCents).toBeLessThanOrEqual(range.cashRange.highCents);
        }
      }),
    );
  });
});

describe('a typical lease', () => {
  const lowIsBest = (range: Assumed<bigint | number>): boolean =>
    range.best <= range.likely && range.likely <= range.worst;

  test('is told from best to worst for the lessee', () => {
    for (const typical of TYPICAL_LEASES) {
      const { allowanceMilesPerYear, listPricePpb, ...rest } = typical;
      const ranges = Object.values(rest).filter((each) => typeof each === 'object');
      expect(ranges).toHaveLength(10);
      expect(ranges.every(lowIsBest)).toBe(true);
      // More miles allowed and a dearer car are good for the lessee.
      for (const { best, likely, worst } of [allowanceMilesPerYear, listPricePpb]) {
        expect(best > likely && likely > worst).toBe(true);
      }
    }
  });

  test('is one of the ranges seen at lenders', () => {
    const typical = typicalLeaseOn(asOf);
    expect(typical.excessMileCents).toEqual({ best: 15n, likely: 20n, worst: 25n });
    expect(typical.dispositionCents).toEqual({ best: 0n, likely: 400_00n, worst: 595_00n });
    expect(typical.purchaseOptionCents).toEqual({ best: 0n, likely: 300_00n, worst: 350_00n });
  });

  test('is the one in force on the day, and the first one before it', () => {
    expect(typicalLeaseOn(date('2020-01-01'))).toBe(TYPICAL_LEASES[0]);
    expect(typicalLeaseOn(date('2099-01-01'))).toBe(TYPICAL_LEASES.at(-1));
  });
});
