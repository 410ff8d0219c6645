import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../../time/calendar.ts';
import type { LeaseEndCase } from './lease-end-case.ts';
import type { LeaseEndOffer } from './lease-end-policy.ts';
import { type LeavePlan, leavePlan, type Repair } from './leave-plan.ts';
import type { LeaseEndOutlook } from './outlook.ts';
import { naiveOffer, naiveWayOut } from './testing/naive-doors.ts';
import { firstReturnDay, naiveExcess, naiveOdometer } from './testing/naive-miles.ts';
import { generateLease, outlookOf } from './testing/plans.ts';
import { PLAIN_POLICY, sampleCase, worth } from './testing/sample-case.ts';

const PULL_AHEAD: LeaseEndOffer = {
  id: 'pull-3',
  kind: 'pull-ahead',
  waivesPayments: 3,
  waivesDisposition: true,
  from: date('2028-08-01'),
  until: date('2029-01-31'),
  withinDays: 60,
};

const MEND: Repair = {
  id: 'bumper',
  savesWearCents: 300_00n,
  repairLowCents: 100_00n,
  repairHighCents: 201_00n,
};

const certain = (c: LeaseEndCase): LeaseEndOutlook => ({ best: c, likely: c, worst: c });

/** 35,000 of 36,000 miles used up on the first of September, and as many a day to come. */
const hurried = (changes: Partial<LeaseEndCase> = {}): LeaseEndCase =>
  sampleCase({
    asOf: date('2028-09-01'),
    readings: [{ miles: 35_000, on: date('2028-09-01') }],
    ...changes,
  });

const actionOf = ({ actions }: LeavePlan, id: string) => actions.find((each) => each.id === id);

