import { LARKSPUR_CHARGES } from '@roadbook/server/lender/larkspur/wear-charges';
import { LARKSPUR_GUIDE } from '@roadbook/server/lender/larkspur/wear-guides';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEASES, PLAIN_POLICY, sampleCase } from '../../../testing/lease-end/sample-case.ts';
import { generateWalk } from '../../../testing/wear/walks.ts';
import { leaseMaturityDate } from '../../lease/lease-calendar.ts';
import { addDays, addMonths, date } from '../../time/calendar.ts';
import { wearEstimate } from '../../wear/charge/estimate.ts';
import { odometerOn } from '../ways-out/end-miles.ts';
import { contractOutlook, type LeaseEndFacts } from './contract-outlook.ts';
import {
  type ContractPlan,
  contractPlanProblems,
  lastPlanDay,
  planFigures,
  scheduledReturn,
} from './contract-plan.ts';
import { waysOutOn } from './outlook.ts';
import { repairsOf } from './walk-repairs.ts';

const agreement = LEASES['32145.50'];
const maturity = leaseMaturityDate(agreement);
const { account } = sampleCase();
const facts: LeaseEndFacts = {
  asOf: date('2028-06-01'),
  agreement,
  policy: PLAIN_POLICY,
  account,
  readings: [{ miles: 20_000, on: date('2028-01-10') }],
  vehicle: { segment: null, modelYear: 2026, priceWhenNewCents: 34_000_00n },
  servicemember: false,
};
const plan: ContractPlan = { leaveOn: maturity, chosen: [], answers: {} };
const reading = (miles: number, on: string) => ({ odometer: { miles, on: date(on) } });

describe('the outlook of a lease of ours', () => {
  test('counts what the contract says, and adds the lessee’s readings', () => {
    const newer = reading(26_000, '2028-05-30');
    const { outlook } = contractOutlook(facts, newer, null);
    expect(odometerOn(outlook.likely, date('2028-05-30'))).toBe(26_000);
    expect(odometerOn(outlook.likely, date('2028-01-10'))).toBe(20_000);
    expect(outlook.likely.terms).toBe(agreement);
    const other = { residualCents: 1n, termMonths: 12, dispositionCents: 9n };
    expect(contractOutlook(facts, { ...newer, ...other }, null).outlook.best.terms).toBe(agreement);
  });

  test('names what it had to assume, and nothing that somebody said', () => {
    const terms = (answers: ContractPlan['answers'], wear = false) => {
      const range = wear ? { lowCents: 0n, likelyCents: 0n, highCents: 0n } : null;
      return contractOutlook(facts, answers, range).assumed.map(({ term }) => term);
    };
    expect(terms({})).toEqual(['wear', 'segment']);
    expect(terms({ segment: 'truck' }, true)).toEqual([]);
    const unknown = {
      ...facts,
      vehicle: { segment: null, modelYear: null, priceWhenNewCents: null },
    };
    const assumed = contractOutlook(unknown, {}, null).assumed;
    expect(assumed.map(({ term }) => term)).toEqual([
      'wear',
      'segment',
      'modelYear',
      'priceWhenNewCents',
    ]);
  });

  test('a servicemember by record or by word pays no early-termination charge', () => {
    const early = { ...plan, leaveOn: date('2028-07-01') };
    const door = (given: LeaseEndFacts, answers: ContractPlan['answers']) => {
      const figures = planFigures(given, { ...early, answers }, null);
      return figures.doors.find((each) => each.door === 'early-end');
    };
    const byWord = door(facts, { servicemember: true });
    expect(door({ ...facts, servicemember: true }, {})).toEqual(byWord);
    expect(JSON.stringify(byWord, (_, each) => `${each}`)).not.toContain('early-termination');
  });
});

test('a plan’s figures are those of its outlook, with the repairs of its walk', () => {
  const { report } = generateWalk(7);
  const on = scheduledReturn(facts);
  const walk = wearEstimate(report, LARKSPUR_GUIDE, LARKSPUR_CHARGES, [], on);
  const { outlook } = contractOutlook(facts, {}, walk.range);
  const figures = planFigures(facts, plan, walk);
  expect(figures.doors).toEqual(waysOutOn(outlook, maturity));
  const repairs = figures.leave.actions.filter(({ kind }) => kind === 'repair');
  expect(repairs.length).toBeGreaterThan(0);
  const known = repairsOf(walk).map(({ id }) => `repair:${id}`);
  for (const { id } of repairs) expect(known).toContain(id);
});

describe('what cannot be right for the lease', () => {
  test('nothing is wrong with a bare plan on any day that it may name', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 1_500 }), (days) => {
        const leaveOn = addDays(facts.asOf, days);
        const lawful = leaveOn >= facts.asOf && leaveOn <= lastPlanDay(facts);
        expect(contractPlanProblems(facts, { ...plan, leaveOn })).toHaveLength(lawful ? 0 : 1);
      }),
    );
  });

  test('a plan may look a year beyond the end, or beyond today once that is over', () => {
    expect(lastPlanDay(facts)).toBe(addMonths(maturity, 12));
    const late = { ...facts, asOf: date('2029-03-01') };
    expect(lastPlanDay(late)).toBe('2030-03-01');
    expect(scheduledReturn(late)).toBe('2029-03-01');
  });

  test.each<[string, ContractPlan['answers'], string, string]>([
    [
      'a reading below the one on record',
      reading(19_000, '2028-05-30'),
      'odometer',
      'reading-below-earlier',
    ],
    ['a reading of tomorrow', reading(26_000, '2028-06-02'), 'odometer', 'reading-in-future'],
    ['a reading before the start', reading(12, '2025-12-31'), 'odometer', 'reading-before-start'],
    [
      'a residual above the price',
      { residualCents: 9_000_000n, priceWhenNewCents: 8_000_000n },
      'residualCents',
      'residual-above-price',
    ],
    ['a payment of nothing', { paymentCents: 0n }, 'paymentCents', 'between'],
  ])('%s', (_what, answers, field, rule) => {
    expect(contractPlanProblems(facts, { ...plan, answers })).toMatchObject([{ field, rule }]);
  });

  test('an earlier reading, older than the one on record, may be lower', () => {
    const answers = { earlierReadings: [{ miles: 9_000, on: date('2027-01-10') }] };
    expect(contractPlanProblems(facts, { ...plan, answers })).toEqual([]);
  });

  test('an offer of more than a million, or of tomorrow', () => {
    const offer = (cents: bigint, on = '2028-06-01') => ({
      valueOffers: [{ source: 'dealer' as const, cents, on: date(on), goodThrough: null }],
    });
    const count = (answers: ContractPlan['answers']) =>
      contractPlanProblems(facts, { ...plan, answers }).length;
    expect([1n, 100_000_000n, 100_000_001n].map((cents) => count(offer(cents)))).toEqual([0, 0, 1]);
    expect(count(offer(20_000_00n, '2028-06-02'))).toBe(1);
  });
});
