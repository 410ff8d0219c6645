import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstReturnDay } from '../../../testing/lease-end/naive-miles.ts';
import { naiveOffer, naiveWayOut } from '../../../testing/lease-end/naive-ways-out.ts';
import { generateLease, outlookOf } from '../../../testing/lease-end/plans.ts';
import type { LeaseEndTelling } from './lease-end-telling.ts';
import { type LeavePlan, leavePlan, type Repair } from './leave-plan.ts';

const MEND: Repair = {
  id: 'bumper',
  savesWearCents: 300_00n,
  repairLowCents: 100_00n,
  repairHighCents: 201_00n,
};

const TELLINGS = ['best', 'likely', 'worst'] as const;
type Question = { readonly seed: number; readonly at: number; readonly repairs: number };

const question: fc.Arbitrary<Question> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  at: fc.nat(9),
  repairs: fc.nat(2),
});

/** The lease of the question, and one of its days that is not gone by. */
function asked({ seed, at, repairs }: Question) {
  const given = generateLease(seed);
  const on = given.dates[at] ?? given.asOf;
  const known = [MEND, { ...MEND, id: 'door', savesWearCents: 90_00n, repairHighCents: 100_00n }];
  const outlook = on < given.asOf ? null : outlookOf(given);
  return { outlook, on, repairs: known.slice(0, repairs) };
}

/** What leaving costs in a telling, by the naive doors. */
function naiveLeaving(c: LeaseEndTelling, on: string): bigint {
  const early = on < firstReturnDay(c) ? naiveWayOut(c, 'early-end', on) : 'no early end';
  const way = typeof early === 'string' ? naiveWayOut(c, 'return', on) : early;
  if (typeof way === 'string') throw new RangeError(way);
  return way.cash;
}

/** The same with one action taken by hand. */
function naiveAfter(
  c: LeaseEndTelling,
  on: string,
  action: LeavePlan['actions'][number],
  repairs: readonly Repair[],
  telling: (typeof TELLINGS)[number],
): bigint {
  const { kind, facts } = action;
  if (kind === 'wait-to-return') return naiveLeaving(c, facts.first ?? '');
  if (kind === 'return-by-maturity') return naiveLeaving(c, facts.maturity ?? '');
  if (kind === 'sign-new-contract') {
    const first = firstReturnDay(c);
    return naiveLeaving({ ...c, offer: naiveOffer(c, on > first ? on : first) }, on);
  }
  if (kind === 'buy-miles') {
    const miles = BigInt(facts.miles ?? 0);
    const { mileage } = c.terms;
    const boughtMiles = mileage.boughtMiles + JSON.parse(`${miles}`);
    const bought = { ...c, terms: { ...c.terms, mileage: { ...mileage, boughtMiles } } };
    return naiveLeaving(bought, on) + miles * c.policy.miles.boughtMileCents;
  }
  const repair = repairs.find(({ id }) => `repair:${id}` === action.id);
  if (repair === undefined) throw new RangeError(action.id);
  const left = c.wearCents - repair.savesWearCents;
  const { repairLowCents: low, repairHighCents: high } = repair;
  const price = { best: low, likely: (low + high) / 2n, worst: high }[telling];
  return naiveLeaving({ ...c, wearCents: left > 0n ? left : 0n }, on) + price;
}

describe('the actions that lower the cost of leaving', () => {
  test('save what a naive second look says, each by itself', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(question, (given) => {
        const { outlook, on, repairs } = asked(given);
        if (outlook === null) return;
        const plan = leavePlan(outlook, on, repairs, []);
        expect(plan.cost.totalCents).toBe(naiveLeaving(outlook.likely, on));
        for (const action of plan.actions) {
          met.add(action.kind);
          if (action.kind === 'drive-less') continue;
          const saved = TELLINGS.map(
            (telling) =>
              naiveLeaving(outlook[telling], on) -
              naiveAfter(outlook[telling], on, action, repairs, telling),
          );
          const { lowCents, likelyCents, highCents } = action.saves;
          expect(likelyCents, action.id).toBe(saved[1]);
          expect(lowCents).toBe(saved.reduce((a, b) => (a < b ? a : b)));
          expect(highCents).toBe(saved.reduce((a, b) => (a > b ? a : b)));
          expect(highCents).toBeGreaterThan(0n);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
    expect([...met].sort()).toEqual([
      'buy-miles',
      'drive-less',
      'repair',
      'return-by-maturity',
      'sign-new-contract',
      'wait-to-return',
    ]);
  });

  test('never save the same miles twice', () => {
    fc.assert(
      fc.property(question, (given) => {
        const { outlook, on } = asked(given);
        if (outlook === null) return;
        const { actions, cost } = leavePlan(outlook, on, [], []);
        const both = ['buy-miles', 'drive-less'];
        const alone = actions.filter(({ id }) => both.includes(id));
        if (alone.length < 2) return;
        const after = leavePlan(outlook, on, [], both).cost.totalCents;
        const most = alone.reduce((sum, { saves }) => sum + saves.likelyCents, 0n);
        // Under a cap the tax on miles is rounded once more.
        expect(cost.totalCents - after).toBeLessThanOrEqual(most + 2n);
      }),
      { numRuns: 300 },
    );
  });

  test('all together never cost more than none, where each saves and none shares a waiver', () => {
    fc.assert(
      fc.property(question, (given) => {
        const { outlook, on, repairs } = asked(given);
        if (outlook === null) return;
        const one = repairs.slice(0, 1);
        const { actions, cost } = leavePlan(outlook, on, one, []);
        const ids = actions.filter(({ saves }) => saves.likelyCents > 0n).map(({ id }) => id);
        const after = leavePlan(outlook, on, one, ids);
        expect(after.cost.totalCents, ids.join(' ')).toBeLessThanOrEqual(cost.totalCents);
        expect(after.range.lowCents <= after.range.likelyCents).toBe(true);
        expect(after.range.likelyCents <= after.range.highCents).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('are over when their day is', () => {
    fc.assert(
      fc.property(question, (given) => {
        const { outlook, on, repairs } = asked(given);
        if (outlook === null) return;
        const { asOf } = outlook.likely;
        for (const { until, id } of leavePlan(outlook, on, repairs, []).actions) {
          expect(until >= asOf, id).toBe(true);
        }
      }),
    );
  });
});
