import { planOutlook } from '@roadbook/domain/lease-end/planner/plan-outlook';
import { typicalPolicyOn } from '@roadbook/domain/lease-end/typical-policy';
import { date } from '@roadbook/domain/time/calendar';
import { describe, expect, test } from 'vitest';
import { nextAction } from './next-action.ts';
import { returnCost } from './return-cost.ts';
import { toldAsker } from './told-asker.ts';
import { whatNarrows } from './what-narrows.ts';

const answers = { maturityDate: date('2027-03-15'), paymentCents: 415_20n };

function planOn(today: string, miles: number) {
  const asOf = date(today);
  const told = { ...answers, odometer: { miles, on: asOf } };
  const plan = planOutlook(told, typicalPolicyOn(asOf), asOf);
  if (plan.outcome !== 'planned') throw new Error('these answers make a plan');
  return { told, outlook: plan.outlook };
}

describe('the next thing to do', () => {
  test.each([
    ['a year before', '2026-03-15', 10_000, 'centre-opens', '2026-10-16'],
    ['four months before', '2026-11-22', 10_000, 'decide', '2026-12-15'],
    ['when miles will be too many', '2026-12-20', 36_000, 'buy-miles-until', '2027-01-14'],
    ['when they will not', '2026-12-20', 10_000, 'inspection-until', '2027-02-28'],
    ['on the last day for it', '2027-02-28', 10_000, 'inspection-until', '2027-02-28'],
    ['in the last days', '2027-03-10', 10_000, 'maturity', '2027-03-15'],
    ['on the last day', '2027-03-15', 10_000, 'maturity', '2027-03-15'],
    ['after the end', '2027-03-20', 10_000, 'overdue', '2027-03-20'],
  ])('%s', (_when, today, miles, kind, on) => {
    expect(nextAction(planOn(today, miles).outlook.likely)).toEqual({ kind, on });
  });
});

test('the cost of a return is its payments and what comes on top, in every telling', () => {
  const { cost, range, payments, top, topRange } = returnCost(planOn('2026-11-22', 36_000).outlook);
  expect(payments.totalCents).toBe(3n * 415_20n);
  expect(payments.totalCents + top.totalCents).toBe(cost.totalCents);
  expect(topRange.highCents + payments.totalCents).toBe(range.highCents);
});

test('what would settle most is asked for first, and nothing that was told already', () => {
  const { told, outlook } = planOn('2026-11-22', 33_200);
  const open = whatNarrows(toldAsker(told, outlook), outlook, ['return']);
  expect(open.map(({ question }) => question)).toEqual([
    'allowance',
    'walk',
    'fees',
    'excess',
    'tax',
  ]);
  expect(open.every(({ byCents }, at) => at === 0 || byCents <= open[at - 1]!.byCents)).toBe(true);
  const buying = whatNarrows(toldAsker(told, outlook), outlook, ['buy', 'return']);
  expect(buying[0]?.question).toBe('offers');
});
