import { describe, expect, test } from 'vitest';
import { naiveExcess, naiveOdometer } from '../../../testing/lease-end/naive-miles.ts';
import { PLAIN_POLICY, sampleCase, worth } from '../../../testing/lease-end/sample-case.ts';
import { date } from '../../time/calendar.ts';
import type { LeaseEndOffer } from '../lease-end-policy.ts';
import type { LeaseEndOutlook } from '../planner/outlook.ts';
import type { LeaseEndTelling } from './lease-end-telling.ts';
import { type LeavePlan, leavePlan, type Repair } from './leave-plan.ts';

const PULL_AHEAD: LeaseEndOffer = {
  id: 'pull-3',
  name: 'Three months early',
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

const certain = (c: LeaseEndTelling): LeaseEndOutlook => ({ best: c, likely: c, worst: c });

/** 35,000 of 36,000 miles used up on the first of September, and as many a day to come. */
const hurried = (changes: Partial<LeaseEndTelling> = {}): LeaseEndTelling =>
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
      facts: { offer: 'Three months early', days: '60' },
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