describe('leaving on a day', () => {
  const maturity = date('2029-01-10');

  test('costs a return once cars may be returned, an early end before', () => {
    const c = hurried({ valueOn: worth(20_000_00n) });
    const early = leavePlan(certain(c), date('2028-10-01'), [], []);
    expect(early.leavesOn).toBe('2028-10-01');
    expect(early.cost.lines.map(({ label }) => label)).toContain('realized-value');
    const late = leavePlan(certain(c), date('2028-11-26'), [], []);
    expect(late.cost.lines.map(({ label }) => label)).not.toContain('realized-value');
  });

  test('means the first day of returns where an early end has no price', () => {
    const plan = leavePlan(certain(hurried()), date('2028-10-01'), [], []);
    expect(plan.leavesOn).toBe('2028-11-26');
    expect(plan.cost.totalCents).toBeGreaterThan(4n * 443_46n);
  });

  test('says what waiting saves, and until when', () => {
    const c = hurried({ valueOn: worth(15_000_00n) });
    const plan = leavePlan(certain(c), date('2028-10-01'), [], ['wait-to-return']);
    expect(actionOf(plan, 'wait-to-return')).toMatchObject({ until: '2028-11-26' });
    expect(plan.leavesOn).toBe('2028-11-26');
    // Late instead: a month of holdover rent, and the miles of that month.
    const late = leavePlan(certain(c), date('2029-02-09'), [], []);
    const saved = actionOf(late, 'return-by-maturity');
    expect(saved?.until).toBe(maturity);
    const miles = naiveOdometer(c, '2029-02-09') - naiveOdometer(c, maturity);
    expect(saved?.saves.likelyCents).toBe(443_46n + BigInt(miles) * 20n);
  });

  test('weighs miles bought ahead against those paid for at the end', () => {
    const excess = naiveExcess(hurried(), maturity, false);
    const plan = leavePlan(certain(hurried()), maturity, [], ['buy-miles']);
    expect(actionOf(plan, 'buy-miles')).toMatchObject({
      until: '2028-11-11',
      facts: { miles: `${excess}`, boughtMileCents: '15' },
      saves: { likelyCents: BigInt(excess) * 5n },
    });
    const price = plan.cost.lines.find(({ label }) => label === 'bought-miles');
    expect(price?.cents).toBe(BigInt(excess) * 15n);
    const tooLate = hurried({ asOf: date('2028-11-12') });
    expect(actionOf(leavePlan(certain(tooLate), maturity, [], []), 'buy-miles')).toBe(undefined);
  });

  test('says how little to drive, from what the odometer shows today', () => {
    // Read a month ago; 3,012 miles were left then, fewer are today.
    const readings = [{ miles: 33_000, on: date('2028-09-01') }];
    const c = hurried({ asOf: date('2028-10-01'), readings });
    const left = 36_012 - naiveOdometer(c, '2028-10-01');
    const plan = leavePlan(certain(c), maturity, [], ['drive-less']);
    const days = 101;
    expect(left).toBeLessThan(3_012);
    expect(left).toBeGreaterThan(1_900);
    expect(actionOf(plan, 'drive-less')?.facts).toEqual({
      weeklyMiles: `${Math.floor((left * 7) / days)}`,
      left: `${left}`,
      endsOn: maturity,
    });
    // It ends at the limit or just below it, so no mile is left to pay.
    expect(plan.cost.lines.map(({ label }) => label)).not.toContain('excess-miles');
    const used = hurried({ readings: [{ miles: 36_012, on: date('2028-09-01') }] });
    expect(actionOf(leavePlan(certain(used), maturity, [], []), 'drive-less')).toBe(undefined);
  });

  test('weighs a repair against its charge, at the middle of its price', () => {
    const worn = hurried({ wearCents: 500_00n });
    const plan = leavePlan(certain(worn), maturity, [MEND], ['repair:bumper']);
    expect(actionOf(plan, 'repair:bumper')).toMatchObject({
      kind: 'repair',
      saves: { lowCents: 99_00n, likelyCents: 149_50n, highCents: 200_00n },
    });
    expect(plan.cost.lines.find(({ label }) => label === 'repair')?.cents).toBe(150_50n);
    const dear = { ...MEND, repairLowCents: 300_00n, repairHighCents: 400_00n };
    expect(
      leavePlan(certain(worn), maturity, [dear], []).actions.map(({ id }) => id),
    ).not.toContain('repair:bumper');
  });

  test('counts all that a new contract waives, payments as well', () => {
    const policy = { ...PLAIN_POLICY, offers: [PULL_AHEAD] };
    const c = sampleCase({ asOf: date('2028-09-01'), policy });
    const plan = leavePlan(certain(c), date('2028-11-26'), [], []);
    // The payment of 2028-12-10 and the disposition fee.
    expect(actionOf(plan, 'sign-new-contract')).toMatchObject({
      until: '2029-01-31',
      saves: { likelyCents: 843_46n },
      facts: { offer: 'pull-3', days: '60' },
    });
  });

  test('with two repairs under one waiver costs what they really save together', () => {
    // Either repair brings the wear below the waiver, so the second one saves nothing more.
    const worn = hurried({ wearCents: 300_00n });
    const twice = [MEND, { ...MEND, id: 'door' }];
    const ids = ['repair:bumper', 'repair:door'];
    const cost = (chosen: string[]) =>
      leavePlan(certain(worn), maturity, twice, chosen).cost.totalCents;
    const without = cost([]);
    expect(without - cost(ids.slice(0, 1))).toBe(149_50n);
    expect(without - cost(ids)).toBe(-1_00n);
  });
});

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
function naiveLeaving(c: LeaseEndCase, on: string): bigint {
  const early = on < firstReturnDay(c) ? naiveWayOut(c, 'early-end', on) : 'no early end';
  const way = typeof early === 'string' ? naiveWayOut(c, 'return', on) : early;
  if (typeof way === 'string') throw new RangeError(way);
  return way.cash;
}

/** The same with one action taken by hand. */
function naiveAfter(
  c: LeaseEndCase,
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
  const repair = repairs.find(({ id }) => id === facts.repair);
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

  test('all of them together never cost more than none, where each saves and none shares a waiver', () => {
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
